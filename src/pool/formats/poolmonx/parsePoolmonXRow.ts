import type { PoolTagRow } from "../poolmon/PoolSnapshot.ts";
import { parseGrouped } from "../wpt/parseGrouped.ts";

/** The fields of a row: tag, pool, allocs, frees, diff, bytes, kilobytes, bytes per block, driver and description. */
export const POOLMONX_FIELDS = 10;

/** Whether a field names a pool as PoolMonX does. */
export const isPoolName = (field: string | undefined) => field === "Non Paged" || field === "Paged";

/** Reads a row of PoolMonX; undefined where it is none. Driver and description are pooltag.txt's and say nothing new. */
export function parsePoolmonXRow(fields: readonly string[], line: number): PoolTagRow | undefined {
  const [tag, pool] = fields;
  if (tag === undefined || tag.length === 0 || tag.length > 4 || !isPoolName(pool)) return undefined;
  const [allocs, frees, diff, bytes] = fields.slice(2, 6).map((field) => parseGrouped(field, true));
  if (allocs === undefined || frees === undefined || diff === undefined || bytes === undefined) return undefined;
  if (Number.isNaN(allocs + frees + diff + bytes)) return undefined;
  const perAlloc = diff === 0 ? 0 : Math.floor(bytes / diff);
  return {
    tag: tag.padEnd(4),
    pool: pool === "Paged" ? "paged" : "nonpaged",
    allocs,
    frees,
    diff,
    bytes,
    perAlloc,
    line,
  };
}
