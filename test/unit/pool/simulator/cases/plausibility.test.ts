import { describe, expect, it } from "vitest";
import type { Counter, CounterLog } from "../../../../../src/pool/formats/perfmon/CounterLog.ts";
import type { Pool, PoolSnapshot } from "../../../../../src/pool/formats/poolmon/PoolSnapshot.ts";
import { FAMILY_NAMES } from "../../../../../src/pool/simulator/cases/CaseFamily.ts";
import { makeCase, type PoolCase } from "../../../../../src/pool/simulator/cases/makeCase.ts";

const HOUR = 3_600_000;
const POOLS = ["nonpaged", "paged"] as const;
const cases = Array.from({ length: 60 }, (_, at) => makeCase(at + 1));
const title = ({ seed, truth }: PoolCase) => `case ${seed}, ${truth.family}`;

const counterOf = (log: CounterLog, name: string): Counter => log.counters.find(({ counter }) => counter === name)!;
const poolCounter = (log: CounterLog, pool: Pool) =>
  counterOf(log, pool === "nonpaged" ? "Pool Nonpaged Bytes" : "Pool Paged Bytes");
const values = (counter: Counter): number[] => [...counter.values].filter((value) => !Number.isNaN(value));
const snapshotsOf = (each: PoolCase): PoolSnapshot[] => each.evidence().poolmon ?? each.evidence().tagCsv ?? [];
const withCounters = cases.filter((each) => each.evidence().perfmon);
const withTags = cases.filter((each) => snapshotsOf(each).length > 0);
const bytesOf = (snapshot: PoolSnapshot, tag: string, pool: Pool) =>
  snapshot.rows.find((row) => row.tag === tag && row.pool === pool)?.bytes ?? 0;

describe("the evidence of cases", () => {
  it("comes of every family and in every mixture", () => {
    expect(new Set(cases.map(({ truth }) => truth.family))).toEqual(new Set(FAMILY_NAMES));
    const mixtures = new Set(
      cases.map((each) =>
        Object.keys(each.evidence())
          .filter((name) => name !== "findstr")
          .join(),
      ),
    );
    expect(mixtures).toEqual(new Set(["perfmon", "poolmon", "perfmon,poolmon", "tagCsv", "perfmon,tagCsv"]));
  });

  it("has several hundred tags, most of them with frees, that come to nearly the whole pool", () => {
    for (const each of withTags)
      for (const { rows, memory } of snapshotsOf(each)) {
        expect(new Set(rows.map(({ tag }) => tag)).size, title(each)).toBeGreaterThan(300);
        expect(rows.filter(({ frees }) => frees > 0).length / rows.length, title(each)).toBeGreaterThan(0.5);
        for (const { allocs, frees, diff, bytes, perAlloc } of rows) {
          expect((diff - (allocs - frees)) % 4_294_967_296).toBe(0);
          expect(perAlloc).toBe(diff === 0 ? 0 : Math.floor(bytes / diff));
          expect(bytes).toBeGreaterThanOrEqual(0);
        }
        if (!memory) continue;
        for (const pool of POOLS) {
          const sum = rows.reduce((total, row) => total + (row.pool === pool ? row.bytes : 0), 0);
          const whole = pool === "nonpaged" ? memory.nonpagedBytes : memory.pagedBytes;
          expect(sum / whole, `${title(each)} ${pool}`).toBeGreaterThan(0.88);
          expect(sum / whole, `${title(each)} ${pool}`).toBeLessThan(1);
        }
      }
  });

  it("has pools of whole pages that such a machine can have", () => {
    for (const each of withCounters)
      for (const pool of POOLS) {
        const sizes = values(poolCounter(each.evidence().perfmon!, pool));
        const { restingBytes, maximumBytes } = each.scenario.machine.pools[pool];
        expect(sizes.every((size) => size % 4096 === 0)).toBe(true);
        expect(Math.min(...sizes), title(each)).toBeGreaterThan(restingBytes * 0.4);
        expect(Math.max(...sizes), title(each)).toBeLessThan(maximumBytes);
        expect(Math.max(...sizes), title(each)).toBeLessThan(each.truth.physicalBytes * 0.95);
      }
  });

  it("has counters that wander: no pool stands still or climbs by the same amount for long", () => {
    for (const each of withCounters) {
      const sizes = values(poolCounter(each.evidence().perfmon!, "nonpaged"));
      if (sizes.length < 30) continue;
      const steps = sizes.slice(1).map((size, at) => size - sizes[at]!);
      const counts = new Map<number, number>();
      for (const step of steps) counts.set(step, (counts.get(step) ?? 0) + 1);
      const commonest = Math.max(...counts.values());
      expect(commonest / steps.length, title(each)).toBeLessThan(0.75);
    }
  });

  it("has first rows with blank rates, and no other blanks than those of stalled rows", () => {
    for (const each of withCounters) {
      const log = each.evidence().perfmon!;
      const upTime = counterOf(log, "System Up Time").values;
      const stalled = upTime.filter((value) => Number.isNaN(value)).length;
      expect(stalled, title(each)).toBeLessThanOrEqual(3);
      const rate = log.counters.find(({ counter }) => counter === "Bytes Total/sec");
      if (rate) expect(rate.values[0]).toBeNaN();
    }
  });

  it("takes snapshots while the machine runs, in order", () => {
    for (const each of withTags) {
      const times = snapshotsOf(each).map(({ time }) => time!);
      expect(times.length, title(each)).toBeGreaterThanOrEqual(2);
      expect(times.length, title(each)).toBeLessThanOrEqual(30);
      // An hour that runs twice in autumn is the one thing that may go back.
      expect(times.every((time, at) => at === 0 || time > times[at - 1]! - HOUR)).toBe(true);
    }
  });
});

describe("the truth of cases", () => {
  const leaking = cases.filter(({ truth }) => truth.kind === "leak");

  it("says what the leaking tags did in PoolMon, all but their ordinary use", () => {
    for (const each of leaking) {
      const snapshots = snapshotsOf(each);
      if (snapshots.length < 2 || each.truth.family === "reboot" || each.evidence().perfmon) continue;
      const [first, last] = [snapshots[0]!, snapshots.at(-1)!];
      for (const leak of each.truth.leaks) {
        const grown = bytesOf(last, leak.tag, leak.pool) - bytesOf(first, leak.tag, leak.pool);
        // What else happens under the tag: as much as Windows' own load makes of it.
        const others = each.scenario.sites
          .filter((site) => site.tag === leak.tag && site.pool === leak.pool && !site.leak)
          .reduce(
            (sum, { follows, heldBlocks, blockBytes }) =>
              sum +
              (Math.max(0, ...Object.values(follows)) * 3 + 3 * Math.sqrt(heldBlocks) + heldBlocks * 0.4) * blockBytes,
            0,
          );
        expect(Math.abs(grown - leak.bytes), `${title(each)} ${leak.tag}`).toBeLessThanOrEqual(others);
      }
    }
  });

  it("reconciles with the counters: what the pool grew is what was lost and what load moved", () => {
    for (const each of leaking) {
      const log = each.evidence().perfmon;
      if (!log || each.truth.family === "reboot") continue;
      for (const pool of POOLS) {
        const sizes = values(poolCounter(log, pool));
        const lost = each.truth.leaks
          .flatMap((leak) => [leak, ...leak.lockstep])
          .reduce((sum, part) => sum + (part.pool === pool ? part.bytes : 0), 0);
        const grown = sizes.at(-1)! - sizes[0]!;
        // Small blocks cost half a percent beyond their bytes, and the last look at tags may come after the last sample.
        const rounding = lost * 0.006 + (lost / each.truth.hours) * 0.12 + 8192;
        expect(Math.abs(grown - lost), `${title(each)} ${pool}`).toBeLessThanOrEqual(
          each.truth.otherMovementBytes[pool] + rounding,
        );
      }
    }
  });

  it("gives every leak enough blocks to be seen, its fastest first, and a rate that is its bytes over its hours", () => {
    for (const each of leaking) {
      const { leaks, hours, tag, pool } = each.truth;
      expect(leaks.map(({ bytes }) => bytes)).toEqual(leaks.map(({ bytes }) => bytes).toSorted((a, b) => b - a));
      expect(leaks[0]).toMatchObject({ tag, pool });
      for (const leak of leaks) {
        expect(leak.blocks, title(each)).toBeGreaterThan(15);
        expect(leak.bytes).toBe(leak.blocks * leak.blockBytes);
        expect(leak.bytesPerHour).toBeCloseTo(leak.bytes / hours, 6);
        for (const other of leak.lockstep) expect(other.bytes % leak.blocks).toBe(0);
      }
    }
  });

  it("names a driver for each leak, or a process whose handles grow with it", () => {
    for (const each of leaking)
      for (const { driver, process, users, blocks } of each.truth.leaks) {
        if (driver !== undefined) {
          expect(users).toContain(driver);
          continue;
        }
        const log = each.evidence().perfmon;
        const handles = log?.counters.find(
          ({ counter, instance }) => counter === "Handle Count" && instance === process,
        );
        if (!handles) continue;
        const [first, last] = [values(handles)[0]!, values(handles).at(-1)!];
        expect((last - first) / blocks, title(each)).toBeGreaterThan(0.85);
        expect((last - first) / blocks, title(each)).toBeLessThan(1.15);
      }
  });

  it("calls nothing healthy, load or cache that loses a block", () => {
    for (const each of cases.filter(({ truth }) => truth.kind !== "leak" && truth.kind !== "unclear")) {
      expect(
        each.scenario.sites.some(({ leak }) => leak),
        title(each),
      ).toBe(false);
      expect(each.truth.leaks).toEqual([]);
    }
  });

  it("calls a pool healthy whose floor of the last third is the one of the first", () => {
    for (const each of withCounters.filter(({ truth }) => truth.kind === "steady"))
      for (const pool of POOLS) {
        const sizes = values(poolCounter(each.evidence().perfmon!, pool));
        const third = Math.floor(sizes.length / 3);
        const floor = (part: number[]) => Math.min(...part);
        const rise = floor(sizes.slice(-third)) - floor(sizes.slice(0, third));
        expect(rise, `${title(each)} ${pool}`).toBeLessThanOrEqual(each.truth.otherMovementBytes[pool] * 0.5);
      }
  });

  it("calls a cache what grew much and is full before the end", () => {
    for (const each of cases.filter(({ truth }) => truth.kind === "cache")) {
      const { tag, pool } = each.truth;
      const snapshots = snapshotsOf(each);
      if (snapshots.length < 5) continue;
      const sizes = snapshots.map((snapshot) => bytesOf(snapshot, tag!, pool!));
      const most = Math.max(...sizes);
      expect(most - sizes[0]!, title(each)).toBeGreaterThan(each.scenario.machine.pools[pool!].restingBytes * 0.03);
      const [before, last] = [sizes.at(-2)!, sizes.at(-1)!];
      expect(Math.abs(last - before), title(each)).toBeLessThan((most - sizes[0]!) * 0.3);
    }
  });

  it("accepts the true kind first, and never a leak where there is none", () => {
    for (const { truth } of cases) {
      expect(truth.accepts[0]).toBe(truth.kind);
      if (truth.kind !== "leak") expect(truth.accepts).not.toContain("leak");
    }
  });
});
