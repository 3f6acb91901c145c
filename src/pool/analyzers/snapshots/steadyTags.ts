import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import { kindOfTag } from "../../formats/tags/knownTags.ts";
import { median } from "../statistics/median.ts";
import { inLockstep } from "./inLockstep.ts";
import type { TagTrend } from "./tagTrends.ts";

/** A tag that only ever rose, with those that did so together with it. */
export interface SteadyTag {
  trend: TagTrend;
  /** tags that gain a block whenever this one does */
  lockstep: TagTrend[];
  /** of its pool's growth, what it and its companions in that pool explain; 0 where the pool did not grow */
  share: number;
  /** the rest of its pool rose and gave back meanwhile, or moved little: no load accounts for the tag */
  restReturned: boolean;
}

/** Each is compared with the others: a machine with more tags that rise steadily has none that stands out. */
const MOST_RISING = 300;
/** Less than this is a handful of pages, whatever it is. */
const LEAST_BYTES = 65_536;
/** A tag must rise in this share of the intervals: one flat interval in five is forgiven. */
const STEADY = 0.8;
/** What it may give back of its growth. */
const GIVEN_BACK = 0.1;
/** From so many intervals on a tag that rose in each of them did not do so by chance, though hundreds are looked at. */
const SURE_INTERVALS = 8;
/** The rest of a pool came down by this share of its range: the load that it follows went, at least once. */
const RETURNED = 0.2;

/**
 * The tags that rose in nearly every interval, gave next to nothing back and gained more than chance or load would have them gain,
 * the one that gained most first. Of tags in lockstep only one is given, with the others: an object's own tag, since it names what
 * is held, else the largest.
 */
export function steadyTags(trends: readonly TagTrend[]): SteadyTag[] {
  const gains = { nonpaged: gainsOf(trends, "nonpaged"), paged: gainsOf(trends, "paged") };
  const rising = trends
    .filter((trend) => trend.growthBytes >= LEAST_BYTES && trend.blocks > 0)
    .filter((trend) => isSteady(trend) || isStepwise(trend, gains[trend.pool]))
    .sort((a, b) => b.growthBytes - a.growthBytes)
    .slice(0, MOST_RISING);
  const groups = groupsInLockstep(rising);
  const moves = { nonpaged: movesOf(trends, "nonpaged"), paged: movesOf(trends, "paged") };
  return groups
    .map((group): SteadyTag => {
      const trend = representative(group);
      const own = group.filter(({ pool }) => pool === trend.pool);
      const rest = moves[trend.pool].map((move, i) => move - own.reduce((sum, each) => sum + each.stepBytes[i]!, 0));
      const whole = moves[trend.pool].reduce((sum, move) => sum + move, 0);
      const gained = own.reduce((sum, each) => sum + each.growthBytes, 0);
      return {
        trend,
        lockstep: group.filter((each) => each !== trend),
        share: whole > 0 ? gained / whole : 0,
        restReturned: hasReturned(rest, gained),
      };
    })
    .filter((steady) => standsOut(steady, moves[steady.trend.pool]));
}

function isSteady({ risenShare, givenBack }: TagTrend): boolean {
  return risenShare >= STEADY && givenBack <= GIVEN_BACK;
}

/**
 * A leak on an error path rises only when something fails, and a cache only until it is full. Such a tag has to rise three times at
 * least, keep what it gained, and gain more than the rest of its pool together.
 */
function isStepwise({ growthBytes, stepBytes, givenBack }: TagTrend, gained: number): boolean {
  const rises = stepBytes.filter((step) => step > growthBytes / 50).length;
  return rises >= 3 && givenBack <= 2 * GIVEN_BACK && growthBytes > gained / 2;
}

/** What all tags of a pool that gained anything gained together. */
function gainsOf(trends: readonly TagTrend[], pool: Pool): number {
  return trends.reduce((sum, each) => sum + (each.pool === pool ? Math.max(0, each.growthBytes) : 0), 0);
}

/** One leak shows under a handful of tags. More that rise alike rise with something else, such as load. */
const MOST_TAGS_OF_A_LEAK = 5;

function groupsInLockstep(rising: readonly TagTrend[]): TagTrend[][] {
  const groups: TagTrend[][] = [];
  for (const trend of rising) {
    const group = groups.find(([first]) => inLockstep(first!, trend));
    if (group) group.push(trend);
    else groups.push([trend]);
  }
  return groups.flatMap((group) => (group.length > MOST_TAGS_OF_A_LEAK ? group.map((trend) => [trend]) : [group]));
}

/** A process brings its token along, an object its name: what comes first here is what is held. */
const HOLDERS = ["Proc", "Thre", "File", "Toke"];

function representative(group: readonly TagTrend[]): TagTrend {
  const place = ({ tag }: TagTrend): number => (HOLDERS.includes(tag) ? HOLDERS.indexOf(tag) : HOLDERS.length);
  const objects = group.filter(({ tag }) => kindOfTag(tag) === "object").sort((a, b) => place(a) - place(b));
  return objects[0] ?? group[0]!;
}

/** What a whole pool's tags moved together in each interval. */
export function movesOf(trends: readonly TagTrend[], pool: Pool): number[] {
  const own = trends.filter((trend) => trend.pool === pool);
  const intervals = trends.reduce((most, { stepBytes }) => Math.max(most, stepBytes.length), 0);
  return Array.from({ length: intervals }, (_, i) => own.reduce((sum, { stepBytes }) => sum + (stepBytes[i] ?? 0), 0));
}

/**
 * Among hundreds of tags some rise a few times in a row by chance. One that does so over few intervals has to gain at least three
 * times what the rest of its pool usually moves in one.
 */
function standsOut({ trend, lockstep, share, restReturned }: SteadyTag, moves: readonly number[]): boolean {
  const own = [trend, ...lockstep].filter(({ pool }) => pool === trend.pool);
  const rest = moves.map((move, i) => Math.abs(move - own.reduce((sum, each) => sum + each.stepBytes[i]!, 0)));
  if (trend.growthBytes >= 3 * median(rest)) return true;
  const everRose = trend.risenShare === 1 && trend.givenBack < 0.02;
  if (everRose && restReturned && trend.intervals >= 6 && trend.growthBytes >= median(rest) / 4) return true;
  if (share >= 0.5 && restReturned) return true;
  return trend.intervals >= SURE_INTERVALS && trend.risenShare > 0.85 && trend.givenBack <= 0.02;
}

/** Whether what rose came back, or moved little beside what the tag gained. */
function hasReturned(steps: readonly number[], gained: number): boolean {
  const { range, fall } = rangeOf(steps);
  return range < 0.25 * gained || fall >= RETURNED * range;
}

/** Whether steps only ever went up: nothing that could have lifted them went away meanwhile. */
export function hasOnlyRisen(steps: readonly number[]): boolean {
  const { range, fall } = rangeOf(steps);
  return fall < RETURNED * range;
}

function rangeOf(steps: readonly number[]): { range: number; fall: number } {
  let [sum, low, high, fall] = [0, 0, 0, 0];
  for (const step of steps) {
    sum += step;
    low = Math.min(low, sum);
    high = Math.max(high, sum);
    fall = Math.max(fall, high - sum);
  }
  return { range: high - low, fall };
}
