import type { DateOrder } from "./parseDate.ts";
import type { Stamp } from "./parseStamp.ts";

/** In which order the dates of one style are written, and how that is known. */
export interface OrderFound {
  order: DateOrder;
  /** `certain` where another stamp proves it, `inferred` where only one order makes the log run on evenly */
  how: "certain" | "inferred";
}

const ORDERS: DateOrder[] = ["day first", "month first", "year first"];

/** How much longer than the log's usual pause a step over midnight may be and still be the next turn of the loop. */
const PAUSES = 3;

const DAY_MS = 24 * 3600 * 1000;

/**
 * Finds the order of the dates that could be read in several ways, from all stamps of one style in the order of the log.
 * In this order: a stamp that has one reading only; time that runs backwards in every other order; the pause of the
 * loop, which a step over midnight has to keep. Undefined where none of these decides, or where two stamps contradict.
 */
export function findDateOrder(stamps: readonly Stamp[]): OrderFound | undefined {
  const proven = new Set(
    stamps.filter(({ dates }) => dates.length === 1 && !isSame(dates)).map((s) => s.dates[0]!.order),
  );
  if (proven.size > 0) return proven.size === 1 ? { order: [...proven][0]!, how: "certain" } : undefined;
  const lines = ORDERS.map((order) => ({ order, times: timesIn(stamps, order) })).filter(
    ({ times }) => times !== undefined,
  );
  const rising = lines.filter(({ times }) => times!.every((time, at) => at === 0 || time >= times![at - 1]!));
  if (rising.length === 1 && lines.length > 1) return { order: rising[0]!.order, how: "inferred" };
  const even = rising.filter(({ times }) => keepsItsPause(times!));
  return even.length === 1 ? { order: even[0]!.order, how: "inferred" } : undefined;
}

/** 07/07/2012 is one day in either order, so it proves neither. */
function isSame(dates: Stamp["dates"]): boolean {
  const date = new Date(dates[0]!.midnight);
  return date.getUTCDate() === date.getUTCMonth() + 1;
}

function timesIn(stamps: readonly Stamp[], order: DateOrder): number[] | undefined {
  const times: number[] = [];
  for (const { dates, timeOfDay } of stamps) {
    const date = dates.find((reading) => reading.order === order) ?? (dates.length === 1 ? dates[0] : undefined);
    if (!date) return undefined;
    if (timeOfDay !== undefined) times.push(date.midnight + timeOfDay);
  }
  return times;
}

/** Whether every step over midnight is about as long as the steps within a day, of which there must be some. */
function keepsItsPause(times: readonly number[]): boolean {
  const within: number[] = [];
  const over: number[] = [];
  for (let at = 1; at < times.length; at++) {
    const [before, after] = [times[at - 1]!, times[at]!];
    (Math.floor(before / DAY_MS) === Math.floor(after / DAY_MS) ? within : over).push(after - before);
  }
  if (within.length === 0 || over.length === 0) return false;
  const usual = within.toSorted((a, b) => a - b)[within.length >> 1]!;
  return usual > 0 && over.every((step) => step <= PAUSES * usual);
}
