/** In which order a slashed date has day and month. */
export type DateOrder = "month first" | "day first";

/** A time stamp in another shape than perfmon's own. */
export interface Stamp {
  /** milliseconds since 1970, local time as if it were UTC */
  time: number;
  /** the order that the date proves, by a number above 12 or by its dots; undefined where either would do */
  proves: DateOrder | undefined;
}

const SHAPE =
  /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,7}))?)?(?:\s*([AP])\.?M\.?)?)?Z?$/i;

/** What a spreadsheet leaves of a stamp when it shows minutes and seconds only. */
export const isShortened = (text: string) => /^\d{1,2}:\d{2}[.,]\d$/.test(text);

/**
 * Reads a time stamp as perfmon, or a spreadsheet that saved the log, writes it: `08/14/2012 09:30:00.156`, `14.08.2012 09:30`,
 * `2012-08-14 09:30:00`, `8/14/2012 9:30:00 AM`. Perfmon writes the month first in every language. Undefined where it is none.
 */
export function parseStamp(text: string, order: DateOrder): Stamp | undefined {
  const match = SHAPE.exec(text.trim());
  if (!match) return undefined;
  const [, one, separator, two, three, hours = "0", minutes = "0", seconds = "0", fraction = "0", half] = match;
  let [year, month, day] = [Number(three), Number(one), Number(two)];
  let proves: DateOrder | undefined;
  if (one!.length > 2) {
    [year, month, day] = [Number(one), Number(two), Number(three)];
  } else {
    if (month > 12 && day <= 12) proves = "day first";
    else if (day > 12 && month <= 12) proves = "month first";
    // Dots separate only in countries that write the day first.
    else if (separator === ".") proves = "day first";
    if ((proves ?? order) === "day first") [month, day] = [day, month];
    if (three!.length === 2) year += 2000;
  }
  let hour = Number(hours);
  if (half) hour = (hour % 12) + (half.toUpperCase() === "P" ? 12 : 0);
  const time = makeTime(
    year,
    month,
    day,
    hour,
    Number(minutes),
    Number(seconds),
    Math.trunc(Number(`0.${fraction}`) * 1000 + 1e-6),
  );
  return time === undefined ? undefined : { time, proves };
}

/** Milliseconds since 1970 of a date that exists; undefined for a 13th month, a 31st of June or an hour of 25. */
export function makeTime(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  milliseconds: number,
): number | undefined {
  if (year < 1980 || year > 2200 || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59)
    return undefined;
  const midnight = Date.UTC(year, month - 1, day);
  if (new Date(midnight).getUTCDate() !== day) return undefined;
  return midnight + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
}

/** Exchanges day and month of a time; undefined where the day is no month. */
export function swapDayAndMonth(time: number): number | undefined {
  const date = new Date(time);
  const day = date.getUTCDate();
  if (day > 12) return undefined;
  return Date.UTC(date.getUTCFullYear(), day - 1, date.getUTCMonth() + 1) + (time % 86_400_000);
}
