import type { PoolSummary, PoolSummaryRow } from "./PoolSummary.ts";

/** Prints a summary of a pool trace: the table that WPA exports, or the report of `xperf -a pool`. Lines end with CR LF. */
export function printPoolSummary(summary: PoolSummary): string {
  const lost = summary.lostEvents ? [`# Lost events: ${summary.lostEvents}`] : [];
  const lines = summary.form === "WPA" ? wpaLines(summary.rows) : xperfLines(summary.rows);
  return [...lost, ...lines].map((line) => `${line}\r\n`).join("");
}

function wpaLines(rows: readonly PoolSummaryRow[]): string[] {
  const pools = { nonpaged: "NonPaged", paged: "Paged" };
  return [
    "Type,Paged,Pool Tag,Pool Tag Module,Count,Size (B),Impacting Size (B)",
    ...rows.map(({ lifetime = "AOFO", pool, tag, module, count, bytes, impactingBytes }) =>
      [lifetime, pools[pool], tag, module, grouped(count), grouped(bytes), grouped(impactingBytes)].join(","),
    ),
  ];
}

/** From a thousand on WPA separates thousands, and so has to quote. */
function grouped(count: number): string {
  return count < 1000 ? String(count) : `"${String(count).replace(/\B(?=(\d{3})+$)/g, ",")}"`;
}

function xperfLines(rows: readonly PoolSummaryRow[]): string[] {
  const sections = [
    ["NX non-paged pool", rows.filter(({ pool, isNx }) => pool === "nonpaged" && isNx)],
    ["non-paged pool", rows.filter(({ pool, isNx }) => pool === "nonpaged" && !isNx)],
    ["paged pool", rows.filter(({ pool }) => pool === "paged")],
  ] as const;
  return sections.flatMap(([title, own]) => (own.length === 0 ? [] : [title, ...xperfRows(own), ""]));
}

function xperfRows(rows: readonly PoolSummaryRow[]): string[] {
  const kilobytes = (bytes: number) => Math.round(bytes / 1024);
  return [
    "Image, Tag, Alloc #, Alloc KB, Out Alloc#, Out Alloc KB",
    ...rows.map(({ module, tag, count, bytes, outstandingCount = 0, impactingBytes }) =>
      [module, tag, count, kilobytes(bytes), outstandingCount, kilobytes(impactingBytes)].join(", "),
    ),
  ];
}
