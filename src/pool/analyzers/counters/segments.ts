import type { CounterLog } from "../../formats/perfmon/CounterLog.ts";
import { findReboots } from "./findReboots.ts";
import { seriesIfAny } from "./takeSeries.ts";

/** A part of a log that lies within one boot of the machine. */
export interface Segment {
  /** counted from 1 */
  number: number;
  /** its first sample */
  time: number;
  /** its last sample */
  untilTime: number;
  /** from the first to the last sample */
  durationSeconds: number;
  /** rows, blank ones included */
  samples: number;
  /** the machine was restarted just before, so the first hours are warm-up */
  afterBoot: boolean;
  /** the place of its first sample in the log, counted from 0 */
  first: number;
  /** the place of its last */
  last: number;
  /** the line of its first sample */
  line: number;
}

/** A machine up for less than this when a log starts is still warming up. */
const FRESH_SECONDS = 3600;

/**
 * The log, cut at each restart: a slope across one means nothing.
 *
 * @param options.warmUpMinutes how much to leave out after a restart (default 0). In the first hours services start and
 *   caches fill, which looks like a leak and is none.
 */
export function segments(log: CounterLog, options: { warmUpMinutes?: number } = {}): Segment[] {
  const warmUp = (options.warmUpMinutes ?? 0) * 60_000;
  const reboots = findReboots(log).map((reboot) => ({
    place: log.lines.indexOf(reboot.line),
    boot: Number.isNaN(reboot.bootTime) ? reboot.time : reboot.bootTime,
  }));
  const starts = [{ place: 0, boot: freshBoot(log) }, ...reboots];
  const result: Segment[] = [];
  starts.forEach(({ place, boot }, i) => {
    const last = (starts[i + 1]?.place ?? log.times.length) - 1;
    let first = place;
    if (boot !== undefined) while (first <= last && log.times[first]! < boot + warmUp) first++;
    if (first > last) return;
    result.push({
      number: result.length + 1,
      time: log.times[first]!,
      untilTime: log.times[last]!,
      durationSeconds: (log.times[last]! - log.times[first]!) / 1000,
      samples: last - first + 1,
      afterBoot: boot !== undefined,
      first,
      last,
      line: log.lines[first]!,
    });
  });
  return result;
}

/** The segment as a log of its own, to hand to any function that takes a log. */
export function cutLog(log: CounterLog, segment: { first: number; last: number }): CounterLog {
  const { first, last } = segment;
  return {
    ...log,
    times: log.times.subarray(first, last + 1),
    localTimes: log.localTimes.subarray(first, last + 1),
    lines: log.lines.subarray(first, last + 1),
    counters: log.counters.map((counter) => ({ ...counter, values: counter.values.subarray(first, last + 1) })),
  };
}

/** When the machine had started, if that was just before the log. */
function freshBoot(log: CounterLog): number | undefined {
  const upTime = seriesIfAny(log, "\\System\\System Up Time");
  const place = upTime?.values.findIndex(Number.isFinite) ?? -1;
  if (upTime === undefined || place < 0) return undefined;
  const seconds = upTime.values[place]!;
  return seconds < FRESH_SECONDS ? log.times[place]! - seconds * 1000 : undefined;
}
