import type { Pool, PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";
import { median } from "../statistics/median.ts";
import { tagChanges, type TagChange } from "./tagChanges.ts";

/** In which direction a tag goes, over all snapshots that can be compared. */
export interface TagTrend {
  tag: string;
  pool: Pool;
  /** bytes gained */
  growthBytes: number;
  /** blocks gained */
  blocks: number;
  /** the deepest fall from a height once reached, as a share of what was gained: 0 for a tag that never gives back */
  givenBack: number;
  /** bytes and blocks rose in this share of the intervals */
  risenShare: number;
  /** how fast it grew in the second half of the time, beside the first: near 0 where it flattens, 1 where it goes on */
  lateShare: number;
  /** intervals compared */
  intervals: number;
  /** what each interval added, in blocks */
  steps: number[];
  /** what each interval added, in bytes */
  stepBytes: number[];
  /** it held next to nothing at the start of the record */
  begins: boolean;
  /** the line of its last row */
  line: number;
}

/**
 * The trend of every tag of both pools, whatever its size. Restarts are left out by leaving out the intervals across them:
 * what each boot added is put end to end.
 */
export function tagTrends(snapshots: readonly PoolSnapshot[], pool?: Pool): TagTrend[] {
  const changes = [...tagChanges(snapshots, pool).values()];
  const most = changes.reduce((longest, list) => Math.max(longest, list.length), 0);
  return changes.map((list) => trendOf(list, most));
}

function trendOf(changes: readonly TagChange[], intervals: number): TagTrend {
  const { tag, pool, row } = changes.at(-1)!;
  // A tag that appears late stood at nothing before.
  const missing = new Array<number>(intervals - changes.length).fill(0);
  const steps = [...missing, ...changes.map(({ blocks }) => blocks)];
  const stepBytes = [...missing, ...changes.map(({ bytes }) => bytes)];
  const usual = median(changes.map(({ hours }) => hours ?? NaN)) || 1;
  const hours = [...missing.map(() => usual), ...changes.map((change) => change.hours ?? 1)];
  const held = sumsOf(stepBytes);
  const times = sumsOf(hours);
  const growthBytes = held.at(-1)!;
  let peak = 0;
  let fall = 0;
  for (const bytes of held) {
    peak = Math.max(peak, bytes);
    fall = Math.max(fall, peak - bytes);
  }
  const risen = changes.filter(({ bytes, blocks }) => bytes > 0 && blocks > 0).length;
  return {
    tag,
    pool,
    growthBytes,
    blocks: steps.reduce((sum, step) => sum + step, 0),
    givenBack: growthBytes > 0 ? fall / growthBytes : 1,
    risenShare: risen / intervals,
    lateShare: lateShare(times, held),
    intervals,
    steps,
    stepBytes,
    begins: row.bytes - changes.reduce((sum, { bytes }) => sum + bytes, 0) < 0.05 * growthBytes,
    line: row.line,
  };
}

/** The growth of the second half of the time over that of the first, by the straight lines between the halves' ends. */
function lateShare(times: readonly number[], held: readonly number[]): number {
  const middle = times.at(-1)! / 2;
  const after = times.findIndex((time) => time >= middle);
  const before = Math.max(0, after - 1);
  const span = times[after]! - times[before]!;
  const at =
    span > 0 ? held[before]! + ((held[after]! - held[before]!) * (middle - times[before]!)) / span : held[after]!;
  return at > 0 ? (held.at(-1)! - at) / at : Infinity;
}

function sumsOf(steps: readonly number[]): number[] {
  const sums = [0];
  for (const step of steps) sums.push(sums.at(-1)! + step);
  return sums;
}
