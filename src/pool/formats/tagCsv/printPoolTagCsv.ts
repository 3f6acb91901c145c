import type { PoolSnapshot, PoolTagRow } from "../poolmon/PoolSnapshot.ts";

const COLUMNS = [
  ...["DateTime", "DateTimeUTC", "Tag", "PagedAllocs", "PagedFrees", "PagedDiff", "PagedUsedBytes"],
  ...["NonPagedAllocs", "NonPagedFrees", "NonPagedDiff", "NonPagedUsedBytes", "TotalUsedBytes"],
];

/** Prints snapshots as the PowerShell collectors do: both pools of a tag on one row, every field quoted, lines ended by CR LF. */
export function printPoolTagCsv(snapshots: readonly PoolSnapshot[], biasMinutes = 0): string {
  const lines = [COLUMNS, ...snapshots.flatMap((snapshot) => snapshotRows(snapshot, biasMinutes))];
  return lines.map((fields) => `${fields.map((field) => `"${field}"`).join(",")}\r\n`).join("");
}

function snapshotRows({ time, rows }: PoolSnapshot, biasMinutes: number): string[][] {
  const stamp = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 19);
  const local = time ?? 0;
  const stamps = [stamp(local), stamp(local + biasMinutes * 60_000)];
  const tags = new Map<string, { paged?: PoolTagRow; nonpaged?: PoolTagRow }>();
  for (const row of rows) tags.set(row.tag, { ...tags.get(row.tag), [row.pool]: row });
  return [...tags].map(([tag, { paged, nonpaged }]) => [
    ...stamps,
    tag,
    ...counts(paged),
    ...counts(nonpaged),
    String((paged?.bytes ?? 0) + (nonpaged?.bytes ?? 0)),
  ]);
}

function counts(row: PoolTagRow | undefined): string[] {
  const { allocs = 0, frees = 0, diff = 0, bytes = 0 } = row ?? {};
  return [allocs, frees, diff, bytes].map(String);
}
