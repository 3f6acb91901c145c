import { openAsBlob, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import {
  churn,
  findClockChanges,
  findGaps,
  findReboots,
  judgePool,
  judgeTags,
  nightlyMinima,
  poolLimit,
  readFindstr,
  readPerfmon,
  readPooltag,
  readPoolmon,
  series,
  tagGrowth,
  type CounterLog,
  type Pool,
  type PoolSnapshot,
} from "../../../../src/pool/index.ts";
import type { LeakTruth, Manifest, PeriodTruth } from "../../../../src/pool/simulator/Manifest.ts";

const datasets = new URL("../../../../datasets/", import.meta.url);
const { machines } = JSON.parse(readFileSync(new URL("manifest.json", datasets), "utf8")) as Manifest;
const PATH = { nonpaged: "\\Memory\\Pool Nonpaged Bytes", paged: "\\Memory\\Pool Paged Bytes" };

/** What a leak loses per hour from when it began, which may be within the log. */
function pace(leak: LeakTruth, { from, until }: PeriodTruth): number {
  const began = Math.max(Date.parse(leak.since ?? from), Date.parse(from));
  return (leak.bytesLost / (Date.parse(until) - began)) * 3_600_000;
}

function leakOf(period: PeriodTruth, pool: Pool): number {
  return period.leaks.filter((leak) => leak.pool === pool).reduce((sum, leak) => sum + leak.bytesPerHour, 0);
}

// The lessons' two machines; what the others show takes several logs, and is judged as a case.
for (const name of ["contoso-fs1", "fabrikam-app2"]) {
  const machine = machines[name]!;
  const file = (path: string): Promise<Blob> => openAsBlob(new URL(`${name}/${path}`, datasets));
  const periodOf = (path: string): PeriodTruth => machine.periods[machine.files[path]!.period!]!;
  const counterLogs = Object.keys(machine.files).filter((path) => machine.files[path]!.perfmon);
  const snapshotLogs = Object.keys(machine.files).filter((path) => /^poolmon(-week)?\.txt$/.test(path));

  describe.each(counterLogs)(`${name}/%s`, (path) => {
    const truth = machine.files[path]!.perfmon!;
    const period = periodOf(path);
    let log: CounterLog;
    beforeAll(async () => {
      log = (await readPerfmon(await file(path))).records;
    });

    it("shows the restarts, clock changes and gaps that there were", () => {
      expect(findReboots(log)).toHaveLength(period.reboots.length);
      expect(findClockChanges(log).map(({ shiftSeconds }) => shiftSeconds)).toEqual(
        period.clockChanges.map((change) => (change.biasMinutesBefore - change.biasMinutesAfter) * 60),
      );
      const missing = findGaps(log).filter(({ kind }) => kind === "no rows");
      expect(missing.length).toBe(period.gaps.length + period.reboots.length);
      expect(findGaps(log).filter(({ kind }) => kind === "blank rows")).toHaveLength(truth.stalledLines.length);
    });

    it("gets the verdict that the truth deserves, or an honest doubt", () => {
      for (const pool of ["nonpaged", "paged"] as const) {
        const { verdict } = judgePool(log, { pool });
        const label = period.pools[pool].label;
        // A restart cuts a log of three days to two nights: to leave that open is right.
        const open = period.reboots.length > 0 ? ["unclear"] : [];
        expect([label, ...(label === "load" ? ["steady"] : []), ...open], pool).toContain(verdict);
      }
    });

    it("gives the rate of a leak to within 7 %, and when the pool is full", () => {
      for (const pool of ["nonpaged", "paged"] as const) {
        const { label, maximumBytes, secondsToExhaustion } = period.pools[pool];
        const verdict = judgePool(log, { pool, limit: maximumBytes });
        if (label !== "leak" || period.reboots.length > 0) continue;
        const rate = period.leaks
          .filter((leak) => leak.pool === pool)
          .reduce((sum, leak) => sum + pace(leak, period), 0);
        expect(verdict.rate!.value / rate).toBeGreaterThan(0.93);
        // Small blocks do not fill their pages, so the pool gains a few percent more than the tag.
        expect(verdict.rate!.value / rate).toBeLessThan(1.07);
        // The truth counts at the mean pace of the whole period; the leak may have begun within it.
        const left = verdict.exhaustion!.value * (rate / leakOf(period, pool));
        const span = (Date.parse(period.until) - Date.parse(period.from)) / 1000;
        expect(Math.abs(left - secondsToExhaustion!)).toBeLessThan(0.07 * secondsToExhaustion! + 0.02 * span);
      }
    });

    it("has the nightly minima of the truth, with their lines", () => {
      const rows = nightlyMinima(series(log, PATH.nonpaged));
      const lines = new Map(rows.map((row) => [row.line, row.bytes]));
      // Over a restart the lowest sample of the day lies after it, not in the night.
      if (period.reboots.length > 0) return;
      for (const night of truth.nightlyMinima)
        expect(lines.get(night.nonpaged.line), night.day).toBe(night.nonpaged.bytes);
    });
  });

  describe.each(snapshotLogs)(`${name}/%s`, (path) => {
    const truth = machine.files[path]!.poolmon!;
    const period = periodOf(path);
    const leaks = period.leaks.toSorted((a, b) => b.bytesPerHour - a.bytesPerHour);
    let snapshots: PoolSnapshot[];
    beforeAll(async () => {
      snapshots = (await readPoolmon(await file(path))).records;
    });

    it("ranks the leak first, with its rate, its block and no frees", () => {
      const [first] = tagGrowth(snapshots);
      const [worst] = leaks;
      expect(first).toMatchObject({ tag: worst!.tag, pool: worst!.pool, monotone: true });
      expect(first!.growthBytesPerHour! / pace(worst!, period)).toBeCloseTo(1, 1);
      expect(first!.blockBytes).toBeGreaterThanOrEqual(Math.min(...worst!.blockBytes));
      expect(first!.blockBytes).toBeLessThanOrEqual(Math.max(...worst!.blockBytes));
      expect(first!.freedShare).toBe(0);
    });

    it("has the growth in blocks that the truth counted", () => {
      const rows = tagGrowth(snapshots);
      for (const { tag, pool, diffs } of truth.leaks)
        expect(rows.find((row) => row.tag === tag && row.pool === pool)?.diffGrowth).toBe(diffs.at(-1)! - diffs[0]!);
    });

    it("shows the busiest tag as churn", () => {
      const { tag, pool, allocations } = truth.busiest;
      const busiest = churn(snapshots).find((row) => row.tag === tag && row.pool === pool);
      expect(busiest).toMatchObject({ allocs: allocations });
      expect(busiest!.freedShare).toBeGreaterThan(0.99);
    });

    it("gets pool, tag and driver right, and agrees with the counters", async () => {
      const [{ records: findstr }, { records: pooltag }, { records: counters }] = await Promise.all([
        file("findstr.txt").then((blob) => readFindstr(blob)),
        file("pooltag.txt").then((blob) => readPooltag(blob)),
        file(path.replace("poolmon", "perfmon").replace(".txt", ".csv")).then((blob) => readPerfmon(blob)),
      ]);
      const verdict = judgeTags(snapshots, { findstr, pooltag, counters });
      const [worst] = leaks;
      expect(verdict).toMatchObject({ verdict: "leak", pool: worst!.pool, tag: worst!.tag, driver: worst!.driver });
      expect(verdict.confidence).toBeGreaterThanOrEqual(0.8);
      expect(verdict.reasons.join(" ")).toMatch(/it is the leak that the counter shows/);
    });

    it("is not enough with its first two snapshots", () => {
      expect(judgeTags(snapshots.slice(0, 2)).verdict).toBe("unclear");
    });
  });

  it(`${name}: the limit of the pools is the truth's`, () => {
    for (const period of Object.values(machine.periods)) {
      const pools: Pool[] = ["nonpaged"];
      for (const pool of pools) {
        const windows = period.operatingSystem;
        const limit = poolLimit({ windows, bits: 64, memoryBytes: period.physicalBytes, pool }).value;
        expect(Math.abs(limit / period.pools[pool].maximumBytes - 1)).toBeLessThan(0.001);
      }
    }
  });
}
