import type { CounterLog } from "../../formats/perfmon/CounterLog.ts";
import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import { findLoads, type LoadCandidate } from "../counters/chooseLoad.ts";
import { correlate } from "../counters/correlate.ts";
import { findReboots } from "../counters/findReboots.ts";
import { findGaps } from "../counters/findGaps.ts";
import { cutLog, segments, type Segment } from "../counters/segments.ts";
import { validSamples, type Series } from "../counters/Series.ts";
import { seriesIfAny } from "../counters/takeSeries.ts";
import type { JudgePoolOptions } from "./judgePool.ts";
import { count, durationInWords } from "./words.ts";

/** The part of a log that a verdict rests on. */
export interface JudgedPart {
  /** the whole log's part between two restarts */
  log: CounterLog;
  series: Series;
  load: LoadCandidate | undefined;
  segment: Segment;
  /** doubts that come with the record: restarts, gaps, a warm-up that could not be left out */
  doubts: string[];
  /** why nothing can be judged, as a sentence; undefined where something can */
  tooShort: string | undefined;
}

/** Below this no trend test can say anything. */
const LEAST_SAMPLES = 12;

/** In the first two hours services start and caches fill. */
const WARM_UP_MINUTES = 120;

/** Takes the longest part of a log within one boot, without the warm-up; undefined where the log lacks the counter. */
export function choosePart(log: CounterLog, pool: Pool, options: JudgePoolOptions): JudgedPart | undefined {
  const path = poolCounter(pool);
  if (!seriesIfAny(log, path)?.values.some(Number.isFinite)) return undefined;
  const doubts: string[] = [];
  const warmUpMinutes = options.warmUpMinutes ?? WARM_UP_MINUTES;
  let parts = segments(log, { warmUpMinutes });
  if (parts.length === 0) {
    parts = segments(log);
    doubts.push(
      `The machine had just started: all of the log is within ${warmUpMinutes} minutes after its start, when services start and caches fill.`,
    );
  }
  const segment = parts.reduce((best, part) => (part.durationSeconds > best.durationSeconds ? part : best));
  const reboots = findReboots(log);
  if (reboots.length > 0)
    doubts.push(
      `The machine was restarted ${reboots.length === 1 ? "once" : `${reboots.length} times`} (line ${reboots.map((r) => r.line).join(", ")}): ` +
        `only the longest part of ${durationInWords(segment.durationSeconds)} is judged.`,
    );
  const part = cutLog(log, segment);
  const series = seriesIfAny(part, path)!;
  const gaps = findGaps(part);
  const missed = gaps.reduce((sum, gap) => sum + gap.missed, 0);
  if (missed > 0.05 * part.times.length)
    doubts.push(`${count(missed, "sample")} are missing in ${count(gaps.length, "gap")}.`);
  const valid = validSamples(series);
  const tooShort =
    valid.values.length < LEAST_SAMPLES
      ? `Only ${count(valid.values.length, "sample")} hold${valid.values.length === 1 ? "s" : ""} the ${pool} pool.`
      : undefined;
  const load = tooShort === undefined ? chooseLoad(part, series, options.load) : undefined;
  return { log: part, series, load, segment, doubts, tooShort };
}

/** The path of a pool's size. */
export function poolCounter(pool: Pool): string {
  return pool === "nonpaged" ? "\\Memory\\Pool Nonpaged Bytes" : "\\Memory\\Pool Paged Bytes";
}

function chooseLoad(log: CounterLog, series: Series, path: string | undefined): LoadCandidate | undefined {
  if (path === undefined) return findLoads(log, series)[0];
  const load = seriesIfAny(log, path);
  return load && { series: load, correlation: correlate(series, load) };
}
