import { median } from "./median.ts";
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
 * makes the plain test see trends everywhere; from 20 values on its variance is therefore widened as Hamed and Rao (1998)
 * do. Up to 10 values without ties the probability is exact.
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
 * The factor n / n* of Hamed and Rao (1998), from the significant autocorrelations of the ranks of what is left when the
 * trend is taken away. Only lags up to a quarter of the record are used (further ones rest on too few pairs), and the
 * factor is never below 1: alternating noise must not make a slope look surer.
 */
function wideningByAutocorrelation(times: ArrayLike<number>, values: ArrayLike<number>): number {
  const count = values.length;
  const slope = theilSenSlope(times, values);
  const rest = Array.from(values, (value, i) => value - slope * times[i]!);
  const middle = median(rest);
  const centred = rest.map((value) => value - middle);
  const significant = 1.96 / Math.sqrt(count);
  let sum = 0;
  for (let lag = 1; lag <= count / 4; lag++) {
    const r = spearman(centred.slice(0, count - lag), centred.slice(lag));
    if (Math.abs(r) > significant) sum += (count - lag) * (count - lag - 1) * (count - lag - 2) * r;
  }
  return Math.max(1, 1 + (2 / (count * (count - 1) * (count - 2))) * sum);
}
