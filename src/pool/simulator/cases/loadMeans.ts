import { hashNames } from "../Random.ts";
import type { Activity, Scenario } from "../Scenario.ts";
import { scheduleLevel } from "../Schedule.ts";
import { localFromUtc, localMidnight, type TimeZone } from "../TimeZone.ts";

/** The moments at which a load is asked: as many as a long log has samples, so that short bouts are met as often as there. */
const POINTS = 1000;

/** A load: what `watchMachine` makes its levels of. */
export interface Load {
  seed: string;
  zone: TimeZone;
  schedules: Scenario["schedules"];
}

/** The levels of an activity over a time, evenly spaced. */
export function levelsOver({ seed, zone, schedules }: Load, activity: Activity, from: number, until: number): number[] {
  const own = schedules.filter((each) => each.activity === activity);
  const hash = hashNames(seed, activity);
  return Array.from({ length: POINTS }, (_, point) => {
    const time = Math.floor(from + ((until - from) * (point + 0.5)) / POINTS);
    const moment = { time, local: localFromUtc(zone, time), midnight: localMidnight(zone, time) };
    return own.reduce((sum, { schedule }) => sum + scheduleLevel(schedule, hash, moment), 0);
  });
}

export const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
