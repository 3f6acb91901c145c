import type { Random } from "../Random.ts";

/** A number somewhere between two others. */
export interface NumberRange {
  /** `evenly`: each value as likely as another; `byFactor`: each doubling as likely as another, for what spans magnitudes */
  spread: "evenly" | "byFactor";
  min: number;
  max: number;
}

/** One of several things, each with its weight. */
export type Choice<Value> = readonly (readonly [value: Value, weight: number])[];

export const evenly = (min: number, max: number): NumberRange => ({ spread: "evenly", min, max });
export const byFactor = (min: number, max: number): NumberRange => ({ spread: "byFactor", min, max });

/** Draws a number of a range. Additions and products only: the same bits in every engine. */
export function drawNumber(range: NumberRange, random: Random): number {
  const { spread, min, max } = range;
  if (spread === "evenly") return min + (max - min) * random.next();
  // A doubling is drawn first and then a place within it. The last one may be cut short: then it is as much less likely.
  let doublings = 0;
  let top = min;
  for (; top * 2 <= max; top *= 2) doublings += 1;
  const rest = max / top - 1;
  let left = random.next() * (doublings + rest);
  let low = min;
  for (; left >= 1; left -= 1) low *= 2;
  return Math.min(max, low * (1 + left));
}

/** Draws a whole number from min to max, both included. */
export function drawWhole(range: NumberRange, random: Random): number {
  const { spread, min, max } = range;
  return Math.min(max, Math.floor(drawNumber({ spread, min, max: max + 1 }, random)));
}

/** Draws one of a choice. */
export function drawChoice<Value>(choice: Choice<Value>, random: Random): Value {
  const total = choice.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random.next() * total;
  for (const [value, weight] of choice) {
    if (left < weight) return value;
    left -= weight;
  }
  return choice.at(-1)![0];
}
