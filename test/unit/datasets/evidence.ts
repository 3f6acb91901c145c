import { readFileSync } from "node:fs";
import { findCounter } from "../../../src/pool/formats/perfmon/findCounter.ts";
import { readPerfmon } from "../../../src/pool/formats/perfmon/readPerfmon.ts";
import type { CounterLog } from "../../../src/pool/formats/perfmon/CounterLog.ts";
import { readPoolmon } from "../../../src/pool/formats/poolmon/readPoolmon.ts";
import type { PoolSnapshot, PoolTagRow } from "../../../src/pool/formats/poolmon/PoolSnapshot.ts";
import { readDebuggerSession } from "../../../src/pool/formats/windbg/readDebuggerSession.ts";
import type { DebuggerSession } from "../../../src/pool/formats/windbg/DebuggerSession.ts";
import type { ReadResult } from "../../../src/pool/formats/ReadResult.ts";
import type { Manifest } from "../../../src/pool/simulator/Manifest.ts";

/** The folder of the committed logs. */
export const folder = new URL("../../../datasets/", import.meta.url);

export const manifest = JSON.parse(readFileSync(new URL("manifest.json", folder), "utf8")) as Manifest;

export const MACHINES = ["contoso-fs1", "fabrikam-app2"] as const;
export const PERFMON_FILES = ["perfmon.csv", "perfmon-week.csv", "perfmon-autumn.csv", "perfmon-load.csv"] as const;
export const POOLMON_FILES = ["poolmon.txt", "poolmon-week.txt"] as const;

export function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(path, folder)));
}

const counterLogs = new Map<string, Promise<ReadResult<CounterLog>>>();
const sessions = new Map<string, Promise<ReadResult<DebuggerSession>>>();
const snapshotLists = new Map<string, Promise<ReadResult<PoolSnapshot[]>>>();

/** A machine's counter log: read once for all tests of a file, so none may change it. */
export function counterLog(machine: string, file: string): Promise<ReadResult<CounterLog>> {
  return readOnce(counterLogs, `${machine}/${file}`, readPerfmon);
}

/** A machine's PoolMon log: read once for all tests of a file, so none may change it. */
export function poolSnapshots(machine: string, file: string): Promise<ReadResult<PoolSnapshot[]>> {
  return readOnce(snapshotLists, `${machine}/${file}`, readPoolmon);
}

/** A machine's debugger log: read once for all tests of a file, so none may change it. */
export function debuggerSession(machine: string, file: string): Promise<ReadResult<DebuggerSession>> {
  return readOnce(sessions, `${machine}/${file}`, readDebuggerSession);
}

function readOnce<Read>(
  known: Map<string, Promise<Read>>,
  path: string,
  read: (bytes: Uint8Array) => Promise<Read>,
): Promise<Read> {
  const reading = known.get(path) ?? read(bytesOf(path));
  known.set(path, reading);
  return reading;
}

/** The values of a counter; fails where the log has none. */
export function valuesOf(log: CounterLog, path: string): Float64Array {
  const counter = findCounter(log, path);
  if (!counter) throw new Error(`The log has no counter ${path}.`);
  return counter.values;
}

export function rowOf(snapshot: PoolSnapshot, tag: string, pool: "nonpaged" | "paged"): PoolTagRow | undefined {
  return snapshot.rows.find((row) => row.tag === tag && row.pool === pool);
}

/** The least-squares slope of y over x, leaving out what is not a number. */
export function slopeOf(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const pairs = Array.from({ length: x.length }, (_, at) => [x[at]!, y[at]!] as const).filter(
    ([, value]) => !Number.isNaN(value),
  );
  const mean = (part: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[part], 0) / pairs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const over = pairs.reduce((sum, [a, b]) => sum + (a - meanX) * (b - meanY), 0);
  return over / pairs.reduce((sum, [a]) => sum + (a - meanX) ** 2, 0);
}

/** Pearson's correlation, leaving out what is not a number. */
export function correlationOf(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const both = Array.from({ length: x.length }, (_, at) => at).filter((at) => !Number.isNaN(x[at]! + y[at]!));
  const [one, two] = [both.map((at) => x[at]!), both.map((at) => y[at]!)];
  return slopeOf(one, two) * Math.sqrt(variance(one) / variance(two));
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
