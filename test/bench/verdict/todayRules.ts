/**
 * The rules that people use today, to measure the verdict beside. Each is given its best form: a threshold where the
 * bare rule would call every machine a leak.
 */
import { series, seriesIfAny } from "../../../src/pool/analyzers/counters/takeSeries.ts";
import { validSamples } from "../../../src/pool/analyzers/counters/Series.ts";
import type { Evidence } from "../../../src/pool/formats/Evidence.ts";
import type { CounterLog } from "../../../src/pool/formats/perfmon/CounterLog.ts";
import type { Pool, PoolSnapshot, PoolTagRow } from "../../../src/pool/formats/poolmon/PoolSnapshot.ts";
import { quantity } from "../../../src/pool/Quantity.ts";
import type { Answer, Rule } from "./Answer.ts";

const POOLS = ["nonpaged", "paged"] as const;
const MEGABYTE = 1024 ** 2;
/** Growth below this share is not called a leak by who compares end and start. */
const NOTICED = 0.1;
const PAL_TREND_BYTES_PER_HOUR = 10 * MEGABYTE;
/** PAL cuts a log into so many pieces and compares their means. */
const PAL_PIECES = 30;

/** The biggest tag of the last snapshot leaks. */
export const biggestTag: Rule = (files) => {
  const last = snapshotsOf(files).at(-1);
  if (!last) return undefined;
  const row = last.rows.reduce<PoolTagRow | undefined>(
    (top, each) => (top && top.bytes >= each.bytes ? top : each),
    undefined,
  );
  return row && { verdict: "leak", pool: row.pool, tag: row.tag, driver: firstDriver(files, row.tag) };
};

/** What is bigger at the end than at the start leaks: the tag that gained most, or the pool. */
export const endMinusStart: Rule = (files) => {
  const snapshots = snapshotsOf(files);
  const [first, last] = [snapshots[0], snapshots.at(-1)];
  if (first && last && first !== last) return tagOfEnds(files, first, last);
  const counters = countersOf(files);
  return (
    counters &&
    bestOfPools(
      counters,
      (values, hours) => (values.at(-1)! - values[0]!) / hours,
      (values) => values.at(-1)! - values[0]! > NOTICED * values[0]!,
    )
  );
};

/** PAL's "increasing trend": the means of the log's pieces rise by more than 10 MB an hour. */
export const palTrend: Rule = (files) => {
  const counters = countersOf(files);
  const perHour = (values: Float64Array, hours: number): number => {
    const size = Math.max(1, Math.ceil(values.length / PAL_PIECES));
    const means: number[] = [];
    for (let at = 0; at < values.length; at += size) {
      const piece = values.subarray(at, at + size);
      means.push(piece.reduce((sum, value) => sum + value, 0) / piece.length);
    }
    return means.length < 2 ? 0 : (means.at(-1)! - means[0]!) / hours;
  };
  return (
    counters && bestOfPools(counters, perHour, (values, hours) => perHour(values, hours) > PAL_TREND_BYTES_PER_HOUR)
  );
};

/** PAL's fill levels: more than 60 % of an estimated maximum, or than a tenth of memory, which is the less. */
export const percentOfLimit: Rule = (files) => {
  const counters = countersOf(files);
  if (!counters) return undefined;
  const commit = seriesIfAny(counters, "\\Memory\\Commit Limit");
  const limit = commit ? (validSamples(commit).values.at(-1) ?? NaN) : NaN;
  // Memory stands in no counter; nearest to it is the commit limit, which has the page file in it.
  return bestOfPools(
    counters,
    () => NaN,
    (values) => Math.max(...values) > 0.1 * limit,
  );
};

function tagOfEnds(files: readonly Evidence[], first: PoolSnapshot, last: PoolSnapshot): Answer {
  const key = ({ pool, tag }: PoolTagRow): string => `${pool} ${tag}`;
  const before = new Map(first.rows.map((row) => [key(row), row.bytes]));
  const gained = last.rows
    .map((row) => ({ row, bytes: row.bytes - (before.get(key(row)) ?? 0) }))
    .reduce((top, each) => (each.bytes > top.bytes ? each : top));
  const pool = last.rows.filter(({ pool }) => pool === gained.row.pool).reduce((sum, { bytes }) => sum + bytes, 0);
  if (!(gained.bytes > NOTICED * (pool - gained.bytes))) return { verdict: "steady" };
  const hours = (last.time! - first.time!) / 3_600_000;
  const { tag } = gained.row;
  return {
    verdict: "leak",
    pool: gained.row.pool,
    tag,
    driver: firstDriver(files, tag),
    rate: quantity(gained.bytes / hours, "B/h"),
  };
}

function bestOfPools(
  log: CounterLog,
  perHour: (values: Float64Array, hours: number) => number,
  isLeak: (values: Float64Array, hours: number) => boolean,
): Answer {
  const found = POOLS.flatMap((pool): { pool: Pool; rate: number }[] => {
    const valid = validSamples(series(log, `\\Memory\\Pool ${pool === "paged" ? "Paged" : "Nonpaged"} Bytes`));
    const hours = (valid.times.at(-1)! - valid.times[0]!) / 3_600_000;
    return valid.values.length > 1 && isLeak(valid.values, hours) ? [{ pool, rate: perHour(valid.values, hours) }] : [];
  }).sort((a, b) => b.rate - a.rate);
  return found[0]
    ? { verdict: "leak", pool: found[0].pool, rate: quantity(found[0].rate, "B/h") }
    : { verdict: "steady" };
}

/** Who searches the drivers for the letters takes the first file that holds them. */
function firstDriver(files: readonly Evidence[], tag: string): string | undefined {
  return files.flatMap((file) => (file.format === "findstr" ? file.records : [])).find((file) => file.tag === tag)
    ?.file;
}

function snapshotsOf(files: readonly Evidence[]): PoolSnapshot[] {
  return files.flatMap((file) => (file.format === "poolmon" ? file.records : []));
}

function countersOf(files: readonly Evidence[]): CounterLog | undefined {
  return files.flatMap((file) => (file.format === "perfmon" ? [file.records] : []))[0];
}
