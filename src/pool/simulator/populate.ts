import type { Pool } from "../formats/poolmon/PoolSnapshot.ts";
import { hashNames, noiseAt } from "./Random.ts";
import { scaleAll, type TagEntry } from "./readTagTable.ts";
import type { AllocationSite } from "./Scenario.ts";

/** What one machine makes of the tag tables. */
export interface Population {
  /** seeds the differences between machines: no two servers hold the same number of anything */
  seed: string;
  era: "old" | "new";
  /** bytes that all blocks together hold at rest, per pool */
  restingBytes: Record<Pool, number>;
  /** how much busier than the tables it is: factors for churn and for what is in flight */
  churn: number;
  load: Record<Pool, number>;
}

/**
 * The allocation sites of one machine: those of its era, each a little different from the table, scaled so that each pool's
 * blocks come to the wanted sum within a block or two per site.
 */
export function populate(entries: readonly TagEntry[], population: Population): AllocationSite[] {
  const { seed, era, restingBytes, churn, load } = population;
  const own = entries.filter((entry) => entry.era === undefined || entry.era === era);
  const varied = own.map((entry) => {
    const chance = (what: string) => noiseAt(hashNames(seed, what, entry.sites[0]!.tag, entry.sites[0]!.pool), 1);
    const held = entry.exact ? 1 : 0.6 + 0.9 * chance("held");
    return {
      exact: entry.exact,
      sites: entry.sites.map((site) => ({
        ...site,
        heldBlocks: site.heldBlocks * held,
        churnPerSecond: site.churnPerSecond * churn * (0.4 + 1.3 * chance("churn")),
        follows: scaleAll(site.follows, load[site.pool] * (0.7 + 0.6 * chance("load"))),
      })),
    };
  });
  const sum = (pool: Pool, exact: boolean) =>
    varied
      .filter((entry) => entry.exact === exact)
      .flatMap((entry) => entry.sites)
      .filter((site) => site.pool === pool)
      .reduce((total, site) => total + site.heldBlocks * site.blockBytes, 0);
  const factor = (pool: Pool) => (restingBytes[pool] - sum(pool, true)) / sum(pool, false);
  const factors = { nonpaged: factor("nonpaged"), paged: factor("paged") };
  return varied.flatMap(({ exact, sites }) =>
    sites.map((site) => ({ ...site, heldBlocks: scaledCount(site.heldBlocks, exact ? 1 : factors[site.pool]) })),
  );
}

/** Few blocks stay few: a tag with one block has one on every machine. */
function scaledCount(blocks: number, factor: number): number {
  const scaled = Math.round(blocks * factor);
  return blocks > 0 && scaled === 0 ? 1 : scaled;
}
