import type { ProblemList } from "../text/ProblemList.ts";
import type { Segment } from "./LineReader.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The months in which some zone changes its clock, and the hours at which: used only to judge a missing hour. */
const CHANGE_MONTHS = new Set([2, 3, 4, 7, 8, 9, 10]);
const LAST_CHANGE_HOUR = 3;

/** Zones whose clock does not go forward: those without summer time, and those that had it already when the log began. */
const NEVER_FORWARD = /utc|universal|daylight|summer|sommer|verano|été|india|tokyo|korea|china|singapore|taipei/i; // cspell:disable-line

/** What a log's samples say about time. */
export interface StampedSamples {
  localTimes: Float64Array;
  /** the line of each sample */
  lines: Uint32Array;
  segments: readonly Segment[];
}

/**
 * Turns local stamps into rising times. Perfmon writes the bias once, when the log starts: an hour that the clock repeats in
 * autumn runs backwards in the log, one that it skips in spring is missing. Both are mended and named, as is a clock that was set back.
 * Gives `order` where logs were joined in the wrong order: the samples, by their time.
 */
export function mendTimes(
  samples: StampedSamples,
  problems: ProblemList,
): { times: Float64Array; order: Uint32Array | undefined } {
  const { localTimes, segments, lines } = samples;
  const times = new Float64Array(localTimes.length);
  const known = segments.find((segment) => segment.timeZone)?.timeZone;
  let bias = known?.biasMinutes ?? 0;
  let firstBackwards = 0;
  segments.forEach((segment, index) => {
    const from = segment.firstSample;
    const to = segments[index + 1]?.firstSample ?? localTimes.length;
    bias = segment.timeZone?.biasMinutes ?? bias;
    const interval = usualInterval(localTimes, from, to);
    const goesForward = !NEVER_FORWARD.test(segment.timeZone?.name ?? "");
    let shift = bias * MINUTE;
    for (let sample = from; sample < to; sample++) {
      const local = localTimes[sample]!;
      if (sample > from) {
        const before = times[sample - 1]!;
        const step = local + shift - before;
        if (step < 0 || (step > HOUR && step <= HOUR + 3 * interval)) {
          const moved = judgeStep(localTimes[sample - 1]!, local, step, interval, goesForward);
          if (moved) {
            shift += moved.shift;
            problems.add(moved.kind, lines[sample]!, moved.effect, moved.message);
          }
        }
      }
      times[sample] = local + shift;
      if (firstBackwards === 0 && sample > 0 && times[sample]! < times[sample - 1]!) firstBackwards = sample;
    }
  });
  if (firstBackwards === 0) return { times, order: undefined };
  problems.add(
    "joined",
    lines[firstBackwards]!,
    "doubt",
    "Time runs back here: logs were joined that overlap or stand in the wrong order. All samples were put in the order of their times.",
  );
  const order = new Uint32Array(times.length).map((_, index) => index).sort((a, b) => times[a]! - times[b]! || a - b);
  return { times: times.map((_, index) => times[order[index]!]!), order };
}

interface Move {
  kind: string;
  effect: "doubt" | "note";
  /** milliseconds to add from here on */
  shift: number;
  message: string;
}

/** Says what a step back, or a step of an hour too much, means; undefined where it is to be left alone. */
function judgeStep(
  previous: number,
  local: number,
  step: number,
  interval: number,
  goesForward: boolean,
): Move | undefined {
  const changeNight = isChangeNight(local);
  if (step > 0) {
    // The clock jumps from just before a full hour to just behind the next: else an hour is simply missing.
    const untilHour = HOUR - (previous % HOUR);
    const crossesHour =
      untilHour <= 2 * interval &&
      local % HOUR <= 2 * interval &&
      Math.floor(local / HOUR) - Math.floor(previous / HOUR) === 2;
    if (!goesForward || !changeNight || !crossesHour) return undefined;
    return {
      kind: "spring",
      effect: "doubt",
      shift: -HOUR,
      message:
        "An hour of local time is missing here, as when the clock goes forward in spring: the times from here on are an hour earlier. If the log really paused for an hour, that is wrong.",
    };
  }
  const afterHour = step + HOUR;
  if (afterHour > 0 && (afterHour <= 3 * interval || (changeNight && afterHour <= HOUR))) {
    return {
      kind: "autumn",
      effect: changeNight ? "note" : "doubt",
      shift: HOUR,
      message:
        "Local time runs an hour back here, as when the clock goes back in autumn: the times from here on are an hour later, so that they rise.",
    };
  }
  if (step < -2 * HOUR) return undefined;
  return {
    kind: "clock set",
    effect: "doubt",
    shift: interval - step,
    message: `Local time runs back by ${Math.round(-step / 1000)} s here: the clock was set. The times from here on follow at the log's own interval.`,
  };
}

/** Clocks change at night, on a Sunday nearly everywhere (a Friday or Saturday in some zones), in spring and autumn. */
function isChangeNight(local: number): boolean {
  const date = new Date(local);
  const weekday = date.getUTCDay();
  return (
    (weekday === 0 || weekday >= 5) &&
    CHANGE_MONTHS.has(date.getUTCMonth()) &&
    date.getUTCHours() <= LAST_CHANGE_HOUR + 1
  );
}

/** The median step between samples, in milliseconds; steps of zero or back do not count. */
function usualInterval(localTimes: Float64Array, from: number, to: number): number {
  const stride = Math.max(1, Math.floor((to - from) / 4096));
  const steps: number[] = [];
  for (let sample = from + 1; sample < to; sample += stride) {
    const step = localTimes[sample]! - localTimes[sample - 1]!;
    if (step > 0) steps.push(step);
  }
  steps.sort((a, b) => a - b);
  return steps[steps.length >> 1] ?? 1000;
}
