import { twoSided } from "./normal.ts";
import { EXACT_UP_TO, kendallAtLeast } from "./kendallDistribution.ts";
import { spearman } from "./correlation.ts";
import { theilSenSlope } from "./pairSlopes.ts";

/** Whether values rise or fall more steadily than chance would have it. */
export interface TrendTest {
  /** rising pairs minus falling pairs */
  s: number;
  /** the variance of `s` if there were no trend, ties and autocorrelation allowed for */
  variance: number;
  /** by how much autocorrelation widened that variance: 1 where neighbours are independent */
  widening: number;
  /** how steady the direction is: 1 always up, -1 always down, 0 neither */
  tau: number;
  /** the two-sided probability of so steady a direction by chance */
  significance: number;
}

/**
 * The trend test of Mann (1945) and Kendall (1975), with ties. Neighbouring samples of a counter resemble each other, which
 * makes the plain test see trends everywhere; from 20 values on its variance is therefore widened (Hamed and Rao 1998, Yue
 * and Wang 2004). Up to 10 values without ties the probability is exact.
 *
 * @param times any unit, rising
 * @param values finite, as many as `times`
 */
export function mannKendall(times: ArrayLike<number>, values: ArrayLike<number>): TrendTest {
  const count = values.length;
  let s = 0;
  for (let i = 0; i < count; i++) for (let j = i + 1; j < count; j++) s += Math.sign(values[j]! - values[i]!);
  const pairs = (count * (count - 1)) / 2;
  const ties = tieCounts(values);
  const tied = ties.reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0);
  const widening = count >= 20 ? wideningByAutocorrelation(times, values) : 1;
  const variance = ((count * (count - 1) * (2 * count + 5) - tied) / 18) * widening;
  const exact = count <= EXACT_UP_TO && tied === 0;
  const significance =
    variance <= 0 || s === 0
      ? 1
      : exact
        ? Math.min(1, 2 * kendallAtLeast(count, Math.abs(s)))
        : twoSided((Math.abs(s) - 1) / Math.sqrt(variance));
  return { s, variance, widening, tau: pairs === 0 ? 0 : s / pairs, significance };
}

function tieCounts(values: ArrayLike<number>): number[] {
  const counts = new Map<number, number>();
  for (const value of Array.from(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}

/**
 * By how much neighbours that resemble each other widen the variance of S: n / n*, from what is left when the trend is taken
 * away. The larger of two estimates, and never below 1, since alternating noise must not make a slope look surer:
 * the significant rank autocorrelations of Hamed and Rao (1998), up to a quarter of the record (further ones rest on too
 * few pairs); and what the first one implies where each value carries on from the one before (Yue and Wang 2004 with the
 * sum of Bayley and Hammersley 1946). Taking the trend away makes the first look too small, which is corrected by
 * (r + 2/n) / (1 - 4/n), after Marriott and Pope (1954).
 */
function wideningByAutocorrelation(times: ArrayLike<number>, values: ArrayLike<number>): number {
  const count = values.length;
  const slope = theilSenSlope(times, values);
  const rest = Array.from(values, (value, i) => value - slope * times[i]!);
  const significant = 1.96 / Math.sqrt(count);
  const likeness = (lag: number): number => spearman(rest.slice(0, count - lag), rest.slice(lag));
  let sum = 0;
  for (let lag = 1; lag <= count / 4; lag++) {
    const r = likeness(lag);
    if (Math.abs(r) > significant) sum += (count - lag) * (count - lag - 1) * (count - lag - 2) * r;
  }
  const byRanks = 1 + (2 / (count * (count - 1) * (count - 2))) * sum;
  const first = likeness(1);
  const carried = first > significant ? Math.min(0.98, (first + 2 / count) / (1 - 4 / count)) : 0;
  let byCarrying = 1;
  for (let lag = 1; lag < count; lag++) byCarrying += 2 * (1 - lag / count) * carried ** lag;
  return Math.max(1, byRanks, byCarrying);
}
