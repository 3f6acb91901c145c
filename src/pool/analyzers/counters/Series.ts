/** One counter over time: what the fits and tests take. Nothing is dropped: a blank sample is NaN. */
export interface Series {
  /** what it is: `\Memory\Pool Nonpaged Bytes`, `Leak, nonpaged` */
  name: string;
  /** what the values are measured in: `B`, `B/s`, `s`, or `` for a bare count */
  unit: string;
  /** milliseconds since 1970 UTC, one per sample */
  times: Float64Array;
  /** the same moments by the clock on the machine's wall, as if it were UTC: what a night is cut by */
  localTimes: Float64Array;
  /** one per sample; NaN where the log holds a blank */
  values: Float64Array;
  /** the line of the log that each sample stands in */
  lines: Uint32Array;
  /** the file's name, where it has one */
  log: string | undefined;
}

/** The part of a series from sample `first` to sample `last`, both included. */
export function cutSeries(series: Series, first: number, last: number): Series {
  return {
    ...series,
    times: series.times.subarray(first, last + 1),
    localTimes: series.localTimes.subarray(first, last + 1),
    values: series.values.subarray(first, last + 1),
    lines: series.lines.subarray(first, last + 1),
  };
}

/** The samples at the given places, in that order. */
export function pickSamples(series: Series, places: readonly number[]): Series {
  return {
    ...series,
    times: Float64Array.from(places, (place) => series.times[place]!),
    localTimes: Float64Array.from(places, (place) => series.localTimes[place]!),
    values: Float64Array.from(places, (place) => series.values[place]!),
    lines: Uint32Array.from(places, (place) => series.lines[place]!),
  };
}

/** The samples that hold a number, in order of time. A clock set back can leave a log out of order. */
export function validSamples(series: Series): Series {
  const places: number[] = [];
  series.values.forEach((value, place) => {
    if (Number.isFinite(value) && Number.isFinite(series.times[place]!)) places.push(place);
  });
  return pickSamples(
    series,
    places.sort((a, b) => series.times[a]! - series.times[b]!),
  );
}

/** One sample as a row, for a table or a chart. */
export interface SampleRow {
  /** milliseconds since 1970 UTC */
  time: number;
  /** the value where it is bytes */
  bytes?: number;
  /** the value where it is anything else */
  value?: number;
  /** its line in the log */
  line: number;
}

/** The valid samples as rows: `{ time, bytes, line }`, or `{ time, value, line }` where the series is not in bytes. */
export function sampleRows(series: Series): SampleRow[] {
  const valid = validSamples(series);
  return Array.from(valid.values, (value, i) => {
    const time = valid.times[i]!;
    const line = valid.lines[i]!;
    return series.unit === "B" ? { time, bytes: value, line } : { time, value, line };
  });
}
