import { poolBytes, rowBytes } from "../../formats/poolmon/poolBytes.ts";
import type { Pool, PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";
import type { TagKind } from "../../formats/tags/KnownTag.ts";
import { kindOfTag } from "../../formats/tags/knownTags.ts";
import { fitSlope, type SlopeFit } from "../counters/fitSlope.ts";
import { poolGrowth, type PoolGrowth } from "../snapshots/poolGrowth.ts";
import { comparedPairs, longestRun } from "../snapshots/snapshotIntervals.ts";
import { hasOnlyRisen, movesOf, steadyTags, type SteadyTag } from "../snapshots/steadyTags.ts";
import { tagGrowth, type TagGrowth } from "../snapshots/tagGrowth.ts";
import { tagSeries } from "../snapshots/tagSeries.ts";
import { tagTrends, type TagTrend } from "../snapshots/tagTrends.ts";

/** What the snapshots say of a pool. */
export interface TagEvidence {
  pool: Pool;
  /** the longest run of snapshots within one boot */
  run: PoolSnapshot[];
  /** intervals that can be compared, over all boots */
  intervals: number;
  /** hours that they cover; undefined without times */
  hours: number | undefined;
  whole: PoolGrowth;
  growth: TagGrowth[];
  /** tags that rose in nearly every interval and gave nothing back, the suspect first, then the one that gained most */
  steady: TagGrowth[];
  suspect: TagGrowth | undefined;
  /** the suspect's trend, with what goes in step with it */
  trend: SteadyTag | undefined;
  /** what the suspect's blocks are; undefined where the tag is not known, as most drivers' are not */
  kind: TagKind | undefined;
  /** the suspect's slope; undefined without times */
  fit: SlopeFit | undefined;
  /** the suspect rose at first and hardly any more later */
  flattens: boolean;
  /** of the pool's growth, what the suspect and its companions explain; 0 where the pool did not grow */
  share: number;
  /** the snapshots cover so little time that work that was just being done may account for all they show */
  tooShort: boolean;
  /** the pool's tags together rose and did not come back */
  restRises: boolean;
}

/** Less than an hour shows what happened to be done, unless a pool grows by half. */
const LEAST_HOURS = 1;
const FAST = 0.5;

/** A tag of which less than this came in the second half of the time has filled up. */
const FLAT = 0.2;

/** Gathers what the snapshots say about one pool, or about the one whose tag rises most steadily, or that grew more. */
export function tagEvidence(snapshots: readonly PoolSnapshot[], pool: Pool | undefined): TagEvidence {
  const run = longestRun(snapshots);
  const trends = tagTrends(snapshots);
  const steady = steadyTags(trends).filter((each) => pool === undefined || each.trend.pool === pool);
  const trend = chooseSuspect(steady);
  const wholes = { nonpaged: poolGrowth(snapshots, "nonpaged"), paged: poolGrowth(snapshots, "paged") };
  const more = wholes.paged.growth.value > wholes.nonpaged.growth.value ? "paged" : "nonpaged";
  const chosen = pool ?? trend?.trend.pool ?? more;
  const growth = tagGrowth(snapshots, { pool: chosen });
  const rowOf = ({ trend: { tag } }: SteadyTag): TagGrowth => growth.find((row) => row.tag === tag)!;
  const suspect = trend && rowOf(trend);
  const others = steady.filter((each) => each !== trend && each.trend.pool === chosen);
  const series = suspect && tagSeries(run, suspect.tag, suspect.pool);
  const timed = series?.times.every(Number.isFinite) ?? false;
  const hours =
    suspect?.growthBytesPerHour === undefined ? undefined : suspect.growthBytes / suspect.growthBytesPerHour;
  const spanned = hours ?? comparedPairs(snapshots).reduce((sum, pair) => sum + (pair.hours ?? NaN), 0);
  const size = run[0] === undefined ? NaN : (poolBytes(run[0], chosen) ?? rowBytes(run[0], chosen));
  return {
    pool: chosen,
    run,
    intervals: trends.reduce((most, each) => Math.max(most, each.intervals), 0),
    hours: Number.isFinite(spanned) ? spanned : undefined,
    whole: wholes[chosen],
    growth,
    steady: [...(suspect ? [suspect] : []), ...others.map(rowOf)],
    suspect,
    trend,
    kind: suspect && kindOfTag(suspect.tag),
    fit: timed && series && run.length > 2 ? fitSlope(series) : undefined,
    flattens: trend !== undefined && isFlat(trend.trend),
    share: trend && wholes[chosen].growth.value > 0 ? gainedBy(trend) / wholes[chosen].growth.value : 0,
    tooShort: spanned < LEAST_HOURS && wholes[chosen].growth.value < FAST * size,
    restRises: hasOnlyRisen(movesOf(trends, chosen)),
  };
}

/** What a tag and its companions in the same pool gained. */
function gainedBy({ trend, lockstep }: SteadyTag): number {
  return lockstep.reduce((sum, each) => sum + (each.pool === trend.pool ? each.growthBytes : 0), trend.growthBytes);
}

/** What still rises comes before what has filled up, and what load does not account for before what it may. */
function chooseSuspect(steady: readonly SteadyTag[]): SteadyTag | undefined {
  const rising = steady.filter(({ trend }) => !isFlat(trend));
  return rising.find(isProven) ?? rising[0] ?? steady[0];
}

/** Whether nothing but a leak accounts for a tag: most of its pool's growth is its own, or the load that could have lifted it went away. */
export function isProven({ share, restReturned }: SteadyTag): boolean {
  return share >= 0.5 || restReturned;
}

function isFlat({ lateShare, intervals }: TagTrend): boolean {
  return intervals >= 3 && lateShare < FLAT;
}

/** Whether a tag of this kind names who lets it grow; objects and shared tags do not. */
export function hasOwner(kind: TagKind | undefined): boolean {
  return kind !== "object" && kind !== "generic";
}
