import { PAGE_BYTES } from "./vmLabels.ts";
import type { VmPageFile, VmReport } from "./VmReport.ts";

const KB = 1024;

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
    const number = String(pages).padStart(width[0]! - label.length - 1);
    lines.push(`${indent}${label}:${number} (${String((pages * PAGE_BYTES) / KB).padStart(width[1]!)} Kb)`);
    lines.push(...below.map((warning) => warningLine(warning, indent)));
    // The page files stand below the first line of the old layout, above all of the new one.
    if (isBanner && index === 0) lines.push(...files);
  }
  return lines.join("\n");
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
