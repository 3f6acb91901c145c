import { median } from "../statistics/median.ts";
import { pickSamples, validSamples, type Series } from "./Series.ts";

/**
 * At most `points` samples for a series of any length: time is cut into equal blocks and each block gives its median
 * sample or its lowest. Every point is a sample that stands in the log, so its line is kept. Blanks are left out.
 *
 * Blocks bound what a fit costs (it looks at all pairs), and a block's median lets a spike that is shorter than half a
 * block go by.
 */
export function thinSeries(series: Series, points: number, by: "median" | "minimum" = "median"): Series {
  const valid = validSamples(series);
  const count = valid.values.length;
  if (count <= points) return valid;
  const start = valid.times[0]!;
  const width = (valid.times[count - 1]! - start) / points;
  const picked: number[] = [];
  for (let first = 0; first < count;) {
    const block = Math.min(points - 1, Math.floor((valid.times[first]! - start) / width));
    let end = first + 1;
    while (end < count && Math.min(points - 1, Math.floor((valid.times[end]! - start) / width)) === block) end++;
    picked.push(by === "minimum" ? lowest(valid.values, first, end) : middle(valid.values, first, end));
    first = end;
  }
  return pickSamples(valid, picked);
}

/** The place of the lowest value from `first` up to, not including, `end`. */
export function lowest(values: Float64Array, first: number, end: number): number {
  let place = first;
  for (let i = first + 1; i < end; i++) if (values[i]! < values[place]!) place = i;
  return place;
}

function middle(values: Float64Array, first: number, end: number): number {
  const wanted = median(values.subarray(first, end));
  let place = first;
  for (let i = first; i < end; i++) if (Math.abs(values[i]! - wanted) < Math.abs(values[place]! - wanted)) place = i;
  return place;
}
