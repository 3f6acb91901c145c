import { monthOf } from "./months.ts";

/** In which order a date of three numbers is written. */
export type DateOrder = "day first" | "month first" | "year first";

/** One way to read a date. */
export interface DateReading {
  order: DateOrder;
  /** midnight of that day in milliseconds since 1970, local time as if it were UTC */
  midnight: number;
}

/** A date found in a line. */
export interface FoundDate {
  /** every way to read it that gives a day of the calendar: one where the text is certain */
  readings: DateReading[];
  /** dates written alike are read alike: the separator, or `words` */
  style: string;
  /** the line without the date, a blank in its place */
  rest: string;
}

const RE_YEAR_FIRST = /(?<!\d)(\d{4})\s?[-./年년]\s?(\d{1,2})\s?[-./月월]\s?(\d{1,2})(?!\d)[.日일]?/;
const RE_COMPACT = /(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?=$|[-_T \s]|\d{4})/;
const RE_NUMBERS = /(?<!\d)(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)/;
const RE_DAY_MONTH =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[.\s-]{1,2}(?:de )?(\p{L}{3,})\.?(?:[,\s-]{1,2}(?:de )?(\d{4}))?(?!\d)/gu;
const RE_MONTH_DAY = /(\p{L}{3,})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?:,?\s(\d{4}))?(?![\d:])/gu;

/** Finds the date in a stamp line; undefined where there is none. */
export function findDate(text: string): FoundDate | undefined {
  const yearFirst = RE_YEAR_FIRST.exec(text) ?? RE_COMPACT.exec(text);
  if (yearFirst) {
    const [whole, year, month, day] = yearFirst;
    const reading = readingOf("year first", Number(year), Number(month), Number(day));
    if (reading) return { readings: [reading], style: "year first", rest: without(text, yearFirst.index, whole) };
  }
  return findNumbers(text) ?? findWords(text);
}

function findNumbers(text: string): FoundDate | undefined {
  const found = RE_NUMBERS.exec(text);
  if (!found) return undefined;
  const [whole, first, separator = "", second, third = ""] = found;
  const [a, b, c] = [Number(first), Number(second), Number(third)];
  const readings = [readingOf("day first", c, b, a)];
  // No Windows locale puts dots into a date whose month comes first.
  if (separator !== ".") readings.push(readingOf("month first", c, a, b));
  if (separator !== "." && third.length === 2) readings.push(readingOf("year first", a, b, c));
  const possible = readings.filter((reading) => reading !== undefined);
  // 07/07/2012 is the same day in either order.
  const days = possible.filter((one, at) => possible.findIndex((other) => other.midnight === one.midnight) === at);
  if (days.length === 0) return undefined;
  return { readings: days, style: separator, rest: without(text, found.index, whole) };
}

function findWords(text: string): FoundDate | undefined {
  for (const [pattern, dayAt, monthAt] of [
    [RE_DAY_MONTH, 1, 2],
    [RE_MONTH_DAY, 2, 1],
  ] as const) {
    for (const found of text.matchAll(pattern)) {
      const month = monthOf(found[monthAt] ?? "");
      // `Tue Aug 14 09:30:00 2012` has its year at the end.
      const year = found[3] ?? /(?<![\d.,:])((?:19|20)\d\d)(?!\d)/.exec(text)?.[1];
      if (month === undefined || year === undefined) continue;
      const reading = readingOf(dayAt === 1 ? "day first" : "month first", Number(year), month, Number(found[dayAt]));
      if (reading) return { readings: [reading], style: "words", rest: without(text, found.index, found[0]) };
    }
  }
  return undefined;
}

function readingOf(order: DateOrder, year: number, month: number, day: number): DateReading | undefined {
  let whole = year < 100 ? year + (year < 70 ? 2000 : 1900) : year;
  // The Thai calendar counts from 543 BC.
  if (whole > 2400) whole -= 543;
  const midnight = Date.UTC(whole, month - 1, day);
  const real = month >= 1 && month <= 12 && day >= 1 && new Date(midnight).getUTCDate() === day;
  // Pool tagging came with Windows 2000 and NT 4; a year far off is no date but some other number.
  return real && whole >= 1990 && whole < 2100 ? { order, midnight } : undefined;
}

function without(text: string, at: number, part: string): string {
  return `${text.slice(0, at)} ${text.slice(at + part.length)}`;
}
