import type { PoolTagRow } from "./PoolSnapshot.ts";

type Counts = Pick<PoolTagRow, "allocs" | "frees" | "diff" | "bytes" | "perAlloc">;

/**
 * What is wrong with a row's numbers, or undefined where they agree: Diff is Allocs - Frees (both wrap at 2^32), and Per
 * Alloc is Bytes / Diff rounded down, 0 where nothing is held.
 *
 * Source: https://learn.microsoft.com/en-us/windows-hardware/drivers/devtest/poolmon-display
 */
export function findContradiction(row: Counts): "diff" | "perAlloc" | undefined {
  const { allocs, frees, diff, bytes, perAlloc } = row;
  // A collector of chosen columns does not say all of them.
  if (Number.isNaN(allocs - frees + diff + bytes)) return undefined;
  // `>>> 0` is modulo 2^32, which also lets a Diff through that was printed negative after Allocs had wrapped.
  if (diff >>> 0 !== (allocs - frees) >>> 0) return "diff";
  // With a wrapped Diff there is no average to compare with.
  if (diff < 0) return undefined;
  if (perAlloc !== (diff === 0 ? 0 : Math.floor(bytes / diff))) return "perAlloc";
  return undefined;
}
