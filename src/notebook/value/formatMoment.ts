/** Beyond these a Date has no calendar day (ECMA-262, "Time Values and Time Range"). */
const LAST_MOMENT = 8.64e15;

/** Whether a moment can be written as a day and a time. */
export const isMoment = (ms: number): boolean => Math.abs(ms) <= LAST_MOMENT;

/** 2012-08-14 09:30:15 UTC, with thousandths of a second where there are any. */
export function formatMoment(ms: number): string {
  return isMoment(ms) ? `${momentWithoutZone(ms)} UTC` : "no moment";
}

/** The same without the zone, for a column whose heading says it. */
export function momentWithoutZone(ms: number, precision: "minutes" | "seconds" | "full" = "full"): string {
  if (!isMoment(ms)) return "no moment";
  const [day, time] = new Date(ms).toISOString().split("T") as [string, string];
  const clock = precision === "minutes" ? time.slice(0, 5) : time.slice(0, 8);
  const thousandths = precision === "full" && !time.endsWith(".000Z") ? time.slice(8, 12) : "";
  return `${day} ${clock}${thousandths}`;
}
