import { quantity, type Quantity } from "../../Quantity.ts";
import type { CounterLog } from "../../formats/perfmon/CounterLog.ts";
import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import { findFloor, fitFloor, type Period } from "./findFloor.ts";
import { findLoads } from "./chooseLoad.ts";
import { pairSamples } from "./correlate.ts";
import { series } from "./takeSeries.ts";

/** What size the blocks are that a pool gains. */
export interface AverageBlock {
  pool: Pool;
  /** bytes gained per allocation gained, on the floor: in a leak, the mean size of the leaked blocks */
  newBlock: Quantity;
  /** bytes / allocations at the start of the log */
  first: Quantity;
  /** bytes / allocations at its end: drifts towards the size of the leaked blocks */
  last: Quantity;
  /** allocations gained per hour, on the floor */
  allocsPerHour: Quantity;
  /** what to make of it, in words */
  says: string;
}

/**
 * The size hint that a counter log gives before there is a tag: the slope of the floor of `Pool … Bytes` over that of `Pool …
 * Allocs`. On the floor, since the blocks of the load would else be averaged in. Where two drivers leak it is the mean of
 * both, each weighted by how many blocks it loses.
 *
 * @throws Error where the log lacks one of the two counters
 */
export function averageBlock(log: CounterLog, options: { pool?: Pool; period?: Period } = {}): AverageBlock {
  const pool = options.pool ?? "nonpaged";
  const name = pool === "nonpaged" ? "Nonpaged" : "Paged";
  const bytes = series(log, `\\Memory\\Pool ${name} Bytes`);
  const allocs = series(log, `\\Memory\\Pool ${name} Allocs`);
  const both = pairSamples(bytes, allocs);
  const load = findLoads(log, bytes)[0]?.series;
  const cycles = { ...(options.period !== undefined && { period: options.period }), ...(load && { load }) };
  const gained = fitFloor(bytes, cycles);
  const blocks = fitFloor(allocs, cycles);
  const steady = gained.growing && blocks.growing;
  const interval = [gained.slope.low! / blocks.slope.high!, gained.slope.high! / blocks.slope.low!] as const;
  return {
    pool,
    newBlock: steady ? quantity(gained.slope.value / blocks.slope.value, "B", interval) : quantity(NaN, "B"),
    first: quantity((both.a[0] ?? NaN) / (both.b[0] ?? NaN), "B"),
    last: quantity((both.a.at(-1) ?? NaN) / (both.b.at(-1) ?? NaN), "B"),
    allocsPerHour: blocks.slope,
    says: steady
      ? "Look for a tag with about this many bytes per allocation; two leaks at once give a mean of both."
      : `The floor of ${gained.growing ? "the allocations" : "the pool"} does not rise steadily over ${findFloor(bytes, cycles).length} cycles: no size hint.`,
  };
}
