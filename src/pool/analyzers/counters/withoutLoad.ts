import { leastSquares } from "../statistics/leastSquares.ts";
import { median } from "../statistics/median.ts";
import { pairSamples } from "./correlate.ts";
import type { Series } from "./Series.ts";
import { thinSeries } from "./thinSeries.ts";

/**
 * The series less what a load accounts for. How much the load is worth is taken from the changes from one point to the
 * next, not from the values: a leak and a load that both rise all day would else be taken for one another.
 */
export function withoutLoad(series: Series, load: Series): Series {
  const thin = pairSamples(thinSeries(series, 480), load);
  const changes = (values: readonly number[]): number[] => values.slice(1).map((value, i) => value - values[i]!);
  const perLoad = leastSquares(changes(thin.b), changes(thin.a)).slope;
  if (!Number.isFinite(perLoad) || perLoad <= 0) return series;
  const usual = median(load.values);
  const pairs = pairSamples(series, load);
  const loadAt = new Map(pairs.times.map((time, i) => [time, pairs.b[i]!]));
  return {
    ...series,
    name: `${series.name} less load`,
    values: series.values.map((value, i) => value - perLoad * ((loadAt.get(series.times[i]!) ?? NaN) - usual)),
  };
}
