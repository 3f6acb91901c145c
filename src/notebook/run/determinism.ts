import { CLOCK_START, define, fixDates } from "./fixDates.ts";
import { fixLocale } from "./fixLocale.ts";

/**
 * Makes a worker's realm give the same values in every place and on every run: clock, randomness, time zone and locale.
 * The clock stands still but for one millisecond with every look at it, so that a loop that waits for it ends.
 *
 * @returns a function that sets clock and randomness back to their start, for a run of the cell of that id
 */
export function makeDeterministic(scope: typeof globalThis): (cell: string) => void {
  let elapsed = 0;
  let random = randomNumbers("");
  fixDates(scope, () => CLOCK_START + elapsed++);
  fixLocale(scope);
  define(scope.Math, { random: () => random() });
  define(scope, { performance: Object.freeze({ now: () => elapsed++, timeOrigin: CLOCK_START }) });
  return (cell) => {
    elapsed = 0;
    random = randomNumbers(cell);
  };
}

/** Numbers from 0 to 1 that follow from a text: Mulberry32 (Tommy Ettinger, public domain) over an FNV-1a hash. */
function randomNumbers(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index++) state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
