import { poolUsedLayouts } from "./poolUsedLayout.ts";
import type { PoolUsedCounts, PoolUsedRow, PoolUsedTable } from "./PoolUsedTable.ts";

/** Prints a listing as `!poolused` does in its layout. Lines are joined by line feeds. */
export function printPoolUsed({ layout, sortedBy, rows, total }: PoolUsedTable): string {
  const { header, widths } = poolUsedLayouts[layout];
  const isClassic = layout === "classic";
  const order = { tag: isClassic ? " Tag" : "Tag", nonpaged: "NonPaged Pool Consumed", paged: "Paged Pool Consumed" };
  const lines: string[] = [
    ...(sortedBy ? [`${isClassic ? "   " : " "}Sorting by ${order[sortedBy]}`, ""] : []),
    ...(isClassic ? ["  Pool Used:"] : []),
    ...header,
    ...(isClassic ? [] : [""]),
    ...rows.map((row) => rowLine(row, layout)),
  ];
  if (total) {
    const numbers = numbersOf(total, layout);
    const text = numbers.map((number, column) => String(number).padStart(widths[column]!)).join("");
    lines.push(...(isClassic ? [` TOTAL${text.slice(1)}`] : ["", `TOTAL${text}`]));
  }
  return lines.join("\n");
}

function rowLine(row: PoolUsedRow, layout: PoolUsedTable["layout"]): string {
  const { widths, separator } = poolUsedLayouts[layout];
  const numbers = numbersOf(row, layout).map((number, column) => String(number).padStart(widths[column]!));
  const text =
    row.description === "" && row.binary === undefined
      ? `UNKNOWN pooltag '${row.tag}', please update pooltag.txt`
      : `${row.description}${row.binary === undefined ? " " : ` , Binary: ${row.binary}`}`;
  return ` ${row.tag.padEnd(4)}${numbers.join("")}${separator}${text}`;
}

function numbersOf(
  { nonpaged, paged }: Pick<PoolUsedRow, "nonpaged" | "paged">,
  layout: PoolUsedTable["layout"],
): number[] {
  const numbers = ({ allocs, frees, outstanding, bytes }: PoolUsedCounts) =>
    layout === "verbose" ? [allocs ?? outstanding, frees ?? 0, outstanding, bytes] : [outstanding, bytes];
  return [...numbers(nonpaged), ...numbers(paged)];
}
