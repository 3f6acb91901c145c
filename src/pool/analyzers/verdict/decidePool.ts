import type { Quantity } from "../../Quantity.ts";
import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import { fitFloor } from "../counters/findFloor.ts";
import { handleGrowth } from "../counters/handleGrowth.ts";
import { quantile, robustSpread } from "../statistics/median.ts";
import { timeToExhaustion } from "../counters/timeToExhaustion.ts";
import { validSamples, type Series } from "../counters/Series.ts";
import { seriesIfAny } from "../counters/takeSeries.ts";
import { withoutLoad } from "../counters/withoutLoad.ts";
import type { JudgedPart } from "./choosePart.ts";
import { floorEvidence, type FloorEvidence } from "./floorEvidence.ts";
import type { JudgePoolOptions } from "./judgePool.ts";
import { poolConfidence } from "./poolConfidence.ts";
import { poolNextSteps } from "./poolNextSteps.ts";
import { poolReasons, summarise } from "./poolReasons.ts";
import { confidenceWord, type Verdict, type VerdictWord } from "./Verdict.ts";

/** What the decision rests on, gathered once and told by `poolReasons`. */
export interface PoolEvidence extends FloorEvidence {
  pool: Pool;
  part: JudgedPart;
  /** the floor rises: its interval lies above zero and it grew by several times its noise */
  rises: boolean;
  /** the floor rose at first and hardly any more later */
  flattens: boolean;
  /** it still rises, but less than half as fast as at first */
  slows: boolean;
  /** without what the load accounts for, the floor does not rise */
  loadExplains: boolean;
  /** the peaks follow the load */
  followsLoad: boolean;
  /** how far the peaks stand above the first floor, as a share of it */
  swingShare: number;
  /** less than an hour was logged, and the pool did not grow by half */
  isBrief: boolean;
  /** the floor ends about where it began, while the peaks stood well above it */
  comesBack: boolean;
  /** the fastest leak that the interval of the slope leaves room for, per day */
  unseenBytesPerDay: number;
  /** processes whose handle count rises in step */
  handles: ReturnType<typeof handleGrowth>;
}

/** Growth has to be this many times the noise: at three, chance is no explanation any more. */
const TIMES_NOISE = 3;
const LEAST_CYCLES = 3;
const LEAST_OF_SWING = 0.01;
/** What fills up is seen where it lifted the floor by this share of what the load does. */
const LEAST_FILLED = 0.1;
/** A pool that swings by less than this share of its floor is called steady, not loaded. */
const SWING = 0.1;
/** Less than an hour shows what happened to be done, unless the pool grows by half. */
const LEAST_SECONDS = 3600;
const FAST = 0.5;

/** Judges one pool by the floor of one part of a log. */
export function decidePool(part: JudgedPart, pool: Pool, options: JudgePoolOptions): Verdict {
  const evidence = gather(part, pool, options);
  const word = decide(evidence);
  const { fit } = evidence;
  const confidence = poolConfidence(word, evidence);
  const room = word === "leak" ? roomLeft(part, pool, options.limit) : undefined;
  const exhaustion = room === undefined ? undefined : timeToExhaustion(0, room, fit.slope);
  return {
    kind: "verdict",
    verdict: word,
    summary: summarise(word, evidence, exhaustion),
    pool,
    tag: undefined,
    driver: undefined,
    rate: Number.isFinite(fit.slope.value) ? fit.slope : undefined,
    growth: Number.isFinite(fit.growth.value) ? fit.growth : undefined,
    exhaustion,
    confidence,
    confidenceWord: confidenceWord(confidence),
    ...poolReasons(word, evidence),
    next: poolNextSteps(word, evidence),
    lines: evidence.cycles.map((row) => row.line),
    log: part.series.log,
  };
}

function gather(part: JudgedPart, pool: Pool, options: JudgePoolOptions): PoolEvidence {
  const { series, load } = part;
  const floor = floorEvidence(series, load?.series, options.period);
  const { fit, early, late, cycles, noiseBytes, growthBytes } = floor;
  const grew = growthBytes > 0 && growthBytes >= TIMES_NOISE * noiseBytes;
  const lateShare = late.slope.value / early.slope.value;
  const [first, last] = [cycles[0]?.bytes ?? NaN, cycles.at(-1)?.bytes ?? NaN];
  const highest = Math.max(...cycles.map((row) => row.bytes));
  const followsLoad = load !== undefined && load.correlation.withoutTrend >= 0.5;
  const values = validSamples(series).values;
  const swingBytes = quantile(values, 0.95) - first;
  const jitter = robustSpread(values.slice(1).map((value, i) => value - values[i]!));
  const flattens =
    // A curve that flattens lies off any straight line: its noise is that of its second half.
    early.growth.value >= TIMES_NOISE * Math.min(noiseBytes, late.noise.value) &&
    early.slope.value > 0 &&
    lateShare < 0.35 &&
    last - first > LEAST_FILLED * swingBytes &&
    !(late.growing && lateShare > 0.2) &&
    // What filled up stays; load that went would have taken the floor back with it.
    last - first > 0.6 * (highest - first);
  const comesBack = swingBytes > TIMES_NOISE * jitter && last - first < 0.25 * swingBytes;
  // Growth that is next to nothing beside what the load does to the pool is not seen through it.
  const rises = fit.growing && grew && growthBytes > LEAST_OF_SWING * swingBytes;
  const without =
    rises && load !== undefined && followsLoad
      ? fitFloor(withoutLoad(series, load.series), { period: floor.period })
      : undefined;
  const left = without === undefined ? 1 : without.slope.value / fit.slope.value;
  const loadExplains = without !== undefined && left < 0.5;
  const high = fit.slope.high ?? NaN;
  return {
    ...floor,
    pool,
    part,
    rises,
    flattens,
    slows: rises && !flattens && early.slope.value > 0 && lateShare < 0.5,
    loadExplains,
    followsLoad,
    comesBack,
    swingShare: swingBytes / Math.max(first, 1),
    isBrief: part.segment.durationSeconds < LEAST_SECONDS && growthBytes < FAST * first,
    unseenBytesPerDay: Math.max(0, high * 24),
    handles: rises ? handleGrowth(part.log) : [],
  };
}

function decide(evidence: PoolEvidence): VerdictWord {
  const { cycles, rises, flattens, slows, loadExplains, followsLoad, comesBack, fit, noiseBytes, swingShare } =
    evidence;
  if (cycles.length < LEAST_CYCLES || evidence.isBrief) return "unclear";
  if (flattens) return "cache";
  if (rises) return slows ? "unclear" : loadExplains ? "load" : "leak";
  // A rise that the noise could have made is no answer in either direction.
  if (fit.growing) return "unclear";
  if (comesBack && (followsLoad || (evidence.repeats && swingShare > 5 * SWING)))
    return swingShare < SWING ? "steady" : "load";
  if (fit.growth.value > TIMES_NOISE * noiseBytes) return "unclear";
  return missesLittle(evidence) ? "steady" : "unclear";
}

/** Whether a leak that went unnoticed would be slow: a twentieth of the pool in a day at most. */
function missesLittle(evidence: PoolEvidence): boolean {
  return evidence.unseenBytesPerDay < 0.05 * Math.max(evidence.fit.start.value, 1);
}

/**
 * How many bytes are left at the end of the log. Pool is charged to commit, and for paged pool that is usually the end:
 * Commit Limit less Committed Bytes bounds it even where no limit is given.
 */
function roomLeft({ log, series }: JudgedPart, pool: Pool, limit: number | Quantity | undefined): number | undefined {
  const lastOf = (s: Series | undefined): number => (s ? (validSamples(s).values.at(-1) ?? NaN) : NaN);
  const commit =
    lastOf(seriesIfAny(log, "\\Memory\\Commit Limit")) - lastOf(seriesIfAny(log, "\\Memory\\Committed Bytes"));
  const own = limit === undefined ? Infinity : (typeof limit === "number" ? limit : limit.value) - lastOf(series);
  const room = Math.min(own, Number.isFinite(commit) && (pool === "paged" || limit !== undefined) ? commit : Infinity);
  return Number.isFinite(room) ? Math.max(0, room) : undefined;
}
