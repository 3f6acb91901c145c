import type { OutputLine } from "../DebuggerCommand.ts";
import { isSearchRow } from "./isSearchRow.ts";
import { printableText } from "./memoryLayout.ts";
import { parseMemoryRow } from "./parseMemoryRow.ts";

/**
 * The command that printed a row of memory, where it was not copied: `db` or `dc`, whose characters must be those of the numbers.
 * Undefined for any other line, and for a hit of a search.
 */
export function guessMemoryCommand(
  text: string,
  previous: OutputLine | undefined,
  next: OutputLine | undefined,
): "db" | "dc" | undefined {
  for (const command of ["db", "dc"] as const) {
    const row = parseMemoryRow(text, command);
    if (!row || row.bytes.length === 0 || !text.endsWith(`  ${printableText(row.bytes)}`)) continue;
    return command === "db" && isSearchRow(row, previous, next) ? undefined : command;
  }
  return undefined;
}
