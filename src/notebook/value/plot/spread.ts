import { MAX_CHART_ROWS } from "../bounds.ts";

/** At most 50 positions: those of a sparse series, which would else be blank in most rows, and others evenly between. */
export function keptPositions<T>(positions: T[], columns: readonly ReadonlyMap<T, unknown>[]): T[] {
  if (positions.length <= MAX_CHART_ROWS) return positions;
  const half = MAX_CHART_ROWS / 2;
  const sparse = columns.filter((cells) => cells.size <= half).flatMap((cells) => [...cells.keys()]);
  const chosen = new Set(sparse.slice(0, half));
  for (const at of spread(positions, MAX_CHART_ROWS - chosen.size)) chosen.add(at);
  return positions.filter((at) => chosen.has(at));
}

/** That many items, evenly spread, the first and the last among them. */
export function spread<T>(items: T[], most: number): T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, index) => items[Math.round((index * (items.length - 1)) / (most - 1))]!);
}
