import type { Pool, PoolSnapshot } from "../../../pool/formats/poolmon/PoolSnapshot.ts";
import type { PooltagEntry } from "../../../pool/formats/tags/readPooltag.ts";
import { countText, numberCell, timeCell } from "./cells.ts";
import { ownerOf } from "./ownerOf.ts";
import { number, tableOf, text, type RecordTable } from "./RecordTable.ts";

/** PoolMon's snapshots: one row each, and the tags of the last one, the largest first. */
export function snapshotTables(snapshots: readonly PoolSnapshot[], pooltag: readonly PooltagEntry[]): RecordTable[] {
  const taken = tableOf(
    countText(snapshots.length, "snapshot"),
    [number("No."), number("Line"), text("Time"), number("Rows"), number("Nonpaged bytes"), number("Paged bytes")],
    snapshots,
    (snapshot) => [
      String(snapshot.number),
      String(snapshot.line),
      timeCell(snapshot.time) || snapshot.stamp,
      numberCell(snapshot.rows.length),
      numberCell(heldIn("nonpaged", snapshot)),
      numberCell(heldIn("paged", snapshot)),
    ],
  );
  const last = snapshots.at(-1);
  if (!last) return [taken];
  const tags = tableOf(
    `${countText(last.rows.length, "row")} of the last snapshot, the largest first (--json gives those of all)`,
    [
      text("Tag"),
      text("Pool"),
      number("Allocs"),
      number("Frees"),
      number("Diff"),
      number("Bytes"),
      number("Per alloc"),
      number("Line"),
      text("Owner"),
    ],
    last.rows.toSorted((a, b) => b.bytes - a.bytes),
    ({ tag, pool, allocs, frees, diff, bytes, perAlloc, line, mappedDriver }) => [
      tag,
      pool,
      ...[allocs, frees, diff, bytes, perAlloc].map(numberCell),
      String(line),
      mappedDriver ?? ownerOf(tag, pooltag),
    ],
  );
  return [taken, tags];
}

/** By the summary lines, which count what no tag does; where they are missing, by the rows. */
function heldIn(pool: Pool, { memory, rows }: PoolSnapshot): number {
  const told = pool === "nonpaged" ? memory?.nonpagedBytes : memory?.pagedBytes;
  if (told !== undefined && !Number.isNaN(told)) return told;
  return rows.reduce((sum, row) => sum + (row.pool === pool ? row.bytes : 0), 0);
}
