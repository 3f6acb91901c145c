import type { CounterLog } from "../../formats/perfmon/CounterLog.ts";
import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import type { Quantity } from "../../Quantity.ts";
import { poolLimit, type PoolMachine } from "../counters/poolLimit.ts";
import type { Period } from "../counters/findFloor.ts";
import { choosePart } from "./choosePart.ts";
import { decidePool } from "./decidePool.ts";
import { noCounterVerdict, tooShortVerdict } from "./cannotTell.ts";
import type { Verdict } from "./Verdict.ts";

/** What `judgePool` is told beside the log; all of it is found or left out unless said. */
export interface JudgePoolOptions {
  /** which pool; the one that leaks faster, or grows more, unless said */
  pool?: Pool;
  /** the load cycle: `"day"` or minutes; found unless said */
  period?: Period;
  /** the counter that shows the load: `\Server\Bytes Total/sec`; the best of the usual ones unless said */
  load?: string;
  /** the most the pool can take, from `poolLimit` or `!vm`: gives the time until it is full; commit bounds it too */
  limit?: number | Quantity;
  /** the machine, instead of a limit: gives the limit by `poolLimit` */
  machine?: PoolMachine;
  /** how much to leave out after a restart (120) */
  warmUpMinutes?: number;
}

/**
 * Leak, load, cache, steady, or not enough to tell: judged by the floor of the pool over load cycles, never by its size or
 * by a percentage of its limit.
 *
 * The log is cut at restarts and the longest part is judged. `leak`: the floor rises over three cycles or more, the interval
 * of its slope lies above zero, it grew by three times its noise, it does not flatten, and the load does not account for
 * it. `cache`: it rose and flattened. `load`: the floor returns while the peaks follow a load counter. `steady`: nothing rises,
 * and the reasons say how slow a leak would have gone unnoticed. `unclear`: anything else, with what to collect next.
 */
export function judgePool(log: CounterLog, options: JudgePoolOptions = {}): Verdict {
  if (options.pool !== undefined) return judgeOne(log, options.pool, options);
  const [nonpaged, paged] = [judgeOne(log, "nonpaged", options), judgeOne(log, "paged", options)];
  const [first, second] = weight(paged) > weight(nonpaged) ? [paged, nonpaged] : [nonpaged, paged];
  if (second.pool === undefined) return first;
  return { ...first, reasons: [...first.reasons, `The other pool: ${second.summary}`] };
}

function judgeOne(log: CounterLog, pool: Pool, options: JudgePoolOptions): Verdict {
  const part = choosePart(log, pool, options);
  if (part === undefined) return noCounterVerdict(log, pool);
  return part.tooShort === undefined
    ? decidePool(part, pool, { ...options, ...limitOf(options, pool) })
    : tooShortVerdict(part, pool);
}

/** A leak comes first, then growth that cannot be told yet, then what can; among equals the faster one. */
function weight({ verdict, rate }: Verdict): number {
  const growth = Math.max(0, rate?.value ?? 0);
  const open = verdict === "unclear" && growth > 0;
  const order = open ? 3.5 : { leak: 4.5, cache: 3, load: 2, steady: 1, unclear: 0 }[verdict];
  return order + growth / (growth + 1e9);
}

function limitOf({ limit, machine }: JudgePoolOptions, pool: Pool): { limit?: number | Quantity } {
  if (limit !== undefined) return { limit };
  return machine ? { limit: poolLimit({ ...machine, pool }) } : {};
}
