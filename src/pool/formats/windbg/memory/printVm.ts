import { PAGE_BYTES } from "./vmLabels.ts";
import type { VmPageFile, VmReport } from "./VmReport.ts";

const KB = 1024;
/** Where the number begins behind a short label when it is too long for its column. */
const LEAST_LABEL = 19;

/**
 * Prints a report as `!vm 1` does: `banner` as the debuggers of Windows 7 (a tab before each line, the number ends at column 28),
 * `flush` as those since Windows 8.1 (no indent, it ends at column 33). Lines are joined by line feeds.
 */
export function printVm({ layout, values, pageFiles, warnings }: VmReport): string {
  const isBanner = layout === "banner";
  const indent = isBanner ? "\t" : "";
  const width = isBanner ? [27, 10] : [33, 11];
  const lines: string[] = isBanner ? ["", "*** Virtual Memory Usage ***"] : [];
  const files = pageFiles.flatMap((file) => pageFileLines(file, indent));
  if (!isBanner) lines.push(...files, "");
  lines.push(...warnings.map((warning) => warningLine(warning, indent)));
  for (const [index, { label, pages, warnings: below }] of values.entries()) {
    lines.push(`${indent}${valueLine(label, pages, width)}`);
    lines.push(...below.map((warning) => warningLine(warning, indent)));
    // The page files stand below the first line of the old layout, above all of the new one.
    if (isBanner && index === 0) lines.push(...files);
  }
  return lines.join("\n");
}

/** A label with its pages and kilobytes: a negative count is printed as if it were an unsigned one, as the debugger does. */
function valueLine(label: string, pages: number, [end, kbWidth]: readonly number[]): string {
  if (pages >= 0)
    return `${label}:${String(pages).padStart(end! - label.length - 1)} (${String((pages * PAGE_BYTES) / KB).padStart(kbWidth!)} Kb)`;
  const count = BigInt(pages);
  const unsigned = (value: bigint) => BigInt.asUintN(64, value);
  return `${`${label}:`.padEnd(LEAST_LABEL)}${unsigned(count)} (${unsigned(count * BigInt(PAGE_BYTES / KB))} Kb)`;
}

function pageFileLines(file: VmPageFile, indent: string): string[] {
  const kb = (bytes: number) => String(bytes / KB).padStart(9);
  return [
    `${indent}${file.path === "" ? "No Name for Paging File" : `Page File: ${file.path}`}`,
    `${indent}  Current: ${kb(file.currentBytes)} Kb  Free Space: ${kb(file.freeBytes)} Kb`,
    `${indent}  Minimum: ${kb(file.minimumBytes)} Kb  Maximum:    ${kb(file.maximumBytes)} Kb`,
  ];
}

function warningLine(warning: string, indent: string): string {
  return /PTE allocations/.test(warning)
    ? `\n${indent}******* ${warning} ******\n`
    : `${indent}********** ${warning} *****`;
}
