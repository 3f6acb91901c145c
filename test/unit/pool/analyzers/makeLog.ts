import type { Counter, CounterLog } from "../../../../src/pool/formats/perfmon/CounterLog.ts";
import type { Pool, PoolMemory, PoolSnapshot, PoolTagRow } from "../../../../src/pool/formats/poolmon/PoolSnapshot.ts";

export const MiB = 1024 ** 2;
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Monday, 13 August 2012, 00:00 local time. */
export const START = Date.UTC(2012, 7, 13);

/** Numbers from 0 to 1 that are the same in each run (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A counter log of `samples` rows from functions of the sample's number and its hours since the start. */
export function makeLog(
  samples: number,
  stepSeconds: number,
  columns: Record<string, (hours: number, i: number) => number>,
  start = START,
): CounterLog {
  const times = Float64Array.from({ length: samples }, (_, i) => start + i * stepSeconds * 1000);
  const counters = Object.entries(columns).map(([path, value], column): Counter => {
    const [, object = "", instance = "", counter = ""] = /^\\([^\\(]*)(?:\(([^)]*)\))?\\(.*)$/.exec(path) ?? [];
    return {
      path: `\\\\TESTHOST${path}`,
      machine: "TESTHOST",
      object,
      instance,
      counter,
      englishPath: `\\${object}\\${counter}`,
      column: column + 1,
      values: Float64Array.from({ length: samples }, (_, i) => value((i * stepSeconds) / 3600, i)),
    };
  });
  return {
    machine: "TESTHOST",
    timeZone: { name: "GMT Standard Time", biasMinutes: 0 },
    localTimes: times.slice(),
    times,
    lines: Uint32Array.from({ length: samples }, (_, i) => i + 2),
    counters,
    skippedCounters: [],
    log: "test.csv",
  };
}

export const NONPAGED = "\\Memory\\Pool Nonpaged Bytes";
export const PAGED = "\\Memory\\Pool Paged Bytes";
export const LOAD = "\\Server\\Bytes Total/sec";
export const UP_TIME = "\\System\\System Up Time";

/** The load of a working day, 0 to 1: nothing at night, most at noon. */
export function workingDay(hours: number): number {
  const hour = hours % 24;
  return hour < 7 || hour > 19 ? 0 : Math.sin(((hour - 7) / 12) * Math.PI);
}

/** A row of PoolMon, its missing numbers worked out. */
export function row(tag: string, pool: Pool, allocs: number, frees: number, perAlloc: number): PoolTagRow {
  const diff = allocs - frees;
  return { tag: tag.padEnd(4), pool, allocs, frees, diff, bytes: diff * perAlloc, perAlloc, line: 0 };
}

/** Snapshots `minutes` apart, their rows made by a function of the snapshot's place; lines count on. */
export function makeSnapshots(
  count: number,
  minutes: number,
  rowsOf: (i: number) => PoolTagRow[],
  options: { header?: (i: number) => { nonpaged: number; paged: number } } = {},
): PoolSnapshot[] {
  let line = 1;
  return Array.from({ length: count }, (_, i) => {
    const first = line;
    const rows = rowsOf(i).map((r) => ({ ...r, line: ++line }));
    line += 3;
    const header = options.header?.(i);
    return {
      number: i + 1,
      stamp: "",
      time: START + i * minutes * 60_000,
      memory: header && memory(header.nonpaged, header.paged),
      scope: "system" as const,
      rows,
      line: first,
      log: "poolmon.txt",
    };
  });
}

function memory(nonpagedBytes: number, pagedBytes: number): PoolMemory {
  return {
    physicalBytes: 8 * 1024 * MiB,
    availableBytes: 4 * 1024 * MiB,
    pageFaults: 1,
    residentKernelBytes: MiB,
    residentPagedPoolBytes: MiB,
    commitBytes: 4 * 1024 * MiB,
    commitLimitBytes: 16 * 1024 * MiB,
    commitPeakBytes: 5 * 1024 * MiB,
    nonpagedBytes,
    pagedBytes,
  };
}
