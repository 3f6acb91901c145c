import type { CounterLog } from "../../formats/perfmon/CounterLog.ts";
import { median } from "../statistics/median.ts";

/** A stretch of time without samples. */
export interface Gap {
  /** the last sample before it */
  time: number;
  /** the first sample after it */
  untilTime: number;
  /** how long nothing was sampled */
  seconds: number;
  /** how many samples are missing, by the usual interval */
  missed: number;
  /** `no rows`: nobody sampled (stopped, restarted, asleep); `blank rows`: rows without a single number (starved machine) */
  kind: "no rows" | "blank rows";
  /** the line of the first sample after it */
  line: number;
}

/** The usual time between two samples, in seconds: their median. NaN for fewer than two samples. */
export function sampleInterval(log: CounterLog): number {
  return median(steps(log.times).filter((step) => step > 0)) / 1000;
}

/**
 * Where the log has no numbers for more than twice its usual interval. Rows in which every counter is blank count as
 * missing: the machine was then often too starved to sample, which is a symptom by itself. A log's first row may be blank.
 */
export function findGaps(log: CounterLog): Gap[] {
  const usual = sampleInterval(log) * 1000;
  const gaps: Gap[] = [];
  let last = -1;
  for (let i = 0; i < log.times.length; i++) {
    if (log.counters.length > 0 && log.counters.every((counter) => Number.isNaN(counter.values[i]!))) continue;
    const blankRows = last >= 0 ? i - last - 1 : 0;
    const step = last >= 0 ? log.times[i]! - log.times[last]! : 0;
    if (last >= 0 && (blankRows > 0 || step > 2 * usual))
      gaps.push({
        time: log.times[last]!,
        untilTime: log.times[i]!,
        seconds: step / 1000,
        missed: Math.max(blankRows, Math.round(step / usual) - 1),
        kind: blankRows > 0 ? "blank rows" : "no rows",
        line: log.lines[i]!,
      });
    last = i;
  }
  return gaps;
}

function steps(times: Float64Array): number[] {
  return Array.from(times.subarray(1), (time, i) => time - times[i]!);
}
