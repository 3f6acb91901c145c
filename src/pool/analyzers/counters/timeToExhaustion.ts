import { quantity, type Quantity } from "../../Quantity.ts";

/**
 * How long until a pool is full if it goes on like this, in seconds, with the interval that the slope's interval gives.
 * `Infinity` where the slope is 0 or falls: it never fills at that rate. 0 where the limit is reached.
 *
 * @param currentBytes now, or at the end of the log; a number or a quantity in bytes
 * @param limitBytes from `poolLimit`, or the maximum that `!vm` prints
 * @param slope from `fitFloor` (`B/h`) or in `B/s`; a bare number is bytes per hour
 */
export function timeToExhaustion(
  currentBytes: number | Quantity,
  limitBytes: number | Quantity,
  slope: number | Quantity,
): Quantity {
  const room = Math.max(0, valueOf(limitBytes) - valueOf(currentBytes));
  const scale = typeof slope === "number" ? 3600 : secondsPer(slope.unit);
  const seconds = (rate: number): number => (room === 0 ? 0 : rate > 0 ? (room / rate) * scale : Infinity);
  if (typeof slope === "number") return quantity(seconds(slope), "s");
  if (slope.low === undefined || slope.high === undefined) return quantity(seconds(slope.value), "s");
  return quantity(seconds(slope.value), "s", [seconds(slope.high), seconds(slope.low)]);
}

function valueOf(number: number | Quantity): number {
  return typeof number === "number" ? number : number.value;
}

function secondsPer(unit: string): number {
  if (unit === "B/s") return 1;
  if (unit === "B/h") return 3600;
  throw new Error(`A slope in "${unit}" does not fill a pool: give bytes per hour (B/h) or per second (B/s).`);
}
