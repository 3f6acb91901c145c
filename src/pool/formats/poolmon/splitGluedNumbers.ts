import { findContradiction } from "./checkRow.ts";

/**
 * Finds where two numbers of a row touch: four numbers of which one is really two. A place counts only where the five
 * numbers then agree with each other, and only rows that hold memory prove that. Undefined unless there is exactly one
 * such place, and for a row that agrees already: its end is cut off.
 */
export function splitGluedNumbers(four: readonly string[]): number[] | undefined {
  const [first = NaN, second = NaN, third = NaN] = four.map(Number);
  if (third >>> 0 === (first - second) >>> 0) return undefined;
  let found: number[] | undefined;
  for (const [index, digits] of four.entries()) {
    for (let cut = 1; cut < digits.length; cut++) {
      const behind = digits.slice(cut);
      // PoolMon prints no leading zeros.
      if (behind.length > 1 && behind.startsWith("0")) continue;
      const five = [...four.slice(0, index), digits.slice(0, cut), behind, ...four.slice(index + 1)].map(Number);
      const [allocs = NaN, frees = NaN, diff = NaN, bytes = NaN, perAlloc = NaN] = five;
      if (!(diff > 0 && perAlloc > 0)) continue;
      if (findContradiction({ allocs, frees, diff, bytes, perAlloc }) !== undefined) continue;
      if (found) return undefined;
      found = five;
    }
  }
  return found;
}
