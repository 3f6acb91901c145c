import type { PoolUsedTable } from "./PoolUsedTable.ts";

/** `/t5`, `/t 5`: the first so many rows. */
const RE_TOP = /^\s{0,8}\/t\s{0,4}(\d{1,6})(?=\s|$)/i;
const RE_FLAGS = /^\s{0,8}(?:0x)?([0-9a-f]{1,8})(?:\s{1,8}(\S.{0,3}))?\s{0,8}$/i;

/** What `!poolused [/tN] [flags [TAG]]` asks for: flags are hexadecimal, 1 verbose, 2 and 4 the order, 8 session pool. */
export function parsePoolUsedCommand(
  text: string,
): Pick<PoolUsedTable, "sortedBy" | "filter" | "isSession"> & { isAsked: boolean; top: number | undefined } {
  const match = /!poolused\b([^;]*)/i.exec(text);
  const top = RE_TOP.exec(match?.[1] ?? "");
  const others = RE_FLAGS.exec((match?.[1] ?? "").slice(top?.[0].length ?? 0));
  const flags = others ? parseInt(others[1]!, 16) : 0;
  return {
    isAsked: match !== null,
    top: top ? Number(top[1]) : undefined,
    sortedBy: flags & 2 ? "nonpaged" : flags & 4 ? "paged" : undefined,
    filter: others?.[2]?.trimEnd().padEnd(4),
    isSession: (flags & 8) !== 0,
  };
}
