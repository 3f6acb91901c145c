import { compareTexts } from "../../formats/text/compareTexts.ts";
import { quantity, type Quantity } from "../../Quantity.ts";
import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import type { PoolUsedTable } from "../../formats/windbg/memory/PoolUsedTable.ts";
import type { VmReport } from "../../formats/windbg/memory/VmReport.ts";

/** What a tag holds in one pool at one moment. */
export interface DumpShare {
  tag: string;
  pool: Pool;
  /** blocks held now, whichever column of `!poolused` says so */
  outstanding: number;
  /** allocations and frees since boot: only the verbose layout counts them */
  allocs: number | undefined;
  frees: number | undefined;
  bytes: number;
  /** bytes per block; undefined where it holds none */
  blockBytes: number | undefined;
  /** of the pool's usage by `!vm`, else of the listing's total; undefined where neither is there */
  share: number | undefined;
  description: string;
  line: number;
}

/**
 * What each tag of a `!poolused` holds, the largest first. The nonpaged pool is `NonPagedPool` and `NonPagedPoolNx` together, as
 * `!poolused` counts it. A size is no growth: a dump has no history.
 *
 * @param vm the `!vm` of the same dump, for the shares
 */
export function dumpShares(table: PoolUsedTable, vm?: VmReport, options: { pool?: Pool } = {}): DumpShare[] {
  const pools = options.pool === undefined ? (["nonpaged", "paged"] as const) : [options.pool];
  return pools
    .flatMap((pool) => {
      const usage = poolUsage(table, vm, pool);
      return table.rows.map((row): DumpShare => {
        const { outstanding, bytes, allocs, frees } = row[pool];
        return {
          tag: row.tag,
          pool,
          outstanding,
          allocs,
          frees,
          bytes,
          blockBytes: outstanding > 0 ? bytes / outstanding : undefined,
          share: usage === undefined ? undefined : bytes / usage,
          description: row.description,
          line: row.line,
        };
      });
    })
    .filter(({ outstanding, bytes }) => outstanding > 0 || bytes > 0)
    .sort((a, b) => b.bytes - a.bytes || compareTexts(a.tag, b.tag));
}

/** How large a pool is, in bytes: by `!vm`, else by the listing's own total, which is a little less. Undefined where neither says it. */
export function poolUsage(
  table: Pick<PoolUsedTable, "total" | "isSession">,
  vm: VmReport | undefined,
  pool: Pool,
): number | undefined {
  const byVm = pool === "nonpaged" ? vm?.nonpagedBytes : vm?.pagedBytes;
  // The session's pool is none of the system's, which `!vm` counts.
  if (!table.isSession && byVm !== undefined && byVm > 0) return byVm;
  const total = table.total?.[pool].bytes;
  return total !== undefined && total > 0 ? total : undefined;
}

/**
 * How fast a tag grew on the average since the machine started, in bytes per hour: all that one dump says of a rate. It is
 * true of a leak that began at boot and goes on evenly; of a tag that was always large it says nothing.
 */
export function averageRate(bytes: number, uptimeSeconds: number): Quantity {
  return quantity(uptimeSeconds > 0 ? (bytes / uptimeSeconds) * 3600 : NaN, "B/h");
}
