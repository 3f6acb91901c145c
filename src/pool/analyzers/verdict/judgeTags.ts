import type { CounterLog } from "../../formats/perfmon/CounterLog.ts";
import { poolBytes, rowBytes } from "../../formats/poolmon/poolBytes.ts";
import type { Pool, PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";
import { quantity, type Quantity } from "../../Quantity.ts";
import { poolLimit, type PoolMachine } from "../counters/poolLimit.ts";
import { timeToExhaustion } from "../counters/timeToExhaustion.ts";
import { sameHours } from "../snapshots/sameHours.ts";
import { tagToDriver, type TagSources } from "../snapshots/tagToDriver.ts";
import { judgePool } from "./judgePool.ts";
import { unclear } from "./cannotTell.ts";
import { nextStep } from "./nextStep.ts";
import { hasOwner, isProven, tagEvidence, type TagEvidence } from "./tagEvidence.ts";
import { tagConfidence } from "./tagConfidence.ts";
import { tagNextSteps } from "./tagNextSteps.ts";
import { summariseTags, tagReasons } from "./tagReasons.ts";
import { confidenceWord, type Verdict, type VerdictWord } from "./Verdict.ts";
import { count } from "./words.ts";

/** What `judgeTags` is told beside the snapshots; all of it is found or left out unless said. */
export interface JudgeTagsOptions extends Omit<TagSources, "snapshots"> {
  /** which pool; the one that grew more unless said */
  pool?: Pool;
  /** the counter log of the same time: the tag has to account for the slope of its pool's floor; one of other hours is left out */
  counters?: CounterLog;
  /** that slope, where it is already known (`fitFloor(…).slope`) */
  counterSlope?: Quantity;
  /** the most the pool can take, from `poolLimit` or `!vm`: gives the time until it is full */
  limit?: number | Quantity;
  /** the machine, instead of a limit: gives the limit by `poolLimit` */
  machine?: PoolMachine;
}

/**
 * Which tag leaks, or why that cannot be told: judged by growth from snapshot to snapshot within one boot, never by size
 * or by how busy a tag is.
 *
 * `leak`: a tag's bytes and blocks rise in nearly every one of two intervals or more, it explains at least half of the
 * pool's growth, and it does not flatten. `cache`: the tag flattens, or is one that fills with cached data. `load`: the
 * pool grew and gave back. `steady`: the pool did not grow. `unclear`: fewer than three snapshots, or growth that no one tag
 * explains.
 */
export function judgeTags(snapshots: readonly PoolSnapshot[], options: JudgeTagsOptions = {}): Verdict {
  const evidence = tagEvidence(snapshots, options.pool);
  if (evidence.intervals < 2) return tooFewSnapshots(snapshots, evidence);
  const word = decide(evidence);
  const { suspect, pool, run } = evidence;
  const drivers = suspect ? tagToDriver(suspect.tag, { ...options, snapshots }) : [];
  const named = word === "leak" || word === "cache" || (word === "unclear" && suspect !== undefined);
  const apart = options.counters !== undefined && !sameHours(options.counters, run);
  const counterSlope = options.counterSlope ?? slopeOf(apart ? undefined : options.counters, pool);
  const limit = options.limit ?? (options.machine && poolLimit({ ...options.machine, pool }));
  const confidence = tagConfidence(word, evidence, counterSlope);
  const rate = named ? rateOf(evidence) : undefined;
  const room = word === "leak" ? roomLeft(run.at(-1)!, pool, limit) : undefined;
  const { reasons, against } = tagReasons(word, evidence, snapshots, drivers, counterSlope);
  const exhaustion = room === undefined || rate === undefined ? undefined : timeToExhaustion(0, room, rate);
  return {
    kind: "verdict",
    verdict: word,
    summary: summariseTags(word, evidence, rate, drivers[0]),
    pool,
    tag: named ? suspect?.tag : undefined,
    driver: named && hasOwner(evidence.kind) && drivers[0]?.worth !== "weak" ? drivers[0]?.driver : undefined,
    rate,
    growth: named && suspect ? quantity(suspect.growthBytes, "B") : evidence.whole.growth,
    exhaustion,
    confidence,
    confidenceWord: confidenceWord(confidence),
    reasons,
    against: apart ? [...against, OTHER_HOURS] : against,
    next: tagNextSteps(word, evidence, drivers),
    lines:
      named && suspect
        ? run.flatMap((s) => s.rows.filter((r) => r.tag === suspect.tag && r.pool === pool).map((r) => r.line))
        : [],
    log: run[0]?.log,
  };
}

const OTHER_HOURS =
  "The counter log covers other hours than the snapshots, so its slope is left out: give the log that was recorded with them.";

/** Where no tag stands out, growth of the whole pool below this share of its size is coming and going. */
const STILL = 0.005;
/** From so many intervals on, a leak would have shown as a tag that rises in each. */
const ENOUGH_INTERVALS = 5;
/** A pool that swings by less than this share of its size is called steady, not loaded. */
const SWING = 0.1;

function decide(evidence: TagEvidence): VerdictWord {
  const { run, pool, whole, trend, kind, flattens, tooShort, intervals } = evidence;
  if (tooShort) return "unclear";
  const size = sizeOf(run[0]!, pool);
  const peak = Math.max(...run.map((snapshot) => sizeOf(snapshot, pool)));
  if (trend === undefined) {
    const gaveBack = peak - size > 0.02 * size && whole.growth.value < 0.3 * (peak - size);
    if (gaveBack) return peak - size < SWING * size ? "steady" : "load";
    if (whole.growth.value <= STILL * size) return "steady";
    if (intervals < ENOUGH_INTERVALS || evidence.restRises) return "unclear";
    return peak - size < SWING * size ? "steady" : "load";
  }
  if (!isProven(trend)) return "unclear";
  return flattens || kind === "cache" || kind === "trace" ? "cache" : "leak";
}

function sizeOf(snapshot: PoolSnapshot, pool: Pool): number {
  return poolBytes(snapshot, pool) ?? rowBytes(snapshot, pool);
}

/** The slope of the pool's floor in the counters: what the tag has to account for. */
function slopeOf(counters: CounterLog | undefined, pool: Pool): Quantity | undefined {
  return counters && judgePool(counters, { pool }).rate;
}

/** How many bytes are left: up to the limit, and up to the commit limit, to which pool is charged. */
function roomLeft(last: PoolSnapshot, pool: Pool, limit: number | Quantity | undefined): number | undefined {
  const now = poolBytes(last, pool);
  if (now === undefined || last.memory === undefined) return undefined;
  const own = limit === undefined ? Infinity : (typeof limit === "number" ? limit : limit.value) - now;
  const commit =
    pool === "paged" || limit !== undefined ? last.memory.commitLimitBytes - last.memory.commitBytes : Infinity;
  const room = Math.min(own, commit);
  return Number.isFinite(room) ? Math.max(0, room) : undefined;
}

/** The slope within one boot; over several boots, or where it cannot be had, what was gained by the hours of all of them. */
function rateOf({ fit, suspect, run, intervals }: TagEvidence): Quantity | undefined {
  const mean = suspect?.growthBytesPerHour;
  if (fit && Number.isFinite(fit.slope.value) && (mean === undefined || run.length > intervals)) return fit.slope;
  return mean === undefined ? undefined : quantity(mean, "B/h");
}

function tooFewSnapshots(snapshots: readonly PoolSnapshot[], { run, growth, pool }: TagEvidence): Verdict {
  const filled = snapshots.filter((snapshot) => snapshot.rows.length > 0).length;
  const top = growth.find((row) => row.growthBytes > 0 && row.diffGrowth > 0);
  const reasons = [
    filled === 0
      ? "No snapshot has any rows."
      : `${count(filled, "snapshot")} in all${filled > run.length ? `, but only ${run.length} of them in a row without a restart or a change of selection` : ""}: growth has to be seen twice.`,
  ];
  if (top)
    reasons.push(
      `Tag ${top.tag.trimEnd()} gained ${top.diffGrowth} blocks between two snapshots: watch it, but one interval can as well be load.`,
    );
  return unclear(
    `Fewer than three snapshots of one boot: not enough to tell which tag leaks${top ? `; watch ${top.tag.trimEnd()}` : ""}.`,
    {
      pool: filled > 0 ? pool : undefined,
      tag: top?.tag,
      reasons,
      next: [
        nextStep("Take a snapshot every 15 minutes or more, at least three, better six.", "poolmon-loop"),
        ...(top ? [nextStep("Meanwhile watch this tag.", "poolmon-tag", { tag: top.tag })] : []),
      ],
      lines: top ? [top.line] : [],
      log: snapshots[0]?.log,
    },
  );
}
