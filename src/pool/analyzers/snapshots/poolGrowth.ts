import { quantity, type Quantity } from "../../Quantity.ts";
import { poolBytes } from "../../formats/poolmon/poolBytes.ts";
import type { Pool, PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";
import { comparedPairs } from "./snapshotIntervals.ts";
import { tagChanges } from "./tagChanges.ts";

/** How much a whole pool grew over the snapshots. */
export interface PoolGrowth {
  pool: Pool;
  /** bytes gained, without the intervals that cannot be compared */
  growth: Quantity;
  /** undefined where stamps cannot be read */
  growthPerHour: Quantity | undefined;
  /** `header`: the `Pool N:… P:…` line of the snapshots; `rows`: the sum over the tags, where there is no such line */
  from: "header" | "rows";
}

/**
 * How much a pool grew over all pairs of snapshots that can be compared (none across a restart). The header's figure is the
 * pool itself, in whole pages, and a bit more than the sum of its tags; `N:` is the nonpaged pool, `P:` the paged one.
 */
export function poolGrowth(snapshots: readonly PoolSnapshot[], pool: Pool): PoolGrowth {
  const pairs = comparedPairs(snapshots);
  const hasHeader =
    pairs.length > 0 &&
    pairs.every((pair) => [pair.before, pair.after].every((snapshot) => poolBytes(snapshot, pool) !== undefined));
  const bytes = hasHeader
    ? pairs.reduce((sum, { before, after }) => sum + poolBytes(after, pool)! - poolBytes(before, pool)!, 0)
    : [...tagChanges(snapshots, pool).values()].flat().reduce((sum, change) => sum + change.bytes, 0);
  const hours = pairs.reduce((sum, pair) => sum + (pair.hours ?? NaN), 0);
  return {
    pool,
    growth: quantity(bytes, "B"),
    growthPerHour: hours > 0 ? quantity(bytes / hours, "B/h") : undefined,
    from: hasHeader ? "header" : "rows",
  };
}
