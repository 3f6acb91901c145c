/** A machine's zone: the names Windows writes, and every change of its clock that a scenario may meet. */
export interface TimeZone {
  standardName: string;
  daylightName: string;
  /** minutes to add to a local time to get UTC, outside daylight time: 480 for Pacific, -60 for Western Europe */
  standardBiasMinutes: number;
  /** the days of daylight time as pairs of moments in milliseconds since 1970, UTC, in order */
  daylight: readonly { from: number; until: number }[];
}

const MINUTE = 60_000;

/** Whether daylight time is in force at a moment (UTC). */
function isDaylight(zone: TimeZone, time: number): boolean {
  return zone.daylight.some(({ from, until }) => time >= from && time < until);
}

/** Minutes to add to the local time at a moment (UTC) to get UTC. */
export function biasAt(zone: TimeZone, time: number): number {
  return zone.standardBiasMinutes - (isDaylight(zone, time) ? 60 : 0);
}

/** The zone's name at a moment (UTC), as Windows writes it. */
export function zoneNameAt(zone: TimeZone, time: number): string {
  return isDaylight(zone, time) ? zone.daylightName : zone.standardName;
}

/** What the machine's clock shows at a moment: milliseconds since 1970 as if local time were UTC. */
export function localFromUtc(zone: TimeZone, time: number): number {
  return time - biasAt(zone, time) * MINUTE;
}

/** The moment (UTC) at which the local day of a moment began; clocks change later in the night than that. */
export function localMidnight(zone: TimeZone, time: number): number {
  const day = Math.floor(localFromUtc(zone, time) / 86_400_000) * 86_400_000;
  return day + biasAt(zone, day + zone.standardBiasMinutes * MINUTE) * MINUTE;
}

/**
 * The moment (UTC) of a local time such as `2012-08-14 09:30:00`. An hour that runs twice means its first run.
 * Throws for a text that is no time: a scenario with a typing mistake must not become a log.
 */
export function utcFromLocal(zone: TimeZone, text: string): number {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{1,3})?$/.exec(text);
  const local = match ? Date.parse(`${match[1]}T${match[2]}${match[3] ?? ""}Z`) : NaN;
  if (Number.isNaN(local)) throw new Error(`"${text}" is not a local time; write it as 2012-08-14 09:30:00.`);
  const standard = local + zone.standardBiasMinutes * MINUTE;
  const daylight = standard - 60 * MINUTE;
  return isDaylight(zone, daylight) ? daylight : standard;
}
