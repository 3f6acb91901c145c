import type { Pool, PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";
import type { TagKind } from "../../formats/tags/KnownTag.ts";
import { kindOfTag } from "../../formats/tags/knownTags.ts";
import { fitSlope, type SlopeFit } from "../counters/fitSlope.ts";
import { cutSeries } from "../counters/Series.ts";
import { poolGrowth, type PoolGrowth } from "../snapshots/poolGrowth.ts";
import { longestRun } from "../snapshots/snapshotIntervals.ts";
import { tagChanges } from "../snapshots/tagChanges.ts";
import { tagGrowth, type TagGrowth } from "../snapshots/tagGrowth.ts";
import { median } from "../statistics/median.ts";
import { tagSeries } from "../snapshots/tagSeries.ts";

/** What the snapshots of one boot say. */
export interface TagEvidence {
  pool: Pool;
  /** the snapshots compared: the longest run within one boot */
  run: PoolSnapshot[];
  whole: PoolGrowth;
  growth: TagGrowth[];
  /** tags that rose in nearly every interval, the fastest first */
  steady: TagGrowth[];
  suspect: TagGrowth | undefined;
  /** what the suspect's blocks are; undefined where the tag is not known, as most drivers' are not */
  kind: TagKind | undefined;
  /** the suspect's slope; undefined without times */
  fit: SlopeFit | undefined;
  /** the suspect rose at first and hardly any more later */
  flattens: boolean;
  /** of the pool's growth, what the suspect explains; 0 where the pool did not grow */
  share: number;
  /** the suspect gained several times what the other tags together come and go in an interval */
  standsOut: boolean;
}

/** A tag must rise in this share of the intervals to be called steady: one flat interval in five is forgiven. */
const STEADY = 0.8;

/** Gathers what the snapshots say about one pool, or about the one that grew more. */
export function tagEvidence(snapshots: readonly PoolSnapshot[], pool: Pool | undefined): TagEvidence {
  const run = longestRun(snapshots);
  const wholes = [poolGrowth(run, "nonpaged"), poolGrowth(run, "paged")] as const;
  const whole =
    pool === undefined
      ? wholes[1].growth.value > wholes[0].growth.value
        ? wholes[1]
        : wholes[0]
      : wholes[pool === "nonpaged" ? 0 : 1];
  const growth = tagGrowth(run, { pool: whole.pool });
  const steady = growth.filter(
    (row) => row.growthBytes > 0 && row.diffGrowth > 0 && row.intervalsGrown >= STEADY * row.intervals,
  );
  const suspect = steady[0];
  const series = suspect && tagSeries(run, suspect.tag, suspect.pool);
  const timed = series?.times.every(Number.isFinite) ?? false;
  // Without times the snapshots' numbers stand in for hours: enough to see whether growth goes on.
  const spaced = series && (timed ? series : { ...series, times: series.times.map((_, i) => i * 3_600_000) });
  const middle = Math.floor(run.length / 2);
  const early = spaced && fitSlope(cutSeries(spaced, 0, middle));
  const late = spaced && fitSlope(cutSeries(spaced, middle, run.length - 1));
  return {
    pool: whole.pool,
    run,
    whole,
    growth,
    steady,
    suspect,
    kind: suspect && kindOfTag(suspect.tag),
    fit: timed && series ? fitSlope(series) : undefined,
    flattens:
      run.length >= 5 && early !== undefined && late !== undefined && late.slope.value < 0.25 * early.slope.value,
    standsOut: suspect !== undefined && standsOut(run, suspect),
    share: suspect && whole.growth.value > 0 ? suspect.growthBytes / whole.growth.value : 0,
  };
}

/** Whether a tag of this kind names who lets it grow; objects and shared tags do not. */
export function hasOwner(kind: TagKind | undefined): boolean {
  return kind !== "object" && kind !== "generic";
}

/** Less than this is a handful of pages, whatever it is. */
const LEAST_BYTES = 65_536;

/**
 * Among hundreds of tags some rise a few times in a row by chance. A leak gains, over all intervals, at least three times
 * what the rest of its pool usually moves in one.
 */
function standsOut(run: readonly PoolSnapshot[], suspect: TagGrowth): boolean {
  const others = [...tagChanges(run, suspect.pool).values()].filter((list) => list[0]!.tag !== suspect.tag);
  const moves = new Array<number>(run.length - 1).fill(0);
  for (const list of others)
    list.forEach((change, i) => {
      // Where a tag was not seen at first, its changes are those of the last intervals.
      moves[moves.length - list.length + i]! += change.bytes;
    });
  return suspect.growthBytes >= Math.max(LEAST_BYTES, 3 * median(moves.map(Math.abs)));
}
