import { unpackNumbers } from "./packNumbers.ts";
import type { Reading, ReadingAxis } from "./Reading.ts";

/** One sample of a chart: its numbers, and where it stands on the drawing. */
export interface PlacedSample {
  /** the number along x; a moment in ms since 1970 UTC */
  at: number;
  value: number;
  /** in units of the view box */
  x: number;
  y: number;
}

/** A line's samples from left to right. */
export type PlacedSeries = PlacedSample[];

/** Where all samples of a chart stand. */
export function placeSamples({ x, y, series }: Reading): PlacedSeries[] {
  let xs: number[] = [];
  return series.map((one) => {
    if (one.x) xs = unpackNumbers(one.x);
    const values = unpackNumbers(one.y);
    const samples = xs.map((at, index): PlacedSample => {
      const value = values[index]!;
      return { at, value, x: placeOn(x, at), y: placeOn(y, value) };
    });
    return samples.sort((a, b) => a.x - b.x);
  });
}

function placeOn({ type, domain, range }: ReadingAxis, value: number): number {
  const [low, high, at] = type === "log" ? [...domain.map(Math.log), Math.log(value)] : [...domain, value];
  return range[0] + ((at! - low!) / (high! - low!)) * (range[1] - range[0]);
}
