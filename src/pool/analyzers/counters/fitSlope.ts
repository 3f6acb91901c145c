import { quantity, type Quantity } from "../../Quantity.ts";
import { leastSquares } from "../statistics/leastSquares.ts";
import { robustSpread } from "../statistics/median.ts";
import { theilSen } from "../statistics/theilSen.ts";
import { validSamples, type Series } from "./Series.ts";
import { thinSeries } from "./thinSeries.ts";

/** A straight line through a series, and how far to trust it. */
export interface SlopeFit {
  /** per hour (`B/h` for bytes), with Sen's interval: the robust slope */
  slope: Quantity;
  /** the probability that chance alone makes so steady a direction (Mann–Kendall, two-sided) */
  significance: number;
  /** the interval lies above 0 and the direction is no chance (below 5 %, or as steady as so few points can be) */
  growing: boolean;
  /** the same downwards */
  falling: boolean;
  /** what the slope adds up to from the first sample to the last */
  growth: Quantity;
  /** how far points usually lie from the line, in the scale of a standard deviation */
  noise: Quantity;
  /** ordinary least squares, per hour: the classic, beside the robust slope */
  leastSquaresSlope: Quantity;
  /** the share of the variance that the classic line explains */
  rSquared: number;
  /** how often an interval made like this holds the true slope: 0.95, or less with fewer than 5 points */
  intervalLevel: number;
  /** samples that hold a number */
  samples: number;
  /** samples that are blank: left out, never taken for 0 */
  blanks: number;
  /** points that the robust slope was computed from, after thinning */
  points: number;
  /** the first sample that holds a number */
  fromTime: number;
  /** the last one */
  untilTime: number;
  /** where the line stands at the first of them */
  start: Quantity;
  /** where it stands at the last */
  end: Quantity;
  /** how it was computed, in words */
  method: string;
}

const HOUR = 3_600_000;

/** 240 points are 28,680 pairs: a few milliseconds, and blocks of 24 samples for a day at 15 s. */
const MOST_POINTS = 240;

/**
 * How fast a series rises: the median slope of all pairs of points (Theil 1950) with Sen's interval (Sen 1968), and a test
 * whether it rises at all (Mann 1945, Kendall 1975; ties counted, autocorrelation by Hamed and Rao 1998 from 20 points
 * on). Ordinary least squares and R² stand beside it.
 *
 * A series of more than 240 samples is first cut into 240 blocks of equal time, each of which gives its median sample
 * (`thin: "minimum"`: its lowest). The slope of a series is that of its load too: for leaks fit its floor (`fitFloor`).
 */
export function fitSlope(series: Series, options: { points?: number; thin?: "median" | "minimum" } = {}): SlopeFit {
  const { points: mostPoints = MOST_POINTS, thin = "median" } = options;
  const valid = validSamples(series);
  const points = thinSeries(valid, mostPoints, thin);
  const fromTime = valid.times[0] ?? NaN;
  const untilTime = valid.times.at(-1) ?? NaN;
  const hours = Float64Array.from(points.times, (time) => (time - fromTime) / HOUR);
  const robust = theilSen(hours, points.values);
  const classic = leastSquares(
    Float64Array.from(valid.times, (time) => (time - fromTime) / HOUR),
    valid.values,
  );
  const rest = Array.from(points.values, (value, i) => value - robust.intercept - robust.slope * hours[i]!);
  const span = (untilTime - fromTime) / HOUR;
  const perHour = ratePerHour(series.unit);
  const known = Number.isFinite(robust.slope);
  // With 3 or 4 points nothing is below 5 %; then a direction without exception counts, and the level says what for.
  const steady = robust.test.significance < 0.05 || (robust.level < 0.95 && Math.abs(robust.test.tau) === 1);
  const interval = [robust.low, robust.high] as const;
  return {
    slope: known ? quantity(robust.slope, perHour, interval) : quantity(NaN, perHour),
    significance: robust.test.significance,
    growing: known && points.values.length > 2 && robust.low > 0 && steady,
    falling: known && points.values.length > 2 && robust.high < 0 && steady,
    growth: known
      ? quantity(robust.slope * span, series.unit, [robust.low * span, robust.high * span])
      : quantity(NaN, series.unit),
    noise: quantity(robustSpread(rest), series.unit),
    leastSquaresSlope: quantity(classic.slope, perHour),
    rSquared: classic.rSquared,
    intervalLevel: robust.level,
    samples: valid.values.length,
    blanks: series.values.length - valid.values.length,
    points: points.values.length,
    fromTime,
    untilTime,
    start: quantity(robust.intercept, series.unit),
    end: quantity(robust.intercept + robust.slope * span, series.unit),
    method: describe(valid.values.length, points.values.length, thin, robust.test.widening),
  };
}

/** The fitted line as two rows, for a chart. */
export function fitLine(fit: SlopeFit): { time: number; bytes: number }[] {
  return [
    { time: fit.fromTime, bytes: fit.start.value },
    { time: fit.untilTime, bytes: fit.end.value },
  ];
}

/** The unit of a rate per hour: `B` gives `B/h`, a bare count `1/h`. */
function ratePerHour(unit: string): string {
  return unit === "" ? "1/h" : `${unit}/h`;
}

function describe(samples: number, points: number, thin: string, widening: number): string {
  if (samples < 2) return `No slope: ${samples === 0 ? "no sample holds" : "only one sample holds"} a number.`;
  const from =
    points < samples
      ? `${points} block ${thin === "median" ? "medians" : "minima"} of ${samples} samples`
      : `${points} samples`;
  const wider =
    widening > 1.05
      ? `; interval widened ${Math.sqrt(widening).toFixed(1)}-fold since neighbouring samples resemble each other`
      : "";
  return `Theil–Sen slope of ${from}, Sen's interval${wider}`;
}
