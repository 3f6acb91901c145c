import { findDate, type DateReading } from "./parseDate.ts";
import { findTimeOfDay } from "./parseTime.ts";
import { findWeekdays } from "./weekdays.ts";

/** What a stamp line says about the moment of its snapshot. */
export interface Stamp {
  /** every way to read the date: one where it is certain, none where the line has no date */
  dates: DateReading[];
  /** dates of one style are written in one order throughout a log; undefined where there is no date */
  style: string | undefined;
  /** milliseconds since midnight; undefined where the line has no time */
  timeOfDay: number | undefined;
}

/** No wrapper writes longer stamps, and a line of prose is none. */
const LONGEST_STAMP = 200;

/**
 * Reads what the collecting script wrote above a snapshot: `%DATE% %TIME%` of several locales, `Get-Date`, ISO 8601,
 * wmic. A date whose day and month cannot be told apart keeps both readings, unless a weekday decides.
 * Undefined where the line has neither date nor time.
 */
export function parseStamp(text: string): Stamp | undefined {
  if (text.length > LONGEST_STAMP || !/\d/.test(text)) return undefined;
  const date = findDate(text);
  const timeOfDay = findTimeOfDay(date?.rest ?? text);
  if (!date) return timeOfDay === undefined ? undefined : { dates: [], style: undefined, timeOfDay };
  const weekdays = date.readings.length > 1 ? findWeekdays(date.rest) : undefined;
  const fitting = date.readings.filter(({ midnight }) => weekdays?.has(new Date(midnight).getUTCDay()) ?? true);
  return { dates: fitting.length > 0 ? fitting : date.readings, style: date.style, timeOfDay };
}

/** Joins `date /t` and `time /t`, which write two lines; undefined where the two do not complete each other. */
export function joinStamps(first: Stamp, second: Stamp): Stamp | undefined {
  if (first.dates.length > 0 && first.timeOfDay === undefined && second.dates.length === 0) {
    return { ...first, timeOfDay: second.timeOfDay };
  }
  if (first.dates.length === 0 && second.dates.length > 0 && second.timeOfDay === undefined) {
    return { ...second, timeOfDay: first.timeOfDay };
  }
  return undefined;
}
