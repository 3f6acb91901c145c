import { pearson } from "../statistics/correlation.ts";
import { median } from "../statistics/median.ts";
import { validSamples, type Series } from "./Series.ts";

/** The time after which the ups and downs of a series repeat. */
export interface Cycle {
  /** how long one cycle takes */
  periodSeconds: number;
  /** how alike two neighbouring cycles are: the autocorrelation at that distance, 1 at most */
  likeness: number;
}

/** The grid on which cycles are looked for: finer costs the square and finds no more. */
const GRID = 512;
/** Below this two cycles are not alike enough to speak of a cycle. */
const LEAST_LIKENESS = 0.3;
/** A cycle of which the log does not hold three is no cycle yet. */
const LEAST_CYCLES = 3;

/**
 * Finds the cycle of a series (a copy job every ten minutes, a working day) by its autocorrelation: the first distance
 * at which it peaks and nearly reaches the highest peak (Box and Jenkins 1970). The drift is taken away first, by the
 * median of a window as long as the longest cycle that could be found. Undefined where nothing repeats at least three times.
 */
export function findCycle(series: Series): Cycle | undefined {
  const grid = gridOf(validSamples(series));
  if (grid === undefined) return undefined;
  const { values, step } = grid;
  const longest = Math.floor(values.length / LEAST_CYCLES);
  const swing = withoutDrift(values, longest);
  const likenessAt = (lag: number): number => pearson(swing.subarray(0, swing.length - lag), swing.subarray(lag));
  const likeness = Array.from({ length: longest + 1 }, (_, lag) => (lag === 0 ? 1 : likenessAt(lag)));
  const dip = likeness.findIndex((r) => r < 0.1);
  if (dip < 0) return undefined;
  const peaks = likeness
    .map((r, lag) => ({ r, lag }))
    .filter(({ r, lag }) => lag > dip && lag > 2 && r >= likeness[lag - 1]! && r >= (likeness[lag + 1] ?? -1));
  const highest = Math.max(...peaks.map(({ r }) => r));
  const peak = peaks.find(({ r }) => r >= 0.8 * highest);
  if (peak === undefined || peak.r < Math.max(LEAST_LIKENESS, 2 / Math.sqrt(values.length))) return undefined;
  // Taking the drift away leaves waves of its own (Slutsky 1937). A true cycle is alike after two periods as well.
  if (likenessAt(2 * peak.lag) < peak.r / 2) return undefined;
  return { periodSeconds: (peak.lag * step) / 1000, likeness: peak.r };
}

/** The series as means over equal steps of time; a step without a sample takes the one before. */
function gridOf(valid: Series): { values: Float64Array; step: number } | undefined {
  const count = valid.values.length;
  if (count < 12) return undefined;
  const start = valid.times[0]!;
  const usual = median(Array.from(valid.times.subarray(1), (time, i) => time - valid.times[i]!));
  const span = valid.times[count - 1]! - start;
  const size = Math.min(GRID, Math.floor(span / usual) + 1);
  if (!(usual > 0) || size < 12) return undefined;
  const step = span / (size - 1);
  const sums = new Float64Array(size);
  const counts = new Float64Array(size);
  valid.values.forEach((value, i) => {
    const place = Math.min(size - 1, Math.round((valid.times[i]! - start) / step));
    sums[place]! += value;
    counts[place]! += 1;
  });
  const values = sums.map((sum, i) => sum / counts[i]!);
  for (let i = 1; i < size; i++) if (counts[i] === 0) values[i] = values[i - 1]!;
  return { values, step };
}

function withoutDrift(values: Float64Array, window: number): Float64Array {
  const half = Math.max(2, Math.floor(window / 2));
  return values.map((value, i) => value - median(values.subarray(Math.max(0, i - half), i + half + 1)));
}
