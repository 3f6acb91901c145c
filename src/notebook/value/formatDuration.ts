import { fixed, NBSP, rounded } from "./decimals.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** the mean year of the Gregorian calendar */
const YEAR = 365.2425 * DAY;

/** A duration in words: "250 ms", "45 s", "5 min 20 s", "3 h 20 min", "2 days 5 h", "3.2 years". */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return fixed(seconds, 0);
  if (seconds < 0) return `−${formatDuration(-seconds)}`;
  if (seconds === 0) return `0${NBSP}s`;
  if (seconds < 1)
    return seconds < 0.001 ? `${rounded(seconds * 1e6)}${NBSP}µs` : `${rounded(seconds * 1000)}${NBSP}ms`;
  // Rounding first keeps 3,599.7 s from becoming "59 min 60 s".
  if (seconds < 10) return `${rounded(Number(seconds.toFixed(1)))}${NBSP}s`;
  const whole = Math.round(seconds);
  if (whole < MINUTE) return `${whole}${NBSP}s`;
  if (whole < HOUR) return pair(whole, MINUTE, "min", 1, "s");
  const minutes = Math.round(seconds / MINUTE) * MINUTE;
  if (minutes < DAY) return pair(minutes, HOUR, "h", MINUTE, "min");
  const hours = Math.round(seconds / HOUR) * HOUR;
  if (hours < 14 * DAY) return pair(hours, DAY, hours < 2 * DAY ? "day" : "days", HOUR, "h");
  if (seconds < 2 * YEAR) return `${fixed(seconds / DAY, 0)}${NBSP}days`;
  return `${rounded(Number((seconds / YEAR).toPrecision(2)))}${NBSP}years`;
}

function pair(seconds: number, large: number, largeName: string, small: number, smallName: string): string {
  const rest = Math.round((seconds % large) / small);
  const first = `${Math.floor(seconds / large)}${NBSP}${largeName}`;
  return rest === 0 ? first : `${first}${NBSP}${rest}${NBSP}${smallName}`;
}
