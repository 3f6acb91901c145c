import { noiseAt } from "./Random.ts";

/** When an activity happens and how strong it is: a function of local time alone, so that any moment can be asked for. */
export type Schedule = JobSchedule | DaySchedule | NightlySchedule | BurstSchedule;

/** A task that the scheduler starts again and again. */
export interface JobSchedule {
  kind: "job";
  everyMinutes: number;
  /** minutes after the full period at which it starts */
  atMinute: number;
  /** it starts up to so many seconds later */
  latenessSeconds: number;
  /** shortest and longest run in minutes */
  minutes: readonly [shortest: number, longest: number];
  /** lowest and highest level of a run */
  heights: readonly [lowest: number, highest: number];
}

/** People: a curve over the hours of a working day. */
export interface DaySchedule {
  kind: "day";
  /** hour and level, in order of hour from 0 to 24; straight lines between them */
  hours: readonly (readonly [hour: number, level: number])[];
  /** what is left of it on Saturdays and Sundays */
  weekend: number;
}

/** One run each night. */
export interface NightlySchedule {
  kind: "nightly";
  /** minutes after local midnight */
  atMinute: number;
  minutes: readonly [shortest: number, longest: number];
}

/** Small things that come and go all day: monitoring, name look-ups, log-ons. */
export interface BurstSchedule {
  kind: "bursts";
  slotSeconds: number;
  /** the share of slots in which nothing happens */
  quietShare: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const RAMP = 35 * SECOND;

/**
 * The level of an activity, 0 to about 1, at a local time in milliseconds.
 * `hash` makes the runs of one machine differ from those of another.
 */
export function scheduleLevel(schedule: Schedule, hash: number, local: number): number {
  switch (schedule.kind) {
    case "job": {
      const period = schedule.everyMinutes * MINUTE;
      const offset = schedule.atMinute * MINUTE;
      // A long run may reach into the next period, so the one before is asked too.
      const current = Math.floor((local - offset) / period);
      return Math.max(
        jobRun(schedule, hash, current, current * period + offset, local),
        jobRun(schedule, hash, current - 1, (current - 1) * period + offset, local),
      );
    }
    case "day":
      return dayLevel(schedule, hash, local);
    case "nightly": {
      const day = Math.floor(local / DAY);
      const start = day * DAY + schedule.atMinute * MINUTE;
      const length = between(schedule.minutes, noiseAt(hash, day)) * MINUTE;
      return runShape(local - start, length, hash, local) * (0.8 + 0.2 * noiseAt(hash ^ 7, day));
    }
    case "bursts": {
      const chance = noiseAt(hash, Math.floor(local / (schedule.slotSeconds * SECOND)));
      if (chance < schedule.quietShare) return 0;
      const height = (chance - schedule.quietShare) / (1 - schedule.quietShare);
      return height * height;
    }
  }
}

function jobRun(schedule: JobSchedule, hash: number, run: number, planned: number, local: number): number {
  const start = planned + noiseAt(hash ^ 1, run) * schedule.latenessSeconds * SECOND;
  const length = between(schedule.minutes, noiseAt(hash ^ 2, run)) * MINUTE;
  return runShape(local - start, length, hash, local) * between(schedule.heights, noiseAt(hash ^ 3, run));
}

/** Up within half a minute, uneven while it runs, down within a minute. */
function runShape(since: number, length: number, hash: number, local: number): number {
  if (since < 0 || since > length + 2 * RAMP) return 0;
  const wobble = 0.7 + 0.3 * noiseAt(hash ^ 5, Math.floor(local / (20 * SECOND)));
  if (since < RAMP) return (since / RAMP) * wobble;
  return since > length ? (1 - (since - length) / (2 * RAMP)) * wobble : wobble;
}

function dayLevel(schedule: DaySchedule, hash: number, local: number): number {
  const day = Math.floor(local / DAY);
  const hour = (local - day * DAY) / (60 * MINUTE);
  const after = Math.max(
    1,
    schedule.hours.findIndex(([at]) => at > hour),
  );
  const [hourBefore, levelBefore] = schedule.hours[after - 1]!;
  const [hourAfter, levelAfter] = schedule.hours[after] ?? [24, levelBefore];
  const plain = levelBefore + ((levelAfter - levelBefore) * (hour - hourBefore)) / (hourAfter - hourBefore);
  // 1 January 1970 was a Thursday.
  const weekday = (((day + 4) % 7) + 7) % 7;
  const isWeekend = weekday === 0 || weekday === 6;
  const today = (isWeekend ? schedule.weekend : 1) * (0.86 + 0.28 * noiseAt(hash ^ 11, day));
  return Math.max(
    0,
    plain * today * (0.78 + 0.3 * slowNoise(hash, local, 9 * MINUTE) + 0.14 * slowNoise(hash ^ 13, local, MINUTE)),
  );
}

/** Noise that moves from one slot's value to the next in a straight line. */
function slowNoise(hash: number, local: number, slotLength: number): number {
  const slot = Math.floor(local / slotLength);
  const share = local / slotLength - slot;
  return noiseAt(hash, slot) * (1 - share) + noiseAt(hash, slot + 1) * share;
}

function between([low, high]: readonly [number, number], share: number): number {
  return low + (high - low) * share;
}
