import type { PoolSnapshot, PoolTagRow } from "../poolmon/PoolSnapshot.ts";
import { TAG_CSV_COLUMNS } from "./tagCsvLayout.ts";

/** What the collector writes where it found no pooltag.txt. */
const COLUMNS = TAG_CSV_COLUMNS.filter((column) => column !== "Binary" && column !== "Description");

/**
 * Prints snapshots as the PowerShell collectors do: both pools of a tag on one row, every field quoted, lines ended by CR LF.
 *
 * @param biasMinutes minutes to add to local time to get UTC
 */
export function printPoolTagCsv(snapshots: readonly PoolSnapshot[], biasMinutes = 0): string {
  const lines: string[][] = [[...COLUMNS]];
  for (const snapshot of snapshots) lines.push(...snapshotRows(snapshot, biasMinutes));
  return lines.map((fields) => `${fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(",")}\r\n`).join("");
}

function snapshotRows({ time, rows }: PoolSnapshot, biasMinutes: number): string[][] {
  const stamp = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 19);
  const stamps = time === undefined ? ["", ""] : [stamp(time), stamp(time + biasMinutes * 60_000)];
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
  return [allocs, frees, diff, bytes].map((number) => (Number.isNaN(number) ? "" : String(number)));
}
