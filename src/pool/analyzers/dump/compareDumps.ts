import { quantity, type Quantity } from "../../Quantity.ts";
import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import type { PoolUsedTable } from "../../formats/windbg/memory/PoolUsedTable.ts";
import type { TargetInfo } from "../../formats/windbg/memory/TargetInfo.ts";
import { dumpShares } from "./dumpShares.ts";

/** One dump: what its tags hold, and when it was taken. */
export interface DumpMoment {
  table: PoolUsedTable;
  target: TargetInfo | undefined;
}

/** What a tag gained from one dump to another. */
export interface DumpGrowth {
  tag: string;
  pool: Pool;
  bytes: number;
  blocks: number;
  /** per hour; undefined where the dumps do not say when they were taken */
  rate: Quantity | undefined;
  /** bytes per block gained; undefined where no blocks were gained */
  blockBytes: number | undefined;
  /** held in the later dump */
  held: number;
  /** the line in the later dump */
  line: number;
}

/** Start times of one boot differ by what the stamps round and the clock was set. */
const SAME_BOOT_MS = 5 * 60_000;

/** Whether two dumps are of one boot, by when the machine started. Undefined where one of them does not say it. */
export function isSameBoot(a: TargetInfo | undefined, b: TargetInfo | undefined): boolean | undefined {
  const [first, second] = [bootTime(a), bootTime(b)];
  return first === undefined || second === undefined ? undefined : Math.abs(first - second) <= SAME_BOOT_MS;
}

/** When the machine of a dump started, in local time as if UTC; undefined where the dump does not say it. */
export function bootTime(target: TargetInfo | undefined): number | undefined {
  if (target?.time === undefined || target.uptimeSeconds === undefined) return undefined;
  return target.time - target.uptimeSeconds * 1000;
}

/** The hours between two dumps of one boot, by their up times, else by their stamps; undefined where neither is there. */
export function hoursBetween(
  before: Pick<DumpMoment, "target">,
  after: Pick<DumpMoment, "target">,
): number | undefined {
  const between = (first: number | undefined, second: number | undefined, perHour: number): number | undefined =>
    first === undefined || second === undefined ? undefined : (second - first) / perHour;
  return (
    between(before.target?.uptimeSeconds, after.target?.uptimeSeconds, 3600) ??
    between(before.target?.time, after.target?.time, 3_600_000)
  );
}

/**
 * What each tag gained between two dumps of the same boot, the largest gain first. None where they are of different boots: then
 * nothing of the one is left in the other. A tag that one of two filtered listings lacks is left out.
 */
export function compareDumps(before: DumpMoment, after: DumpMoment): DumpGrowth[] {
  if (isSameBoot(before.target, after.target) === false || before.table.isSession !== after.table.isSession) return [];
  const hours = hoursBetween(before, after);
  const start = new Map(dumpShares(before.table).map((share) => [`${share.pool} ${share.tag}`, share]));
  const isWhole = before.table.filter === undefined && before.table.total !== undefined;
  return dumpShares(after.table)
    .flatMap((share): DumpGrowth[] => {
      const first = start.get(`${share.pool} ${share.tag}`);
      if (first === undefined && !isWhole) return [];
      const bytes = share.bytes - (first?.bytes ?? 0);
      const blocks = share.outstanding - (first?.outstanding ?? 0);
      return [
        {
          tag: share.tag,
          pool: share.pool,
          bytes,
          blocks,
          rate: hours !== undefined && hours > 0 ? quantity(bytes / hours, "B/h") : undefined,
          blockBytes: blocks > 0 && bytes > 0 ? bytes / blocks : undefined,
          held: share.bytes,
          line: share.line,
        },
      ];
    })
    .sort((a, b) => b.bytes - a.bytes);
}
