import type { Pool, PoolTagRow } from "../poolmon/PoolSnapshot.ts";
import { POOL_COLUMNS, WRAP, type TagCsvColumn } from "./tagCsvLayout.ts";

/** What one pool of a row says; `mended` tells that its Diff was brought back from a wrap. */
export type PoolCounts = Pick<PoolTagRow, "allocs" | "frees" | "diff" | "bytes" | "perAlloc"> & { mended: boolean };

const RE_WHOLE = /^-?\d{1,20}$/;

/** A whole number; NaN for a blank, or a column that is not there; undefined for anything else. */
function parseWhole(field: string | undefined): number | undefined {
  const text = field?.trim() ?? "";
  if (text === "") return NaN;
  return RE_WHOLE.test(text) ? Number(text) : undefined;
}

/**
 * Reads the numbers of one pool in a row. Blank is not zero: what the file does not say is NaN. The collector subtracts with more than
 * 32 bits after the counters have wrapped, so its Diff may be 4,294,967,296 too low; that is mended. Undefined where a field is no
 * number, or the pool says nothing at all.
 */
export function parseCounts(fieldOf: (column: TagCsvColumn) => string | undefined, pool: Pool): PoolCounts | undefined {
  const columns = POOL_COLUMNS[pool];
  const allocs = parseWhole(fieldOf(columns.allocs));
  const frees = parseWhole(fieldOf(columns.frees));
  const printed = parseWhole(fieldOf(columns.diff));
  const bytes = parseWhole(fieldOf(columns.bytes));
  if (allocs === undefined || frees === undefined || printed === undefined || bytes === undefined) return undefined;
  const said = Number.isNaN(printed) ? allocs - frees : printed;
  const diff = mendWrap(said);
  const perAlloc = diff === 0 ? 0 : Math.floor(bytes / diff);
  return {
    allocs,
    frees,
    diff,
    bytes,
    perAlloc: diff < 0 ? 0 : perAlloc,
    mended: !Number.isNaN(said) && diff !== said,
  };
}

/**
 * Blocks held are fewer than 2^32. A Diff a little below zero is none that wrapped: each processor counts for itself, and a free may be
 * counted before its allocation is.
 */
function mendWrap(diff: number): number {
  if (diff >= WRAP) return diff % WRAP;
  return diff < -WRAP / 2 && diff > -WRAP ? diff + WRAP : diff;
}
