import { swapDayAndMonth } from "./parseStamp.ts";

const DAY = 86_400_000;

/**
 * Finds dates with the day first that no number above 12 gives away: read with the month first, midnight is followed by a leap of a
 * month, and read with the day first by the next day. Exchanges day and month in place and says whether it did.
 */
export function mendDateOrder(localTimes: Float64Array): boolean {
  let leap = false;
  for (let sample = 1; sample < localTimes.length && !leap; sample++) {
    leap = Math.abs(localTimes[sample]! - localTimes[sample - 1]!) > 20 * DAY;
  }
  if (!leap) return false;
  const swapped = new Float64Array(localTimes.length);
  for (let sample = 0; sample < localTimes.length; sample++) {
    const time = swapDayAndMonth(localTimes[sample]!);
    if (time === undefined) return false;
    swapped[sample] = time;
    if (sample > 0 && Math.abs(time - swapped[sample - 1]!) > 2 * DAY) return false;
  }
  localTimes.set(swapped);
  return true;
}
