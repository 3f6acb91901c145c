import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import type { PoolUsedTable } from "../../formats/windbg/memory/PoolUsedTable.ts";
import type { VmReport } from "../../formats/windbg/memory/VmReport.ts";
import { dumpShares, poolUsage } from "./dumpShares.ts";

/** A part of a pool: a tag, all other tags, or what no tag accounts for. Parts lie end to end from zero. */
export interface PoolPart {
  part: string;
  bytes: number;
  fromBytes: number;
  toBytes: number;
  /** of the pool's usage by `!vm` */
  share: number;
}

/**
 * What a pool is made of at the moment of a dump: its largest tags, all others together, and the rest of the pages that `!vm` counts,
 * which is what small blocks leave free in theirs. Empty where neither listing says how large the pool is.
 *
 * @param options.top how many tags stand for themselves
 */
export function poolParts(
  table: PoolUsedTable,
  vm: VmReport | undefined,
  pool: Pool,
  { top = 3 }: { top?: number } = {},
): PoolPart[] {
  const usage = poolUsage(table, vm, pool);
  if (usage === undefined) return [];
  const shares = dumpShares(table, vm, { pool });
  const own = shares.slice(0, top).map(({ tag, bytes }): [string, number] => [tag.trimEnd(), bytes]);
  const others = shares.slice(top).reduce((sum, { bytes }) => sum + bytes, 0);
  const rest = usage - others - own.reduce((sum, [, bytes]) => sum + bytes, 0);
  let toBytes = 0;
  const all: [string, number][] = [...own, ["other tags", others], ["no tag", rest]];
  return all.map(([part, bytes]) => {
    const fromBytes = toBytes;
    toBytes += bytes;
    return { part, bytes, fromBytes, toBytes, share: bytes / usage };
  });
}
