/** A line longer than this is none of a trace's. */
export const LONGEST_LINE = 10_000;

/** The cells of one line, without the quotes around them and with doubled quotes undone. */
export function splitCells(text: string, separator: "," | "\t"): string[] {
  if (!text.includes('"')) return text.split(separator).map((cell) => cell.trim());
  const cells: string[] = [];
  for (let at = 0; at <= text.length;) {
    let cell = "";
    while (text[at] === " ") at++;
    if (text[at] === '"') {
      let end = text.indexOf('"', ++at);
      while (end >= 0 && text[end + 1] === '"') {
        cell += text.slice(at, end + 1);
        at = end + 2;
        end = text.indexOf('"', at);
      }
      cell += text.slice(at, end < 0 ? undefined : end);
      at = end < 0 ? text.length : end + 1;
    }
    const next = text.indexOf(separator, at);
    cell += text.slice(at, next < 0 ? undefined : next).trimEnd();
    cells.push(cell);
    if (next < 0) break;
    at = next + 1;
  }
  return cells;
}

/** A cell as it is written: quoted where it holds the separator, a quote or blanks at its ends. */
export function quoteCell(cell: string, separator: "," | "\t"): string {
  const needsQuotes = cell.includes(separator) || cell.includes('"') || cell !== cell.trim();
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}
