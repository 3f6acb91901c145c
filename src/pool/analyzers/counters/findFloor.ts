import { median } from "../statistics/median.ts";
import { findCycle } from "./findCycle.ts";
import { pickSamples, validSamples, type Series } from "./Series.ts";
import { fitSlope, type SlopeFit } from "./fitSlope.ts";
import { lowest } from "./thinSeries.ts";

/** `"day"`: a calendar day by the machine's clock; a number: minutes; `"auto"`: found in the series itself. */
export type Period = "day" | number | "auto";

/** The lowest sample of one load cycle: what is left when the load is gone. */
export interface FloorRow {
  /** when that sample was taken */
  time: number;
  /** the lowest value of the cycle, in the unit of the series */
  bytes: number;
  /** samples in the cycle that hold a number */
  samples: number;
  /** how much of the cycle the log covers: a cycle cut short may lack its quiet time */
  coveredShare: number;
  /** the line of that sample */
  line: number;
}

/** A cycle of which less is logged than this is not used to fit the floor. */
export const WHOLE_CYCLE = 0.75;

/** Without a repeating load the log is cut into so many equal parts. */
const PARTS = 8;

const DAY = 86_400_000;

/**
 * The floor of a series: the lowest sample of each load cycle. A leak lifts it cycle by cycle; load lifts the peaks and
 * lets it return. With `"day"` the rows are the nightly minima, by the machine's own calendar.
 *
 * @param options.period `"auto"` (default) takes days for logs of three days or more, else the cycle found in
 *   `options.load` or in the series itself, else (and where that is short beside half a day or more) eight equal parts
 * @param options.load a counter that shows the load, such as `\Server\Bytes Total/sec`: its cycle is the truer one
 */
export function findFloor(series: Series, options: { period?: Period; load?: Series } = {}): FloorRow[] {
  const valid = validSamples(series);
  if (valid.values.length === 0) return [];
  const period =
    options.period === undefined || options.period === "auto"
      ? choosePeriod(valid, options.load).period
      : options.period;
  const cycle = cycleNumbers(valid, period);
  const usual = median(Array.from(valid.times.subarray(1), (time, i) => time - valid.times[i]!));
  const length = period === "day" ? DAY : period * 60_000;
  const rows: FloorRow[] = [];
  for (let first = 0; first < cycle.length;) {
    let end = first + 1;
    while (end < cycle.length && cycle[end] === cycle[first]) end++;
    const place = lowest(valid.values, first, end);
    rows.push({
      time: valid.times[place]!,
      bytes: valid.values[place]!,
      samples: end - first,
      coveredShare: usual > 0 ? Math.min(1, Math.round(((end - first) * usual * 100) / length) / 100) : 1,
      line: valid.lines[place]!,
    });
    first = end;
  }
  return rows;
}

/** The period that `findFloor` takes when none is given, and whether it is that of a load that repeats. */
export function choosePeriod(series: Series, load?: Series): { period: "day" | number; repeats: boolean } {
  const valid = validSamples(series);
  const span = (valid.times.at(-1) ?? 0) - (valid.times[0] ?? 0);
  if (span >= 3 * DAY - DAY / 4)
    return { period: wholeDays(valid) >= LEAST_DAYS ? "day" : DAY / 60_000, repeats: true };
  const cycle = (load && findCycle(load)) ?? findCycle(valid);
  // Half a day holds a part of the working day's load, which a cycle of minutes rides on: its minima are no floor then.
  const rides = span > DAY / 2 && cycle !== undefined && cycle.periodSeconds * 1000 < span / 24;
  if (cycle && !rides) return { period: cycle.periodSeconds / 60, repeats: true };
  return { period: Math.max(span, 1) / 60_000 / PARTS, repeats: false };
}

/** Three calendar days need a log of up to five; one that begins at noon and ends at noon is cut at noon instead. */
const LEAST_DAYS = 3;

function wholeDays({ localTimes }: Series): number {
  const first = localTimes[0]! / DAY;
  const last = localTimes.at(-1)! / DAY;
  // As `WHOLE_CYCLE` counts them: a first and a last day that lack less than a quarter are whole.
  const ends = (Math.ceil(first) - first >= WHOLE_CYCLE ? 1 : 0) + (last - Math.floor(last) >= WHOLE_CYCLE ? 1 : 0);
  return Math.max(0, Math.floor(last) - Math.ceil(first)) + ends;
}

/**
 * The slope of the floor, from cycles of which at least three quarters are logged. This, not the slope of all samples, is
 * the rate of a leak.
 */
export function fitFloor(series: Series, options: { period?: Period; load?: Series } = {}): SlopeFit {
  return fitSlope(floorSeries(series, findFloor(series, options)));
}

/** The whole cycles of a floor as a series, to fit or draw. */
export function floorSeries(series: Series, floor: readonly FloorRow[]): Series {
  const whole = floor.filter((row) => row.coveredShare >= WHOLE_CYCLE);
  const valid = validSamples(series);
  const places = new Map(Array.from(valid.lines, (line, place) => [line, place]));
  return pickSamples(
    valid,
    whole.map((row) => places.get(row.line)!),
  );
}

/** The lowest sample of each night, by the machine's own calendar. */
export function nightlyMinima(series: Series): FloorRow[] {
  return findFloor(series, { period: "day" });
}

function cycleNumbers(valid: Series, period: "day" | number): number[] {
  if (period === "day") return Array.from(valid.localTimes, (time) => Math.floor(time / DAY));
  const start = valid.times[0]!;
  const length = period * 60_000;
  // A last sample right at the end of a whole number of cycles belongs to the last of them. Stamps are off by milliseconds.
  const last = Math.max(0, Math.ceil((valid.times.at(-1)! - start) / length - 1e-4) - 1);
  return Array.from(valid.times, (time) => Math.min(last, Math.floor((time - start) / length + 1e-4)));
}
