import type { CounterLog } from "../../formats/perfmon/CounterLog.ts";
import type { PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";

/**
 * Whether a counter log covers any of the time of the snapshots: only then can its slope say something about a tag of theirs.
 * Both are compared in local time, as written, since PoolMon's stamps name no zone. Where the stamps cannot be read nothing
 * speaks against it.
 */
export function sameHours(counters: CounterLog, snapshots: readonly PoolSnapshot[]): boolean {
  const stamps = snapshots.flatMap(({ time }) => time ?? []);
  const first = counters.localTimes[0];
  const last = counters.localTimes.at(-1);
  if (stamps.length === 0 || first === undefined || last === undefined) return true;
  return first <= Math.max(...stamps) && last >= Math.min(...stamps);
}
