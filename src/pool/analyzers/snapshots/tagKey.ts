import type { Pool, PoolSnapshot, PoolTagRow } from "../../formats/poolmon/PoolSnapshot.ts";

/** Allocs and Frees are 32-bit in the kernel: after this many they start again at 0. */
export const WRAP = 2 ** 32;

/** One tag in one pool: a tag that is used in both has two rows, and they are two suspects. */
export function tagKey(row: { tag: string; pool: Pool }): string {
  return `${row.pool} ${row.tag}`;
}

/** The rows of a snapshot by tag and pool. A row printed twice (a log joined by hand) counts once: the last. */
export function rowsByKey(snapshot: PoolSnapshot, pool?: Pool): Map<string, PoolTagRow> {
  return new Map(
    snapshot.rows.filter((row) => pool === undefined || row.pool === pool).map((row) => [tagKey(row), row]),
  );
}

/** How far a counter that only rises went between two snapshots, past its wrap at 4,294,967,296 where it fell. */
export function counted(before: number, after: number): number {
  return after >= before ? after - before : after - before + WRAP;
}

/** The blocks a tag holds. While one of its counters has wrapped and the other not yet, their plain difference is not it. */
export function blocksHeld(row: { allocs: number; frees: number }): number {
  return (row.allocs - row.frees) | 0;
}
