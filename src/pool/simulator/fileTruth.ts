import type { CounterLog } from "../formats/perfmon/CounterLog.ts";
import { poolBytes } from "../formats/poolmon/poolBytes.ts";
import type { Pool, PoolSnapshot, PoolTagRow } from "../formats/poolmon/PoolSnapshot.ts";
import type { NightlyMinimum, PerfmonTruth, PeriodTruth, PoolmonTruth } from "./Manifest.ts";
import type { PerfmonRecording } from "./PerfmonCollector.ts";
import type { RecordedPeriod } from "./recordPeriod.ts";

const DAY = 86_400_000;
const NIGHT_ENDS = 6 * 3_600_000;

/** What stands in a counter log. */
export function perfmonTruth({ columns, intervalSeconds }: PerfmonRecording, log: CounterLog): PerfmonTruth {
  const isRate = (index: number) => ["rate", "percent", "quotient"].includes(columns[index]!.source.of);
  const plain = log.counters.filter((_, index) => !isRate(index));
  const rates = log.counters.filter((_, index) => isRate(index));
  const isBlank = (counters: CounterLog["counters"], sample: number) =>
    counters.every(({ values }) => Number.isNaN(values[sample]));
  const lines = [...log.lines];
  return {
    machine: log.machine,
    zone: log.timeZone!.name,
    biasMinutes: log.timeZone!.biasMinutes,
    intervalSeconds,
    samples: lines.length,
    counters: log.counters.length,
    stalledLines: lines.filter((_, sample) => isBlank(plain, sample)),
    firstLines: lines.filter((_, sample) => isBlank(rates, sample) && !isBlank(plain, sample)),
    nightlyMinima: nightlyMinima(log),
  };
}

function nightlyMinima(log: CounterLog): NightlyMinimum[] {
  const nights = new Map<number, NightlyMinimum>();
  if (log.localTimes.at(-1)! - log.localTimes[0]! < 2 * DAY) return [];
  const value = { nonpaged: poolCounter(log, "Nonpaged"), paged: poolCounter(log, "Paged") };
  for (const [sample, local] of log.localTimes.entries()) {
    const day = Math.floor(local / DAY);
    if (local - day * DAY >= NIGHT_ENDS || Number.isNaN(value.nonpaged[sample])) continue;
    const night = nights.get(day) ?? {
      day: new Date(day * DAY).toISOString().slice(0, 10),
      nonpaged: { bytes: Infinity, line: 0 },
      paged: { bytes: Infinity, line: 0 },
    };
    nights.set(day, night);
    for (const pool of ["nonpaged", "paged"] as const)
      if (value[pool][sample]! < night[pool].bytes)
        night[pool] = { bytes: value[pool][sample]!, line: log.lines[sample]! };
  }
  return [...nights.values()];
}

function poolCounter(log: CounterLog, pool: "Nonpaged" | "Paged"): Float64Array {
  return log.counters.find(({ englishPath }) => englishPath === `\\Memory\\Pool ${pool} Bytes`)!.values;
}

/** What stands in a PoolMon log. */
export function poolmonTruth({ recording, snapshots }: RecordedPeriod, { leaks }: PeriodTruth): PoolmonTruth {
  const [first, last] = [snapshots[0]!, snapshots.at(-1)!];
  return {
    layout: recording.poolmon!.layout,
    snapshots: snapshots.length,
    tags: new Set(last.rows.map(({ tag }) => tag)).size,
    rows: snapshots.reduce((total, { rows }) => total + rows.length, 0),
    stamps: snapshots.map(({ stamp }) => stamp.trimEnd()),
    leaks: leaks.map(({ tag, pool }) => ({
      ...{ tag, pool },
      diffs: snapshots.map((snapshot) => rowOf(snapshot, tag, pool)?.diff ?? 0),
      shareOfPoolGrowth:
        ((rowOf(last, tag, pool)?.bytes ?? 0) - (rowOf(first, tag, pool)?.bytes ?? 0)) /
        (poolBytes(last, pool)! - poolBytes(first, pool)!),
    })),
    busiest: busiestTag(snapshots, new Set(leaks.map(({ tag }) => tag))),
    wrapped: wrappedTags(snapshots),
  };
}

function rowOf(snapshot: PoolSnapshot, tag: string, pool: Pool): PoolTagRow | undefined {
  return snapshot.rows.find((row) => row.tag === tag && row.pool === pool);
}

/** Counts are 32 bits wide; in between two snapshots of these logs none passes them more than once. */
function busiestTag(snapshots: readonly PoolSnapshot[], leaking: ReadonlySet<string>): PoolmonTruth["busiest"] {
  const [first, last] = [snapshots[0]!, snapshots.at(-1)!];
  const innocent = last.rows.filter(({ tag }) => !leaking.has(tag));
  const rows = innocent.map(({ tag, pool, allocs, diff }) => {
    const gained = allocs - (rowOf(first, tag, pool)?.allocs ?? 0);
    return { tag, pool, allocations: gained < 0 ? gained + 4_294_967_296 : gained, lastDiff: diff };
  });
  return rows.reduce((best, row) => (row.allocations > best.allocations ? row : best));
}

function wrappedTags(snapshots: readonly PoolSnapshot[]): string[] {
  const wrapped = new Set<string>();
  for (const [at, snapshot] of snapshots.entries())
    for (const { tag, pool, allocs } of snapshots[at + 1]?.rows ?? [])
      if (allocs < (rowOf(snapshot, tag, pool)?.allocs ?? 0)) wrapped.add(tag);
  return [...wrapped];
}
