import { quoteField } from "../text/splitFields.ts";
import { printGrouped } from "./parseGrouped.ts";
import type { PoolSummary, PoolSummaryRow } from "./PoolSummary.ts";
import { printWindow, WPA_HEADER, XPERF_HEADER, XPERF_TITLES } from "./summaryLayout.ts";
import { FRAME_SEPARATOR, printLostEvents } from "./traceLayout.ts";

/**
 * Prints a summary of a pool trace: the table that WPA exports, or the report of `xperf -a pool`, whose unit is kilobytes. What is
 * known of the recording stands above it as remarks. Lines end with CR LF.
 */
export function printPoolSummary(summary: PoolSummary): string {
  const { form, rows, lostEvents, windowSeconds } = summary;
  const lines = [
    ...(lostEvents === undefined ? [] : [printLostEvents(lostEvents)]),
    ...(windowSeconds === undefined ? [] : [printWindow(windowSeconds)]),
    ...(form === "WPA" ? wpaLines(rows) : xperfLines(rows)),
  ];
  return lines.map((line) => `${line}\r\n`).join("");
}

function wpaLines(rows: readonly PoolSummaryRow[]): string[] {
  const hasStacks = rows.some(({ stack }) => stack.length > 0);
  return [
    hasStacks ? `${WPA_HEADER},Stack` : WPA_HEADER,
    ...rows.map((row) => {
      const fields = [
        row.lifetime ?? "",
        row.pool === "paged" ? "Paged" : "NonPaged",
        row.tag,
        row.module,
        ...[row.count, row.bytes, row.impactingBytes].map(printGrouped),
        ...(hasStacks ? [row.stack.join(FRAME_SEPARATOR)] : []),
      ];
      // From a thousand on WPA separates thousands, and so has to quote.
      return fields.map((field) => quoteField(field, ",")).join(",");
    }),
  ];
}

function xperfLines(rows: readonly PoolSummaryRow[]): string[] {
  const sections = [
    [XPERF_TITLES.nx, rows.filter(({ pool, isNx }) => pool === "nonpaged" && isNx)],
    [XPERF_TITLES.nonpaged, rows.filter(({ pool, isNx }) => pool === "nonpaged" && !isNx)],
    [XPERF_TITLES.paged, rows.filter(({ pool }) => pool === "paged")],
  ] as const;
  return sections.flatMap(([title, own]) => (own.length === 0 ? [] : [title, ...xperfRows(own), ""]));
}

function xperfRows(rows: readonly PoolSummaryRow[]): string[] {
  const kilobytes = (bytes: number) => Math.round(bytes / 1024);
  return [
    XPERF_HEADER,
    ...rows.map(({ module, tag, count, bytes, outstandingCount = 0, impactingBytes }) =>
      [module, tag, count, kilobytes(bytes), outstandingCount, kilobytes(impactingBytes)].join(", "),
    ),
  ];
}
