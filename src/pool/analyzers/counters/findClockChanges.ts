import type { CounterLog } from "../../formats/perfmon/CounterLog.ts";
import { sampleInterval } from "./findGaps.ts";

/** A moment at which the machine's wall clock was moved. */
export interface ClockChange {
  /** the first sample after it, UTC where the zone is known */
  time: number;
  /** what the wall clock showed then, as if it were UTC */
  localTime: number;
  /** by how much the clock was moved: -3600 when summer time ends, 3600 when it begins */
  shiftSeconds: number;
  /** what kind of change it looks like, in words */
  says: string;
  /** the line of the first sample after it */
  line: number;
}

/** Less than this is the stamps' own jitter. */
const LEAST_SHIFT = 60_000;

/**
 * Where the stamps of a log jump although time does not: perfmon writes the zone once, when the log starts, so the end
 * of summer time leaves an hour that runs twice, and its beginning an hour left out.
 */
export function findClockChanges(log: CounterLog): ClockChange[] {
  const usual = sampleInterval(log) * 1000;
  const changes: ClockChange[] = [];
  for (let i = 1; i < log.times.length; i++) {
    const localStep = log.localTimes[i]! - log.localTimes[i - 1]!;
    const step = log.times[i]! - log.times[i - 1]!;
    // Where the reader could not mend the times, both run back together; the usual interval then tells by how much.
    const shift = step < 0 ? localStep - usual : localStep - step;
    if (Math.abs(shift) < LEAST_SHIFT) continue;
    changes.push({
      time: log.times[i]!,
      localTime: log.localTimes[i]!,
      shiftSeconds: Math.round(shift / 1000),
      says: describe(shift),
      line: log.lines[i]!,
    });
  }
  return changes;
}

function describe(shift: number): string {
  const hours = Math.abs(shift) / 3_600_000;
  if (Math.abs(hours - 1) > 0.05) return "the clock was set";
  return shift < 0
    ? "summer time ends: an hour of stamps runs twice"
    : "summer time begins: an hour of stamps is left out";
}
