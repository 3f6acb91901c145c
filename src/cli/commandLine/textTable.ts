import { plainText } from "./plainText.ts";
import type { RecordTable } from "./records/RecordTable.ts";

/** Enough rows to know how wide a column is; in a longer table a cell that is wider still pushes its row to the right. */
const MEASURED = 2000;

/** Prints a table with aligned columns, two blanks apart: `most` rows of it, and how many more there are. */
export function* textTable({ title, columns, count, row }: RecordTable, most: number): Generator<string> {
  const shown = Math.min(count, most);
  const rowAt = (at: number) => row(at).map(plainText);
  const measured = Array.from({ length: Math.min(shown, MEASURED) }, (_, at) => rowAt(at));
  const widths = columns.map(({ name }, column) =>
    measured.reduce((width, cells) => Math.max(width, cells[column]!.length), name.length),
  );
  const line = (cells: readonly string[]) => {
    const padded = cells.map((cell, at) =>
      columns[at]!.isNumber ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!),
    );
    return `  ${padded.join("  ").trimEnd()}\n`;
  };
  yield `${plainText(title)}\n`;
  if (shown > 0) yield line(columns.map(({ name }) => name));
  for (let at = 0; at < shown; at++) yield line(measured[at] ?? rowAt(at));
  if (count > shown) yield `  … and ${(count - shown).toLocaleString("en")} more (--all shows them)\n`;
}
