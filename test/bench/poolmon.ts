import { pathToFileURL } from "node:url";
import { readPoolmon } from "../../src/pool/formats/poolmon/readPoolmon.ts";
import { printPoolmon } from "../../src/pool/formats/poolmon/printPoolmon.ts";
import type { PoolSnapshot } from "../../src/pool/formats/poolmon/PoolSnapshot.ts";

/** What the benchmark measured. */
export interface PoolmonBench {
  /** the size of the log */
  bytes: number;
  rows: number;
  /** MiB of log per second: the first read of the process, the median of the warm reads, and a plain loop for comparison */
  coldMiBPerSecond: number;
  mibPerSecond: number;
  plainLoopMiBPerSecond: number;
}

const SNAPSHOTS = 300;
const TAGS = 700;
const RUNS = 15;

/** What one would write in five minutes: split into lines, one regular expression, no checks. */
const RE_ROW = /^ (.{4}) (Nonp |Paged)\s*(\d+)\s+(\d+)\s+(-?\d+)\s+(\d+)\s+(\d+)/;

/** Measures `readPoolmon` on a made-up log of 300 snapshots with 700 rows against a plain line loop. */
export async function benchPoolmon(): Promise<PoolmonBench> {
  const log = new TextEncoder().encode(printPoolmon(makeSnapshots()));
  const cold = await time(() => readPoolmon(log));
  const read: number[] = [];
  const plain: number[] = [];
  let rows = 0;
  for (let run = 0; run < RUNS; run++) {
    read.push(await time(() => readPoolmon(log)));
    plain.push(await time(() => (rows = readPlainly(log).length)));
  }
  const rate = (seconds: number) => log.length / 2 ** 20 / seconds;
  return {
    bytes: log.length,
    rows,
    coldMiBPerSecond: rate(cold),
    mibPerSecond: rate(median(read)),
    plainLoopMiBPerSecond: rate(median(plain)),
  };
}

function readPlainly(log: Uint8Array) {
  const rows = [];
  for (const text of new TextDecoder().decode(log).split("\r\n")) {
    const found = RE_ROW.exec(text);
    if (!found) continue;
    const [, tag, pool, allocs, frees, diff, bytes, perAlloc] = found;
    rows.push({
      tag,
      pool,
      allocs: Number(allocs),
      frees: Number(frees),
      diff: Number(diff),
      bytes: Number(bytes),
      perAlloc: Number(perAlloc),
    });
  }
  return rows;
}

function makeSnapshots(): PoolSnapshot[] {
  return Array.from({ length: SNAPSHOTS }, (_, at) => ({
    number: at + 1,
    stamp: `Tue 08/14/2012 ${String(at % 24).padStart(2)}:30:00.41 `,
    time: undefined,
    memory: undefined,
    scope: "system",
    rows: Array.from({ length: TAGS }, (_, tag) => {
      const frees = tag * 7919 + at * 131;
      const diff = (tag * 31 + at) % 5000;
      const bytes = diff * (16 + (tag % 90) * 16);
      const perAlloc = diff === 0 ? 0 : Math.floor(bytes / diff);
      const pool = tag % 2 === 0 ? "nonpaged" : "paged";
      return {
        tag: tag.toString(36).padStart(4, "T"),
        pool,
        allocs: frees + diff,
        frees,
        diff,
        bytes,
        perAlloc,
        line: 0,
      };
    }),
    line: 0,
    log: undefined,
  }));
}

async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { bytes, rows, coldMiBPerSecond, mibPerSecond, plainLoopMiBPerSecond } = await benchPoolmon();
  console.log(`PoolMon log, ${(bytes / 2 ** 20).toFixed(1)} MiB, ${rows} rows, Node ${process.versions.node}`);
  console.log(
    `readPoolmon ${mibPerSecond.toFixed(0)} MiB/s (cold ${coldMiBPerSecond.toFixed(0)}), a plain line loop ${plainLoopMiBPerSecond.toFixed(0)} MiB/s`,
  );
}
