import { findContradiction } from "./checkRow.ts";

/**
 * Finds where two numbers of a row touch: four numbers of which one is really two. A place counts only where the five
 * numbers then agree with each other; undefined unless there is exactly one such place.
 */
export function splitGluedNumbers(four: readonly string[]): number[] | undefined {
  let found: number[] | undefined;
  for (const [index, digits] of four.entries()) {
    for (let cut = 1; cut < digits.length; cut++) {
      const second = digits.slice(cut);
      // PoolMon prints no leading zeros.
      if (second.length > 1 && second.startsWith("0")) continue;
      const five = [...four.slice(0, index), digits.slice(0, cut), second, ...four.slice(index + 1)].map(Number);
      const [allocs = NaN, frees = NaN, diff = NaN, bytes = NaN, perAlloc = NaN] = five;
      if (Number.isNaN(allocs + frees + diff + bytes + perAlloc)) continue;
      if (findContradiction({ allocs, frees, diff, bytes, perAlloc }) !== undefined) continue;
      if (found) return undefined;
      found = five;
    }
  }
  return found;
}
