import { windowsTags } from "../tags/windowsTags.ts";
import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import { populate } from "../populate.ts";
import { createRandom } from "../Random.ts";
import { scaleAll } from "../readTagTable.ts";
import type { AllocationSite } from "../Scenario.ts";
import * as ranges from "./machineRanges.ts";
import type { CasePlan } from "./planCase.ts";
import { drawChoice, drawNumber } from "./Range.ts";

const PAGE = 4096;
const GIGABYTE = 1024 ** 3;
/** The share of a pool at rest that is blocks; the rest are partly free pages and its own tables. */
const BLOCKS_SHARE = 0.955;

/** Windows' own tags on a machine, and the pools that they make up at rest. */
export interface PopulatedCase {
  sites: AllocationSite[];
  restBytes: Record<Pool, number>;
  /** the pool that load moves more than is usual; undefined where there is none */
  surgingPool: Pool | undefined;
}

/** Fills a machine with Windows' tags: more of them on a larger machine, moved by its load, and by a surge where there is one. */
export function populateCase(plan: CasePlan): PopulatedCase {
  const random = createRandom("case population", plan.seed);
  // Tables, threads and files grow with memory, drivers do not: the square root lies between.
  const size = Math.sqrt(plan.memoryBytes / (8 * GIGABYTE));
  const nonpaged = Math.round((drawNumber(ranges.NONPAGED_REST_MEGABYTES, random) * size * 1_048_576) / PAGE) * PAGE;
  const paged = Math.round((nonpaged * drawNumber(ranges.PAGED_REST_FACTOR, random)) / PAGE) * PAGE;
  const restBytes = { nonpaged, paged };
  const load = () => drawNumber(ranges.TABLE_LOAD_FACTOR, random) * plan.loadFactor * size;
  const sites = populate(windowsTags, {
    seed: `${plan.name} ${plan.seed}`,
    era: plan.generation.era,
    restingBytes: { nonpaged: nonpaged * BLOCKS_SHARE, paged: paged * BLOCKS_SHARE },
    churn: drawNumber(ranges.TABLE_CHURN_FACTOR, random) * plan.loadFactor,
    load: { nonpaged: load(), paged: load() },
  });
  const surge = plan.family.ranges.surge;
  const surging = surge && { pool: drawChoice(surge.pool, random), factor: drawNumber(surge.factor, random) };
  const factors = { nonpaged: 1, paged: 1 };
  for (const pool of ["nonpaged", "paged"] as const) {
    const isSurging = surging?.pool === pool;
    const wanted = swing(sites, pool) * (isSurging ? surging.factor : 1);
    const most = isSurging
      ? Math.min(0.1 * plan.memoryBytes, 2.5 * restBytes[pool])
      : Math.min(0.1 * plan.memoryBytes, 1.2 * restBytes[pool]);
    factors[pool] = (isSurging ? surging.factor : 1) * Math.min(1, most / wanted);
  }
  return {
    sites: sites.map((site) => ({ ...site, follows: scaleAll(site.follows, factors[site.pool]) })),
    restBytes,
    surgingPool: surging?.pool,
  };
}

/** Bytes that the largest activity moves in a pool at its full level. */
function swing(sites: readonly AllocationSite[], pool: Pool): number {
  const sum = (activity: "users" | "job" | "backup") =>
    sites
      .filter((site) => site.pool === pool)
      .reduce((bytes, { follows, blockBytes }) => bytes + (follows[activity] ?? 0) * blockBytes, 0);
  return Math.max(1, sum("users"), sum("job"), sum("backup"));
}
