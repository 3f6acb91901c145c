const RE_TIME = /^(?:(\d{4})-(\d{2})-(\d{2})[T ])?(\d{1,2}):(\d{2}):(\d{2})(?:[.,](\d{1,7}))?(?: ?([AP])M)?Z?$/i;

/** A day in milliseconds: a time below it has no date. */
const DAY = 86_400_000;

/** `09:30:00.101` or `2012-08-14 09:30:00.101` in milliseconds, local time as if UTC; undefined for anything else. */
export function parseTraceTime(text: string): number | undefined {
  const match = RE_TIME.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction, half] = match;
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (half.toUpperCase() === "P" ? 12 : 0);
  }
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const milliseconds = Math.floor(Number(`0.${fraction ?? "0"}`) * 1000 + 1e-6);
  const ofDay = ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000 + milliseconds;
  if (year === undefined) return ofDay;
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // Date.UTC takes the 31st of February for a day in March.
  return new Date(date).getUTCDate() === Number(day) && Number(month) <= 12 ? date + ofDay : undefined;
}

/** The reverse: with a date where the time has one. */
export function formatTraceTime(time: number): string {
  const text = new Date(time).toISOString();
  return time < DAY ? text.slice(11, 23) : `${text.slice(0, 10)} ${text.slice(11, 23)}`;
}
