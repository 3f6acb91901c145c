import { quantity, type Quantity } from "../../Quantity.ts";

/** What a tag's growth has to do with the slope of the counter. */
export interface RateComparison {
  /** the slope of the pool, per hour */
  counter: Quantity;
  /** the growth of the tag, per hour */
  tag: Quantity;
  /** of the pool's slope, what the tag explains */
  explained: Quantity;
  /** the tag explains the slope: between 80 % and 120 %, or their intervals overlap */
  agrees: boolean;
  /** what to make of it, in words */
  says: string;
}

/**
 * Holds the rate of a tag against the slope of the counter over the same time: they must agree, or the tag is only a part
 * of the story. Rates may be `B/h` or `B/s`, bare numbers are bytes per hour.
 */
export function compareRates(counterSlope: Quantity | number, tagRate: Quantity | number): RateComparison {
  const counter = perHour(counterSlope);
  const tag = perHour(tagRate);
  const ratio = tag.value / counter.value;
  const [low, high] = [lowOf(tag) / highOf(counter), highOf(tag) / lowOf(counter)];
  const explained =
    counter.value > 0 && lowOf(counter) > 0 && (low !== ratio || high !== ratio)
      ? quantity(ratio, "share", [low, high])
      : quantity(ratio, "share");
  const overlap = lowOf(tag) <= highOf(counter) && highOf(tag) >= lowOf(counter);
  const agrees = counter.value > 0 && tag.value > 0 && (overlap || (ratio > 0.8 && ratio < 1.2));
  return { counter, tag, explained, agrees, says: describe(counter.value, ratio, agrees) };
}

function describe(counter: number, ratio: number, agrees: boolean): string {
  if (!(counter > 0)) return "The pool does not grow, so there is nothing for the tag to explain.";
  const percent = `${Math.round(ratio * 100)} %`;
  if (agrees) return `The tag explains ${percent} of the pool's slope: it is the leak that the counter shows.`;
  if (ratio < 0.8)
    return `The tag explains only ${percent} of the pool's slope: look for a second tag, or check that both logs cover the same time.`;
  return `The tag grows faster than the pool (${percent}): the logs cover different times, or the pool gives back elsewhere.`;
}

function perHour(rate: Quantity | number): Quantity {
  if (typeof rate === "number") return quantity(rate, "B/h");
  if (rate.unit === "B/h") return rate;
  if (rate.unit !== "B/s") throw new Error(`A rate in "${rate.unit}" cannot be compared: give B/h or B/s.`);
  return rate.low === undefined || rate.high === undefined
    ? quantity(rate.value * 3600, "B/h")
    : quantity(rate.value * 3600, "B/h", [rate.low * 3600, rate.high * 3600]);
}

function lowOf(rate: Quantity): number {
  return rate.low ?? rate.value;
}

function highOf(rate: Quantity): number {
  return rate.high ?? rate.value;
}
