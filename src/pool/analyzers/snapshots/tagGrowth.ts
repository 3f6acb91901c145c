import { compareTexts } from "../../formats/text/compareTexts.ts";
import type { Pool, PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";
import { poolGrowth } from "./poolGrowth.ts";
import { tagChanges, type TagChange } from "./tagChanges.ts";

/** How one tag grew over the snapshots. */
export interface TagGrowth {
  tag: string;
  pool: Pool;
  /** undefined where stamps cannot be read: compare `growthBytes` then */
  growthBytesPerHour: number | undefined;
  /** bytes held more at the end */
  growthBytes: number;
  /** of the whole pool's growth; undefined where the pool did not grow */
  growthShare: number | undefined;
  /** blocks held more at the end */
  diffGrowth: number;
  /** bytes per block gained: the size of what is leaked; undefined where no blocks were gained */
  blockBytes: number | undefined;
  /** of the blocks allocated in between, how many were freed in between; undefined where none were allocated */
  freedShare: number | undefined;
  /** intervals in which both bytes and blocks rose */
  intervalsGrown: number;
  /** intervals that could be compared */
  intervals: number;
  /** it rose in every interval, and there are at least two */
  monotone: boolean;
  /** held at the end */
  bytes: number;
  /** bytes per block at the end, as PoolMon prints it */
  perAlloc: number;
  /** the Mapped_Driver column, where PoolMon printed one */
  mappedDriver: string;
  /** the line of its last row */
  line: number;
}

/**
 * The tags ranked by growth, one row per tag and pool: what to look at first. The largest tag is usually innocent; one
 * whose bytes and blocks rise from every snapshot to the next is not.
 *
 * Restarts cut the record (see `snapshotIntervals` for which pairs were left out and why), counters may wrap at 2^32, a tag
 * may appear later. Fewer than two comparable snapshots give no rows.
 *
 * @param options.pool only this pool; both unless said
 */
export function tagGrowth(snapshots: readonly PoolSnapshot[], options: { pool?: Pool } = {}): TagGrowth[] {
  const changes = tagChanges(snapshots, options.pool);
  const wholeGrowth = {
    nonpaged: poolGrowth(snapshots, "nonpaged").growth.value,
    paged: poolGrowth(snapshots, "paged").growth.value,
  };
  return [...changes.values()]
    .map((list) => summarise(list, wholeGrowth[list[0]!.pool]))
    .sort((a, b) => b.growthBytes - a.growthBytes || compareTexts(a.tag, b.tag));
}

function summarise(changes: readonly TagChange[], wholeGrowth: number): TagGrowth {
  const { tag, pool, row } = changes.at(-1)!;
  const sum = (of: (change: TagChange) => number): number => changes.reduce((total, change) => total + of(change), 0);
  const growthBytes = sum((change) => change.bytes);
  const diffGrowth = sum((change) => change.blocks);
  const allocs = sum((change) => change.allocs);
  const hours = sum((change) => change.hours ?? NaN);
  const intervalsGrown = changes.filter((change) => change.bytes > 0 && change.blocks > 0).length;
  return {
    tag,
    pool,
    growthBytesPerHour: hours > 0 ? growthBytes / hours : undefined,
    growthBytes,
    growthShare: wholeGrowth > 0 ? growthBytes / wholeGrowth : undefined,
    diffGrowth,
    blockBytes: diffGrowth > 0 && growthBytes > 0 ? growthBytes / diffGrowth : undefined,
    freedShare: allocs > 0 ? sum((change) => change.frees) / allocs : undefined,
    intervalsGrown,
    intervals: changes.length,
    monotone: intervalsGrown === changes.length && changes.length > 1,
    bytes: row.bytes,
    perAlloc: row.perAlloc,
    mappedDriver: row.mappedDriver ?? "",
    line: row.line,
  };
}
