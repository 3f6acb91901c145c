import type { Pool, PoolSnapshot } from "./PoolSnapshot.ts";

/** The bytes of a whole pool by a snapshot's summary line; undefined where that line is missing or damaged. */
export function poolBytes({ memory }: PoolSnapshot, pool: Pool): number | undefined {
  const bytes = pool === "nonpaged" ? memory?.nonpagedBytes : memory?.pagedBytes;
  return bytes === undefined || Number.isNaN(bytes) ? undefined : bytes;
}

/** The bytes of all rows of a pool: a little less than the pool, which has partly free pages; far less where a log was filtered. */
export function rowBytes({ rows }: PoolSnapshot, pool: Pool): number {
  let sum = 0;
  for (const row of rows) if (row.pool === pool) sum += row.bytes;
  return sum;
}
