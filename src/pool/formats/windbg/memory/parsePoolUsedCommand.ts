import type { PoolUsedTable } from "./PoolUsedTable.ts";

/** What `!poolused [/tN] [flags [TAG]]` asks for: flags are hexadecimal, 1 verbose, 2 and 4 the order, 8 session pool. */
export function parsePoolUsedCommand(
  text: string,
): Pick<PoolUsedTable, "sortedBy" | "filter" | "isSession"> & { isAsked: boolean; top: number | undefined } {
  const match = /!poolused\b(.*)$/i.exec(text);
  const words = (match?.[1] ?? "").trim().split(/\s+/);
  const top = words.map((word) => /^\/t(\d{1,6})$/i.exec(word)?.[1]).find((number) => number !== undefined);
  const others = /^\s*(?:\/t\d*\s+)?([0-9a-fx]{1,10})(?: (.{1,4}))?\s*$/i.exec(match?.[1] ?? "");
  const flags = others ? parseInt(others[1]!.replace(/^0x/i, ""), 16) : 0;
  return {
    isAsked: match !== null,
    top: top === undefined ? undefined : Number(top),
    sortedBy: flags & 2 ? "nonpaged" : flags & 4 ? "paged" : undefined,
    filter: others?.[2]?.padEnd(4),
    isSession: (flags & 8) !== 0,
  };
}
