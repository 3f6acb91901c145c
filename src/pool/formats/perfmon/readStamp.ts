import { makeTime } from "./parseStamp.ts";

/** The length of `MM/DD/YYYY HH:MM:SS.mmm`. */
export const STAMP_BYTES = 23;

/** A spreadsheet with a decimal comma writes it before the milliseconds, too. */
const [SLASH, BLANK, COLON, DOT, COMMA] = [0x2f, 0x20, 0x3a, 0x2e, 0x2c] as const;

let lastDate = -1;
let lastMidnight = 0;

/**
 * Reads perfmon's own time stamp from bytes: milliseconds since 1970, local time as if it were UTC; NaN where the bytes are
 * not exactly of that shape (`parseStamp` knows others). With `dayFirst` the first number is the day.
 */
export function readStamp(bytes: Uint8Array, at: number, dayFirst: boolean): number {
  if (at + STAMP_BYTES > bytes.length) return NaN;
  if (bytes[at + 2] !== SLASH || bytes[at + 5] !== SLASH || bytes[at + 10] !== BLANK) return NaN;
  const mark = bytes[at + 19];
  if (bytes[at + 13] !== COLON || bytes[at + 16] !== COLON || (mark !== DOT && mark !== COMMA)) return NaN;
  const first = twoDigits(bytes, at);
  const second = twoDigits(bytes, at + 3);
  const year = 100 * twoDigits(bytes, at + 6) + twoDigits(bytes, at + 8);
  const hour = twoDigits(bytes, at + 11);
  const minute = twoDigits(bytes, at + 14);
  const seconds = twoDigits(bytes, at + 17);
  const lastDigit = bytes[at + 22]! - 48;
  const milliseconds = lastDigit >>> 0 < 10 ? 10 * twoDigits(bytes, at + 20) + lastDigit : -1;
  // Anything that is no digit made its number negative or above what a clock shows.
  if (first < 0 || second < 0 || year < 0 || hour < 0 || minute < 0 || seconds < 0) return NaN;
  if (hour > 23 || minute > 59 || seconds > 59 || milliseconds < 0) return NaN;
  const date = (year * 100 + first) * 100 + second;
  const key = dayFirst ? -date : date;
  if (key !== lastDate) {
    const midnight = dayFirst ? makeTime(year, second, first, 0, 0, 0, 0) : makeTime(year, first, second, 0, 0, 0, 0);
    if (midnight === undefined) return NaN;
    lastDate = key;
    lastMidnight = midnight;
  }
  return lastMidnight + ((hour * 60 + minute) * 60 + seconds) * 1000 + milliseconds;
}

/** The number that two digits make; far below zero where either is no digit. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 48;
  const ones = bytes[at + 1]! - 48;
  return tens >>> 0 < 10 && ones >>> 0 < 10 ? tens * 10 + ones : -100_000;
}
