import { median, quantile } from "../statistics/median.ts";
import {
  choosePeriod,
  findFloor,
  floorSeries,
  WHOLE_CYCLE,
  type FloorRow,
  type Period,
} from "../counters/findFloor.ts";
import { fitSlope, type SlopeFit } from "../counters/fitSlope.ts";
import { cutSeries, validSamples, type Series } from "../counters/Series.ts";

/** What the floor of a pool says. */
export interface FloorEvidence {
  period: "day" | number;
  /** the period is that of a load that repeats; else the log was cut into equal parts */
  repeats: boolean;
  /** the cycles that are logged whole */
  cycles: FloorRow[];
  fit: SlopeFit;
  /** the slopes of the first and the second half of the floor, the middle cycle in both */
  early: SlopeFit;
  late: SlopeFit;
  /** how far the floor moves by itself */
  noiseBytes: number;
  /** from the first floor to the last, along the line */
  growthBytes: number;
}

/** Gathers what the floor says: its cycles, its slope, how its two halves differ, its noise. */
export function floorEvidence(series: Series, load: Series | undefined, period: Period | undefined): FloorEvidence {
  const { period: chosen, repeats } =
    period === undefined || period === "auto" ? choosePeriod(series, load) : { period, repeats: true };
  const cycles = findFloor(series, { period: chosen }).filter((row) => row.coveredShare >= WHOLE_CYCLE);
  const floor = floorSeries(series, cycles);
  const fit = fitSlope(floor);
  const middle = Math.floor(cycles.length / 2);
  return {
    period: chosen,
    repeats,
    cycles,
    fit,
    early: fitSlope(cutSeries(floor, 0, middle)),
    late: fitSlope(cutSeries(floor, cycles.length % 2 === 0 ? middle - 1 : middle, cycles.length - 1)),
    noiseBytes: noiseOf(series, floor, fit, chosen),
    growthBytes: fit.growth.value,
  };
}

/**
 * The noise of a floor. From eight cycles on, the robust spread of the floors about their line; from four on their root
 * mean square, since half of so few points always lie close; and with three, how far the lowest tenth of a cycle spreads.
 */
function noiseOf(series: Series, floor: Series, fit: SlopeFit, period: "day" | number): number {
  const count = floor.values.length;
  if (count >= 8) return fit.noise.value * Math.sqrt(count / (count - 2));
  const perMs = fit.slope.value / 3_600_000;
  const rest = (s: Series): Float64Array =>
    s.values.map((value, i) => value - fit.start.value - perMs * (s.times[i]! - fit.fromTime));
  if (count >= 4) return Math.sqrt(rest(floor).reduce((sum, r) => sum + r * r, 0) / (count - 2));
  const valid = validSamples(series);
  const level = { ...valid, values: rest(valid) };
  const length = period === "day" ? 86_400_000 : period * 60_000;
  const cycles = new Map<number, number[]>();
  level.values.forEach((value, i) => {
    const cycle = Math.floor((valid.times[i]! - valid.times[0]!) / length);
    const values = cycles.get(cycle);
    if (values) values.push(value);
    else cycles.set(cycle, [value]);
  });
  return median([...cycles.values()].map((values) => quantile(values, 0.1) - Math.min(...values)));
}
