import { describe, expect, it } from "vitest";
import type { PoolTagRow } from "../../../../src/pool/formats/poolmon/PoolSnapshot.ts";
import {
  findFloor,
  findReboots,
  fitFloor,
  judgePool,
  judgeTags,
  poolGrowth,
  readPerfmon,
  readPoolmon,
  series,
  tagBytes,
  tagGrowth,
  tagToDriver,
  tagToValue,
} from "../../../../src/pool/index.ts";
import { LOAD, makeLog, makeSnapshots, MiB, NONPAGED, random, row, UP_TIME, workingDay } from "./makeLog.ts";

// What every verdict must get right, by the two tools that the analyzers know so far. The points on dumps, traces and
// Driver Verifier come with their readers.
describe("what a verdict over counters and snapshots must get right", () => {
  const leakOver =
    (size: number) =>
    (i: number): PoolTagRow[] => [
      row("Grow", "nonpaged", 1000 + 400 * i, 0, 512),
      row("Huge", "nonpaged", 50_000, 0, size),
    ];

  it("growth, not size", () => {
    expect(judgeTags(makeSnapshots(5, 30, leakOver(65536)))).toMatchObject({ verdict: "leak", tag: "Grow" });
    const still = makeLog(2016, 300, { [NONPAGED]: (_, i) => 7900 * MiB + (i % 5) * 4096, [LOAD]: workingDay });
    expect(judgePool(still, { limit: 8192 * MiB }).verdict).not.toBe("leak");
  });

  it("the floor, not the peak", () => {
    const next = random(21);
    const peaks = makeLog(2016, 300, {
      [NONPAGED]: (h) => 100 * MiB + (50 + h) * MiB * workingDay(h) + next() * MiB,
      [LOAD]: (h) => (50 + h) * workingDay(h),
    });
    expect(judgePool(peaks, { pool: "nonpaged" }).verdict).toBe("load");
    expect(Math.max(...findFloor(series(peaks, NONPAGED)).map(({ bytes }) => bytes))).toBeLessThan(102 * MiB);
  });

  it("a blank is not zero", async () => {
    const text =
      '"(PDH-CSV 4.0) (GMT Standard Time)(0)","\\\\S\\Memory\\Pool Nonpaged Bytes"\r\n' +
      Array.from(
        { length: 60 },
        (_, i) => `"08/14/2012 09:${String(i).padStart(2, "0")}:00.000","${i % 6 === 3 ? " " : 1e8 + i * 1e6}"`,
      ).join("\r\n");
    const { records } = await readPerfmon(text);
    const nonpaged = series(records, NONPAGED);
    expect(Math.min(...findFloor(nonpaged, { period: 10 }).map(({ bytes }) => bytes))).toBe(1e8);
    expect(fitFloor(nonpaged, { period: 10 }).slope.value).toBeCloseTo(6e7, -3);
  });

  it("a restart, by the counters and by the snapshots", () => {
    const log = makeLog(400, 60, {
      [NONPAGED]: (_, i) => (i < 200 ? 500 : 100) * MiB,
      [UP_TIME]: (_, i) => (i < 200 ? 9e5 + i * 60 : (i - 199) * 60),
    });
    expect(findReboots(log)).toHaveLength(1);
    const snapshots = makeSnapshots(4, 15, (i) => [row("Tag1", "paged", i < 2 ? 9000 + i : 10 + i, 0, 64)]);
    expect(tagGrowth(snapshots)[0]).toMatchObject({ intervals: 2, diffGrowth: 2 });
  });

  it("the end of summer time", async () => {
    // Half-hour samples through 28 October 2012, 02:00 British Summer Time, when the clock goes back.
    const stamps = ["00:00", "00:30", "01:00", "01:30", "01:00", "01:30", "02:00", "02:30", "03:00"];
    const text = [
      '"(PDH-CSV 4.0) (GMT Daylight Time)(-60)","\\\\S\\Memory\\Pool Nonpaged Bytes"',
      ...stamps.map((stamp, i) => `"10/28/2012 ${stamp}:00.000","${1e8 + i * 5e5}"`),
    ].join("\r\n");
    const { records } = await readPerfmon(text);
    expect(fitFloor(series(records, NONPAGED), { period: 60 }).slope.value).toBeCloseTo(1e6, -1);
  });

  it("the wrap of 32-bit counters", () => {
    const wrapped = makeSnapshots(3, 15, (i) => [
      {
        ...row("Wrap", "nonpaged", (2 ** 32 - 50 + 40 * i) % 2 ** 32, 2 ** 32 - 100, 64),
        diff: 50 + 40 * i,
        bytes: (50 + 40 * i) * 64,
      },
    ]);
    expect(tagGrowth(wrapped)[0]).toMatchObject({ diffGrowth: 80, intervals: 2, monotone: true });
  });

  it("tags with blanks, and one row for each pool", () => {
    const snapshots = makeSnapshots(3, 15, (i) => [
      row("Dh 1", "paged", 30 + i, 2, 112),
      row("Dh 1", "nonpaged", 5, 0, 64),
    ]);
    expect(tagGrowth(snapshots).map(({ tag, pool, diffGrowth }) => [tag, pool, diffGrowth])).toEqual([
      ["Dh 1", "paged", 2],
      ["Dh 1", "nonpaged", 0],
    ]);
  });

  it("Pool N: is the nonpaged pool", async () => {
    const snapshot = (n: number): string =>
      ` Memory: 8388084K Avail: 6268928K  PageFlts:181224   InRam Krnl: 9120K P:150440K\r\n Commit:2104448K Limit:16774324K Peak:2391040K            Pool N:${n}K P:154640K\r\n\r\n Tag  Type     Allocs         Frees    Diff   Bytes    Per Alloc\r\n\r\n MmSt Paged     48211     31960     16251 25481568       1568\r\n`;
    const { records } = await readPoolmon(`${snapshot(1000)}\r\n${snapshot(5000)}`);
    expect(poolGrowth(records, "nonpaged").growth.value).toBe(4000 * 1024);
    expect(poolGrowth(records, "paged").growth.value).toBe(0);
  });

  it("a tag is not a driver", () => {
    const verdict = judgeTags(makeSnapshots(5, 30, leakOver(64)));
    expect(verdict).toMatchObject({ tag: "Grow", driver: undefined });
    expect(
      tagToDriver("Grow", { findstr: [{ tag: "Grow", file: "a.sys", line: 1, words: ["GrowTable"] }] })[0],
    ).toMatchObject({ worth: "weak" });
  });

  it("the order of a tag's bytes, and its protected bit", () => {
    expect(tagToValue("Leak")).toBe(0x6b61654c);
    expect(tagBytes("Leak", "protected")).toBe("4c 65 61 eb");
  });

  it('"not enough samples" is an answer', () => {
    expect(judgePool(makeLog(5, 15, { [NONPAGED]: (_, i) => i * MiB })).verdict).toBe("unclear");
    expect(judgeTags(makeSnapshots(2, 15, leakOver(64))).verdict).toBe("unclear");
  });
});
