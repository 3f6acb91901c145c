import { quantity, type Quantity } from "../../Quantity.ts";
import { pearson, spearman } from "../statistics/correlation.ts";
import { leastSquares } from "../statistics/leastSquares.ts";
import { median } from "../statistics/median.ts";
import { Z95 } from "../statistics/normal.ts";
import { validSamples, type Series } from "./Series.ts";

/** How two series go together. */
export interface Correlation {
  /** Pearson's r with its 95 % interval (Fisher 1921): 1 in step, 0 unrelated, -1 against each other */
  pearson: Quantity;
  /** Spearman's rank correlation: the same for any rising relation, and deaf to single spikes */
  spearman: number;
  /** Pearson's r when the straight trend of each is taken away: whether the ups and downs match, not only the drift */
  withoutTrend: number;
  /** samples at which both hold a number */
  samples: number;
}

/**
 * Compares two counters sample by sample, at the moments at which both hold a number. Anything that rises all day correlates
 * with anything else that does, so look at `withoutTrend` before blaming a load. The interval takes the samples as
 * independent, which neighbouring ones are not: it is a lower bound of the doubt.
 */
export function correlate(a: Series, b: Series): Correlation {
  const pairs = pairSamples(a, b);
  const r = pearson(pairs.a, pairs.b);
  const count = pairs.times.length;
  const sure = count > 3 && Number.isFinite(r);
  const half = Z95 / Math.sqrt(count - 3);
  const z = Math.atanh(Math.min(Math.max(r, -1 + 1e-12), 1 - 1e-12));
  return {
    pearson: sure ? quantity(r, "", [Math.tanh(z - half), Math.tanh(z + half)]) : quantity(r, ""),
    spearman: spearman(pairs.a, pairs.b),
    withoutTrend: pearson(detrend(pairs.times, pairs.a), detrend(pairs.times, pairs.b)),
    samples: count,
  };
}

/** The values of two series at the moments they share: stamps less than half an interval apart. */
export function pairSamples(a: Series, b: Series): { times: number[]; a: number[]; b: number[] } {
  const left = validSamples(a);
  const right = validSamples(b);
  const near = Math.min(interval(a), interval(b)) / 2;
  const result: { times: number[]; a: number[]; b: number[] } = { times: [], a: [], b: [] };
  let j = 0;
  left.times.forEach((time, i) => {
    while (j + 1 < right.times.length && Math.abs(right.times[j + 1]! - time) <= Math.abs(right.times[j]! - time)) j++;
    if (j >= right.times.length || Math.abs(right.times[j]! - time) >= near) return;
    result.times.push(time);
    result.a.push(left.values[i]!);
    result.b.push(right.values[j]!);
  });
  return result;
}

/** The usual time between two samples, blanks included; any where there is only one. */
function interval({ times }: Series): number {
  return median(Array.from(times.subarray(1), (time, i) => Math.abs(time - times[i]!))) || Infinity;
}

function detrend(times: readonly number[], values: readonly number[]): number[] {
  const start = times[0] ?? 0;
  const line = leastSquares(
    times.map((time) => time - start),
    values,
  );
  return values.map((value, i) => value - line.intercept - line.slope * (times[i]! - start));
}
