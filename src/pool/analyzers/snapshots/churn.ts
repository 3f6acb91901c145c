import { compareTexts } from "../../formats/text/compareTexts.ts";
import type { Pool, PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";
import { tagChanges } from "./tagChanges.ts";

/** How busy a tag is, beside what it keeps. */
export interface TagChurn {
  tag: string;
  pool: Pool;
  /** undefined where stamps cannot be read */
  allocsPerHour: number | undefined;
  /** allocations over the snapshots */
  allocs: number;
  /** frees over the snapshots */
  frees: number;
  /** of these allocations, how many were freed */
  freedShare: number | undefined;
  /** blocks held more at the end: what all that traffic left behind */
  diffGrowth: number;
  /** bytes held more at the end */
  growthBytes: number;
  /** bytes held at the end */
  bytes: number;
  /** the line of its last row */
  line: number;
}

/**
 * The busiest tags by allocations, with what is left of them. Churn is no leak: a tag with four million allocations and as
 * many frees is healthy, one with nine hundred and no frees is not.
 */
export function churn(snapshots: readonly PoolSnapshot[], options: { pool?: Pool } = {}): TagChurn[] {
  return [...tagChanges(snapshots, options.pool).values()]
    .map((changes): TagChurn => {
      const { tag, pool, row } = changes.at(-1)!;
      let [allocs, frees, blocks, bytes, hours] = [0, 0, 0, 0, 0];
      for (const change of changes) {
        allocs += change.allocs;
        frees += change.frees;
        blocks += change.blocks;
        bytes += change.bytes;
        hours += change.hours ?? NaN;
      }
      return {
        tag,
        pool,
        allocsPerHour: hours > 0 ? allocs / hours : undefined,
        allocs,
        frees,
        freedShare: allocs > 0 ? frees / allocs : undefined,
        diffGrowth: blocks,
        growthBytes: bytes,
        bytes: row.bytes,
        line: row.line,
      };
    })
    .sort((a, b) => b.allocs - a.allocs || compareTexts(a.tag, b.tag));
}
