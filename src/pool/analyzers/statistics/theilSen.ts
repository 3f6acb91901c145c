import { EXACT_UP_TO, kendallAtLeast } from "./kendallDistribution.ts";
import { mannKendall, type TrendTest } from "./mannKendall.ts";
import { median, quantileOfSorted } from "./median.ts";
import { Z95 } from "./normal.ts";
import { pairSlopes } from "./pairSlopes.ts";

/** A robust straight line with its interval. */
export interface TheilSen {
  /** the median of the slopes of all pairs, units of y per unit of x */
  slope: number;
  /** y where x is 0: the median of what the slope leaves over */
  intercept: number;
  /** the lower end of Sen's interval for the slope */
  low: number;
  /** its upper end */
  high: number;
  /** how often such an interval holds the true slope: 0.95, less where there are too few values to be so sure */
  level: number;
  /** whether there is a direction at all */
  test: TrendTest;
}

/**
 * The slope of Theil (1950) with the interval of Sen (1968): the median of the slopes between all pairs of points. Almost
 * a third of the points may be wild before it moves. The interval takes the variance of the trend test, so what
 * autocorrelation does to the one it does to the other. Costs n²/2 slopes: thin before (see `fitSlope`).
 *
 * With 10 points or fewer the exact distribution decides which slopes bound the interval; 3 or 4 points cannot give
 * 95 %, so the interval is then the whole range of slopes and `level` says how much it is worth (67 % and 92 %).
 *
 * @param x rising, finite
 * @param y finite, as many as `x`
 */
export function theilSen(x: ArrayLike<number>, y: ArrayLike<number>): TheilSen {
  const slopes = pairSlopes(x, y);
  const slope = quantileOfSorted(slopes, 0.5);
  const intercept = median(Array.from(y, (value, i) => value - slope * x[i]!));
  const test = mannKendall(x, y);
  const { outside, level } = slopesOutside(x.length, slopes.length, test);
  const low = slopes[outside] ?? NaN;
  const high = slopes[slopes.length - 1 - outside] ?? NaN;
  return { slope, intercept, low, high, level, test };
}

/** How many of the sorted slopes lie below the interval (and as many above), and what level that gives. */
function slopesOutside(count: number, slopes: number, test: TrendTest): { outside: number; level: number } {
  if (count > EXACT_UP_TO) {
    const width = Z95 * Math.sqrt(test.variance);
    return { outside: Math.max(0, Math.floor((slopes - width) / 2) - 1), level: 0.95 };
  }
  // Hollander and Wolfe (1973): the least k with P(S >= k) <= 2.5 %; the interval leaves (N - k + 2) / 2 - 1 slopes out.
  const pairs = (count * (count - 1)) / 2;
  for (let k = pairs % 2; k <= pairs; k += 2)
    if (kendallAtLeast(count, k) <= 0.025) return { outside: Math.max(0, Math.floor((slopes - k) / 2)), level: 0.95 };
  return { outside: 0, level: count < 2 ? 0 : 1 - 2 * kendallAtLeast(count, pairs) };
}
