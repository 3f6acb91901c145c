import type { Pool, PoolSnapshot, PoolTagRow } from "../../formats/poolmon/PoolSnapshot.ts";
import { comparedPairs, type ComparedPair } from "./snapshotIntervals.ts";
import { blocksHeld, counted, rowsByKey } from "./tagKey.ts";

/** What one tag did between two neighbouring snapshots. */
export interface TagChange {
  tag: string;
  pool: Pool;
  /** undefined where a stamp cannot be read */
  hours: number | undefined;
  bytes: number;
  blocks: number;
  allocs: number;
  frees: number;
  /** the row after */
  row: PoolTagRow;
}

/** A tag that was never used in a pool has no row there. */
const UNUSED = { allocs: 0, frees: 0, bytes: 0 };

/**
 * What each tag did between each two snapshots that can be compared, by tag and pool. A tag that appears later started
 * from nothing, since PoolMon leaves out tags that were never used; but if other tags vanish at the same time, the two
 * snapshots show different selections (another filter, a screen cut off), and its start is not known: no change is made up.
 */
export function tagChanges(snapshots: readonly PoolSnapshot[], pool?: Pool): Map<string, TagChange[]> {
  const changes = new Map<string, TagChange[]>();
  for (const pair of comparedPairs(snapshots))
    for (const which of pool === undefined ? (["nonpaged", "paged"] as const) : [pool])
      for (const [key, change] of changesOfPair(pair, which)) {
        const list = changes.get(key);
        if (list) list.push(change);
        else changes.set(key, [change]);
      }
  return changes;
}

function changesOfPair(pair: ComparedPair, pool: Pool): [key: string, change: TagChange][] {
  const before = rowsByKey(pair.before, pool);
  const after = rowsByKey(pair.after, pool);
  // A pool that one of the two does not show at all (`/p`) says nothing about the other.
  if (before.size === 0 || after.size === 0) return [];
  const sameSelection = [...before.keys()].every((key) => after.has(key));
  return [...after].flatMap(([key, row]): [string, TagChange][] => {
    const start = before.get(key) ?? (sameSelection ? UNUSED : undefined);
    if (start === undefined) return [];
    const change = {
      tag: row.tag,
      pool,
      hours: pair.hours,
      bytes: row.bytes - start.bytes,
      blocks: blocksHeld(row) - blocksHeld(start),
      allocs: counted(start.allocs, row.allocs),
      frees: counted(start.frees, row.frees),
      row,
    };
    return [[key, change]];
  });
}
