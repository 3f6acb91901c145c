import { MAX_POINTS } from "../bounds.ts";

type Values = readonly (number | string | null)[];

/** Thins dots that would be drawn over one another: one dot per cell of a grid, coarser until few enough are left. */
export function thinDots(length: number, x: Values | undefined, y: Values | undefined): number[] {
  const all = Array.from({ length }, (_, index) => index);
  if (length <= MAX_POINTS || !x || !y) return all.slice(0, MAX_POINTS);
  const column = rankOf(x);
  const row = rankOf(y);
  for (let cells = 320; ; cells = Math.floor(cells * 0.8)) {
    const seen = new Set<number>();
    const kept = all.filter((index) => {
      const place = Math.floor(column(index) * cells) * (cells + 1) + Math.floor(row(index) * cells);
      return Number.isNaN(place) || seen.has(place) ? false : seen.add(place);
    });
    if (kept.length <= MAX_POINTS) return kept;
  }
}

/** Where a value stands between the least (0) and the greatest (1); names stand in order of appearance. */
function rankOf(values: Values): (index: number) => number {
  const places = new Map<unknown, number>();
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value === null) continue;
    if (typeof value === "string" && !places.has(value)) places.set(value, places.size);
    const place = typeof value === "number" ? value : places.get(value)!;
    if (place < low) low = place;
    if (place > high) high = place;
  }
  return (index) => {
    const value = values[index];
    if (value === null || value === undefined) return NaN;
    const place = typeof value === "number" ? value : places.get(value)!;
    return high > low ? (place - low) / (high - low) : 0;
  };
}
