import { quantity, type Quantity } from "../../Quantity.ts";
import type { CounterLog } from "../../formats/perfmon/CounterLog.ts";
import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import { theilSen } from "../statistics/theilSen.ts";
import { pickSamples, validSamples } from "./Series.ts";
import { series } from "./takeSeries.ts";
import { thinSeries } from "./thinSeries.ts";

/** What size the blocks are that a pool gains. */
export interface AverageBlock {
  pool: Pool;
  /** bytes gained per allocation gained: in a leak, the size of the leaked block */
  newBlock: Quantity;
  /** bytes / allocations at the start of the log */
  first: Quantity;
  /** bytes / allocations at its end: drifts towards the size of the leaked block */
  last: Quantity;
  /** allocations gained from the first sample to the last */
  allocsGained: number;
  /** what to make of it, in words */
  says: string;
}

/**
 * The size hint that a counter log gives before there is a tag: `Pool … Bytes` against `Pool … Allocs`, by the robust slope of
 * bytes over allocations (Theil 1950). Allocations of a page and more come in whole pages.
 *
 * @throws Error where the log lacks one of the two counters
 */
export function averageBlock(log: CounterLog, options: { pool?: Pool } = {}): AverageBlock {
  const pool = options.pool ?? "nonpaged";
  const name = pool === "nonpaged" ? "Nonpaged" : "Paged";
  const bytes = series(log, `\\Memory\\Pool ${name} Bytes`);
  const allocs = series(log, `\\Memory\\Pool ${name} Allocs`);
  const both = validSamples(
    pickSamples(
      bytes,
      [...bytes.values.keys()].filter((i) => Number.isFinite(allocs.values[i]!)),
    ),
  );
  const placeOf = new Map(Array.from(allocs.lines, (line, place) => [line, place]));
  const allocsAt = (line: number): number => allocs.values[placeOf.get(line)!]!;
  const thin = thinSeries(both, 240);
  const counts = Float64Array.from(thin.lines, allocsAt);
  const fit = theilSen(counts, thin.values);
  const end = both.values.length - 1;
  if (end < 1) return { pool, newBlock: none(), first: none(), last: none(), allocsGained: 0, says: tooFew };
  const gained = allocsAt(both.lines[end]!) - allocsAt(both.lines[0]!);
  return {
    pool,
    newBlock: Number.isFinite(fit.slope) ? quantity(fit.slope, "B", [fit.low, fit.high]) : none(),
    first: quantity(both.values[0]! / allocsAt(both.lines[0]!), "B"),
    last: quantity(both.values[end]! / allocsAt(both.lines[end]!), "B"),
    allocsGained: gained,
    says:
      gained > 0 && fit.low > 0
        ? "Look for a tag with about this many bytes per allocation."
        : "The pool did not gain allocations steadily: no size hint.",
  };
}

const tooFew = "Fewer than two samples hold both counters: no size hint.";

function none(): Quantity {
  return quantity(NaN, "B");
}
