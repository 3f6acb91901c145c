import { noiseAt } from "./Random.ts";

/** A schedule whose level rises from day to day. */
export interface Growing {
  /** the moment (UTC) at which it is as strong as the schedule says */
  from: number;
  /** what each day adds, as a share of that */
  perDay: number;
}

/** When an activity happens and how strong it is: a function of the moment alone, so that any moment can be asked for. */
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
  grows?: Growing;
}

/** People: a curve over the hours of a working day. */
export interface DaySchedule {
  kind: "day";
  /** hour and level, in order of hour from 0 to 24; straight lines between them */
  hours: readonly (readonly [hour: number, level: number])[];
  /** what is left of it on Saturdays and Sundays */
  weekend: number;
  grows?: Growing;
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

/** A moment as a schedule sees it, in milliseconds since 1970. */
export interface Moment {
  /** UTC: chance hangs on it, so that the hour that runs twice in autumn is not lived twice */
  time: number;
  /** what the clock shows, as if local time were UTC: people and tasks go by it */
  local: number;
  /** the beginning of the local day (UTC) */
  midnight: number;
}

/**
 * The level of an activity at a moment, 0 to about 1.
 * `hash` makes the runs of one machine differ from those of another.
 */
export function scheduleLevel(schedule: Schedule, hash: number, moment: Moment): number {
  switch (schedule.kind) {
    case "job":
      return jobLevel(schedule, hash, moment.time) * growth(schedule.grows, moment.time);
    case "day":
      return dayLevel(schedule, hash, moment) * growth(schedule.grows, moment.time);
    case "nightly": {
      const since = moment.time - moment.midnight - schedule.atMinute * MINUTE;
      const day = Math.floor(moment.local / DAY);
      const length = between(schedule.minutes, noiseAt(hash, day)) * MINUTE;
      return runShape(since, length, hash, moment.time) * (0.8 + 0.2 * noiseAt(hash ^ 7, day));
    }
    case "bursts": {
      const chance = noiseAt(hash, Math.floor(moment.time / (schedule.slotSeconds * SECOND)));
      if (chance < schedule.quietShare) return 0;
      const height = (chance - schedule.quietShare) / (1 - schedule.quietShare);
      return height * height;
    }
  }
}

/** Zones are whole hours from UTC here, and so a job's minute of the hour is the same in both. */
function jobLevel(schedule: JobSchedule, hash: number, time: number): number {
  const period = schedule.everyMinutes * MINUTE;
  const current = Math.floor((time - schedule.atMinute * MINUTE) / period);
  // A long run may reach into the next period, so the one before is asked too.
  return Math.max(...[current, current - 1].map((run) => jobRun(schedule, hash, run, time)));
}

function jobRun(schedule: JobSchedule, hash: number, run: number, time: number): number {
  const planned = (run * schedule.everyMinutes + schedule.atMinute) * MINUTE;
  const start = planned + noiseAt(hash ^ 1, run) * schedule.latenessSeconds * SECOND;
  const length = between(schedule.minutes, noiseAt(hash ^ 2, run)) * MINUTE;
  return runShape(time - start, length, hash, time) * between(schedule.heights, noiseAt(hash ^ 3, run));
}

/** Up within half a minute, uneven while it runs, down within a minute. */
function runShape(since: number, length: number, hash: number, time: number): number {
  if (since < 0 || since > length + 2 * RAMP) return 0;
  const wobble = 0.7 + 0.3 * noiseAt(hash ^ 5, Math.floor(time / (20 * SECOND)));
  if (since < RAMP) return (since / RAMP) * wobble;
  return since > length ? (1 - (since - length) / (2 * RAMP)) * wobble : wobble;
}

function dayLevel(schedule: DaySchedule, hash: number, { time, local }: Moment): number {
  const day = Math.floor(local / DAY);
  const hour = (local - day * DAY) / (60 * MINUTE);
  const next = schedule.hours.findIndex(([at]) => at > hour);
  const after = next < 1 ? schedule.hours.length - 1 : next;
  const [hourBefore, levelBefore] = schedule.hours[after - 1]!;
  const [hourAfter, levelAfter] = schedule.hours[after]!;
  const plain = levelBefore + ((levelAfter - levelBefore) * (hour - hourBefore)) / (hourAfter - hourBefore);
  // 1 January 1970 was a Thursday.
  const weekday = (day + 4) % 7;
  const today = (weekday === 0 || weekday === 6 ? schedule.weekend : 1) * (0.86 + 0.28 * noiseAt(hash ^ 11, day));
  const noise = 0.78 + 0.3 * slowNoise(hash, time, 9 * MINUTE) + 0.14 * slowNoise(hash ^ 13, time, MINUTE);
  return Math.max(0, plain * today * noise);
}

function growth(grows: Growing | undefined, time: number): number {
  return grows ? Math.max(0, 1 + (grows.perDay * (time - grows.from)) / DAY) : 1;
}

/** Noise that moves from one slot's value to the next in a straight line. */
function slowNoise(hash: number, time: number, slotLength: number): number {
  const slot = Math.floor(time / slotLength);
  const share = time / slotLength - slot;
  return noiseAt(hash, slot) * (1 - share) + noiseAt(hash, slot + 1) * share;
}

function between([low, high]: readonly [number, number], share: number): number {
  return low + (high - low) * share;
}
