import { quantileOfSorted } from "./median.ts";

/** The slopes between all pairs of points, sorted. Two points of one moment (a clock set back) have none. */
export function pairSlopes(x: ArrayLike<number>, y: ArrayLike<number>): Float64Array {
  const slopes = new Float64Array((x.length * (x.length - 1)) / 2);
  let used = 0;
  for (let i = 0; i < x.length; i++)
    for (let j = i + 1; j < x.length; j++) if (x[j] !== x[i]) slopes[used++] = (y[j]! - y[i]!) / (x[j]! - x[i]!);
  return slopes.subarray(0, used).sort();
}

/** The median of the slopes between all pairs (Theil 1950); NaN for fewer than two points. */
export function theilSenSlope(x: ArrayLike<number>, y: ArrayLike<number>): number {
  return quantileOfSorted(pairSlopes(x, y), 0.5);
}
