import { MAX_POINTS } from "../bounds.ts";

/** What of a mark's points is kept, as ascending indexes. */
export interface Thinning {
  x: readonly (number | string | null)[] | undefined;
  /** the channels whose minima and maxima must survive: `y`, or `y1` and `y2` */
  ys: readonly (readonly (number | string | null)[])[];
  /** which series each point belongs to; undefined for a single one */
  series: readonly (number | string | null)[] | undefined;
  /** series are stacked, so that all must keep the same positions */
  stacks: boolean;
}

/** The most series one mark draws; more lines than this cannot be told apart. */
export const MAX_SERIES = 40;
const MOST_IN_ALL = 12 * MAX_POINTS;

/**
 * Thins lines to what their pixels can show. A line of more than 1,000 points is cut into as many slices as a chart has
 * pixels, about; each slice keeps its lowest and its highest point, and a blank where it has nothing else, so that spikes
 * stay and so do gaps wide enough to be seen (the min–max step of M4: Jugel et al., "M4: A Visualization-Oriented Time Series Data Aggregation", VLDB 2014).
 */
export function thinPoints(length: number, { x, ys, series, stacks }: Thinning): number[] {
  const groups = groupBySeries(length, series);
  const share = MOST_IN_ALL / Math.max(1, groups.length);
  // Stacked series keep each other's positions too, so each may only bring a part of what all of them then draw.
  const limit = Math.floor(stacks ? Math.min(MAX_POINTS, share) / groups.length : Math.min(MAX_POINTS, share));
  const kept = groups.flatMap((indexes) => thinSeries(indexes, x, ys, limit)).sort((a, b) => a - b);
  if (!stacks || groups.length < 2 || !x || kept.length === length) return kept;
  const positions = new Set(kept.map((index) => x[index]));
  return Array.from({ length }, (_, index) => index).filter((index) => positions.has(x[index]));
}

/** The indexes of each series' points, in order. */
export function groupBySeries(length: number, series: Thinning["series"]): number[][] {
  if (!series) return [Array.from({ length }, (_, index) => index)];
  const groups = new Map<unknown, number[]>();
  for (let index = 0; index < length; index++) {
    const group = groups.get(series[index]);
    if (group) group.push(index);
    else groups.set(series[index], [index]);
  }
  return [...groups.values()];
}

function thinSeries(indexes: number[], x: Thinning["x"], ys: Thinning["ys"], limit: number): number[] {
  if (indexes.length <= limit) return indexes;
  const slices = Math.max(2, Math.floor((limit - 2) / (2 * Math.max(1, ys.length))));
  const sliceOf = slicer(indexes, x, slices);
  const kept = new Set([indexes[0]!, indexes.at(-1)!]);
  for (let start = 0; start < indexes.length;) {
    const slice = sliceOf(start);
    let end = start + 1;
    while (end < indexes.length && sliceOf(end) === slice) end++;
    keepExtremes(indexes, start, end, ys, kept);
    start = end;
  }
  return [...kept];
}

/** Slices of equal width where x ascends, else of an equal number of points. */
function slicer(indexes: number[], x: Thinning["x"], slices: number): (position: number) => number {
  const byCount = (position: number): number => Math.floor((position * slices) / indexes.length);
  if (!x) return byCount;
  let last = -Infinity;
  for (const index of indexes) {
    const here = x[index];
    if (typeof here !== "number" || here < last) return byCount;
    last = here;
  }
  const first = x[indexes[0]!] as number;
  if (!(last > first)) return byCount;
  return (position) =>
    Math.min(slices - 1, Math.floor((((x[indexes[position]!] as number) - first) / (last - first)) * slices));
}

function keepExtremes(indexes: number[], start: number, end: number, ys: Thinning["ys"], kept: Set<number>): void {
  for (const y of ys) {
    let lowest = -1;
    let highest = -1;
    for (let position = start; position < end; position++) {
      const index = indexes[position]!;
      const value = y[index];
      if (typeof value !== "number") continue;
      if (lowest < 0 || value < (y[lowest] as number)) lowest = index;
      if (highest < 0 || value > (y[highest] as number)) highest = index;
    }
    if (lowest < 0) kept.add(indexes[start]!);
    else kept.add(lowest).add(highest);
  }
}
