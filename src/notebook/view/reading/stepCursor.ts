import { type Cursor, nearestAlong } from "./findSamples.ts";
import type { PlacedSeries } from "./placeSamples.ts";

/**
 * Where a key leads from a sample: along its line, or to the sample of another line that is nearest along x. Without a
 * sample it leads to an end of the first line. Undefined for a key that means nothing here.
 */
export function stepCursor(all: readonly PlacedSeries[], cursor: Cursor | undefined, key: string): Cursor | undefined {
  const series = cursor?.series ?? 0;
  const last = all[series]!.length - 1;
  if (key === "ArrowUp" || key === "ArrowDown") return otherSeries(all, cursor, key === "ArrowUp" ? -1 : 1);
  const page = Math.max(1, Math.round(last / 10));
  const index = cursor?.index;
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: (index ?? 1) - 1,
    ArrowRight: (index ?? -1) + 1,
    PageUp: (index ?? page) - page,
    PageDown: (index ?? 0) + page,
    Home: 0,
    End: last,
  };
  const next = Object.hasOwn(steps, key) ? steps[key] : undefined;
  return next === undefined ? undefined : { series, index: Math.min(Math.max(next, 0), last) };
}

/** A chart of one line leaves the keys to the page, which scrolls. */
function otherSeries(all: readonly PlacedSeries[], cursor: Cursor | undefined, by: -1 | 1): Cursor | undefined {
  if (all.length < 2) return undefined;
  if (!cursor) return { series: by > 0 ? 0 : all.length - 1, index: 0 };
  const series = Math.min(Math.max(cursor.series + by, 0), all.length - 1);
  if (series === cursor.series) return cursor;
  return { series, index: nearestAlong(all[series]!, all[cursor.series]![cursor.index]!.x) ?? 0 };
}
