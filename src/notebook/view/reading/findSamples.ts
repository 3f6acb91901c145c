import type { PlacedSeries } from "./placeSamples.ts";

/** Which sample is read: the place of its series, and its place in it. */
export interface Cursor {
  series: number;
  index: number;
}

/** Within this a pointer means the very sample it touches; farther off, the one above or below it. View box units. */
const TOUCH = 9;
/** Samples this near to the one that is read are read with it. View box units. */
const BESIDE = 1.5;

/** The sample a pointer at a place of the drawing means; of samples on one spot, the one drawn last. */
export function nearestSample(all: readonly PlacedSeries[], at: { x: number; y: number }): Cursor | undefined {
  let nearest: Cursor | undefined;
  let least = Infinity;
  for (const [series, samples] of all.entries()) {
    for (const [index, sample] of samples.entries()) {
      const [across, along] = [Math.abs(sample.x - at.x), Math.abs(sample.y - at.y)];
      const distance = Math.hypot(across, along);
      const remoteness = distance <= TOUCH ? distance : TOUCH + across + along / 10_000;
      if (remoteness > least) continue;
      least = remoteness;
      nearest = { series, index };
    }
  }
  return nearest;
}

/** The samples to read together with one: from each other series the nearest, where it stands on the same rule. */
export function samplesBeside(all: readonly PlacedSeries[], cursor: Cursor): Cursor[] {
  const { x } = all[cursor.series]![cursor.index]!;
  return all.flatMap((samples, series) => {
    if (series === cursor.series) return [cursor];
    const index = nearestAlong(samples, x);
    return index !== undefined && Math.abs(samples[index]!.x - x) <= BESIDE ? [{ series, index }] : [];
  });
}

/** The place of the sample nearest to x; undefined for a series without samples. */
export function nearestAlong(samples: PlacedSeries, x: number): number | undefined {
  let nearest: number | undefined;
  for (const [index, sample] of samples.entries()) {
    if (nearest === undefined || Math.abs(sample.x - x) < Math.abs(samples[nearest]!.x - x)) nearest = index;
  }
  return nearest;
}
