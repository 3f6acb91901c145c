import { describe, expect, it } from "vitest";
import { counterLog, MACHINES, manifest, POOLMON_FILES, poolSnapshots, rowOf, slopeOf, valuesOf } from "./evidence.ts";

const EVERY = MACHINES.flatMap((machine) => POOLMON_FILES.map((file) => [machine, file] as const));
const WRAP = 4_294_967_296;

describe.each(EVERY)("%s/%s", (machine, file) => {
  const truth = manifest.machines[machine]!.files[file]!.poolmon!;
  const period = manifest.machines[machine]!.periods[manifest.machines[machine]!.files[file]!.period!]!;

  it("is read without loss or doubt and holds what the manifest says", async () => {
    const { records, problems } = await poolSnapshots(machine, file);
    expect(problems.filter(({ effect }) => effect === "lost")).toEqual([]);
    expect(records).toHaveLength(truth.snapshots);
    expect(records.map(({ stamp }) => stamp.trimEnd())).toEqual(truth.stamps);
    expect(records.every(({ time }) => time !== undefined)).toBe(true);
    expect(records.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(truth.rows);
  });

  it("holds more than 300 tags, some in both pools, some with blanks, some with nothing left", async () => {
    const { records } = await poolSnapshots(machine, file);
    for (const { rows } of records) {
      const tags = rows.map(({ tag }) => tag);
      expect(new Set(tags).size).toBeGreaterThan(300);
      expect(tags.length - new Set(tags).size).toBeGreaterThanOrEqual(3);
      expect(tags).toEqual(expect.arrayContaining(["Irp ", "Io  ", "Dh 1", "Key "]));
      expect(rows.filter(({ diff }) => diff === 0).length).toBeGreaterThanOrEqual(5);
      expect(rows.filter(({ allocs, diff }) => allocs > 1e5 && diff < 100).length).toBeGreaterThan(5);
    }
  });

  it("keeps PoolMon's arithmetic in every row", async () => {
    const { records } = await poolSnapshots(machine, file);
    for (const { tag, allocs, frees, diff, bytes, perAlloc } of records.flatMap(({ rows }) => rows)) {
      expect((allocs - frees + WRAP) % WRAP, tag).toBe(diff);
      expect(perAlloc, tag).toBe(diff === 0 ? 0 : Math.floor(bytes / diff));
      expect(bytes % 16, tag).toBe(0);
      expect(allocs < WRAP && frees < WRAP, tag).toBe(true);
    }
  });

  it("never counts back, except where the manifest names a wrap", async () => {
    const { records } = await poolSnapshots(machine, file);
    const fell = records.flatMap(({ rows }, at) =>
      rows.filter(({ tag, pool, allocs, frees }) => {
        const before = at > 0 ? rowOf(records[at - 1]!, tag, pool) : undefined;
        return before && (allocs < before.allocs || frees < before.frees);
      }),
    );
    expect([...new Set(fell.map(({ tag }) => tag))]).toEqual(truth.wrapped);
  });

  it("has rows that sum to a little less than each pool", async () => {
    const { records } = await poolSnapshots(machine, file);
    for (const { rows, memory } of records) {
      for (const pool of ["nonpaged", "paged"] as const) {
        const sum = rows.filter((row) => row.pool === pool).reduce((total, { bytes }) => total + bytes, 0);
        const size = pool === "nonpaged" ? memory!.nonpagedBytes : memory!.pagedBytes;
        expect(sum / size).toBeGreaterThan(0.94);
        expect(sum / size).toBeLessThan(1);
      }
    }
  });

  it("shows the leaks as tags that are never freed and grow in every interval", async () => {
    const { records } = await poolSnapshots(machine, file);
    for (const { tag, pool, diffs } of truth.leaks) {
      const rows = records.map((snapshot) => rowOf(snapshot, tag, pool));
      expect(rows.map((row) => row?.diff ?? 0)).toEqual(diffs);
      expect(diffs.every((diff, at) => at === 0 || diff > diffs[at - 1]!)).toBe(true);
      expect(rows.every((row) => row === undefined || row.frees === 0)).toBe(true);
      const seconds = (records.at(-1)!.time! - records[0]!.time!) / 1000;
      const rate = ((rows.at(-1)?.bytes ?? 0) - (rows[0]?.bytes ?? 0)) / seconds;
      expect(rate / period.leaks.find((leak) => leak.tag === tag)!.bytesPerSecond).toBeCloseTo(1, 1);
    }
    expect(truth.leaks[0]!.shareOfPoolGrowth).toBeGreaterThan(0.9);
    expect(truth.leaks[0]!.shareOfPoolGrowth).toBeLessThan(1.1);
  });

  it("has its decoys: the busiest tag holds next to nothing, trace buffers stay", async () => {
    const { records } = await poolSnapshots(machine, file);
    expect(truth.busiest.allocations).toBeGreaterThan(1e6);
    expect(truth.busiest.lastDiff).toBeLessThan(200);
    expect(truth.leaks.map(({ tag }) => tag)).not.toContain(truth.busiest.tag);
    expect(new Set(records.map((snapshot) => rowOf(snapshot, "EtwB", "nonpaged")!.bytes)).size).toBe(1);
    for (const { tag } of manifest.machines[machine]!.decoys)
      expect(
        records[0]!.rows.some((row) => row.tag === tag),
        tag,
      ).toBe(true);
  });
});

describe("contoso-fs1/poolmon.txt", () => {
  it("holds after t seconds t blocks of a mebibyte, and a pool of at least 96,256 + 1,024 t KB", async () => {
    const { records } = await poolSnapshots("contoso-fs1", "poolmon.txt");
    const above = records.map(({ memory }, at) => memory!.nonpagedBytes / 1024 - 96_256 - 1024 * at * 900);
    expect(above[0]).toBe(0);
    expect(Math.min(...above)).toBe(0);
    expect(Math.max(...above)).toBeLessThan(16_384);
    for (const [at, snapshot] of records.entries()) {
      const seconds = at * 900;
      const row = rowOf(snapshot, "Leak", "nonpaged");
      if (seconds === 0) expect(row).toBeUndefined();
      else
        expect(row).toMatchObject({
          allocs: seconds,
          frees: 0,
          diff: seconds,
          bytes: seconds * 1_048_576,
          perAlloc: 1_048_576,
        });
    }
  });

  it("names a context of 120 bytes in the mean, made of blocks that are multiples of 16", async () => {
    const { records } = await poolSnapshots("contoso-fs1", "poolmon.txt");
    expect(records.map((snapshot) => rowOf(snapshot, "CtxL", "nonpaged")!.perAlloc)).toEqual(records.map(() => 120));
    expect(manifest.machines["contoso-fs1"]!.periods["story"]!.leaks[1]!.blockBytes).toEqual([112, 128]);
  });

  it("has a section tag that grows with the copies and falls back", async () => {
    const { records } = await poolSnapshots("contoso-fs1", "poolmon.txt");
    const held = records.map((snapshot) => rowOf(snapshot, "MmSt", "paged")!.diff);
    const steps = held.slice(1).map((diff, at) => diff - held[at]!);
    expect(steps.some((step) => step > 1000)).toBe(true);
    expect(steps.some((step) => step < -1000)).toBe(true);
  });
});

describe.each(MACHINES)("%s's two story logs", (machine) => {
  it("agree to the block and the page where a snapshot and a sample fall into the same second", async () => {
    const [{ records: log }, { records: snapshots }] = await Promise.all([
      counterLog(machine, "perfmon.csv"),
      poolSnapshots(machine, "poolmon.txt"),
    ]);
    let compared = 0;
    for (const { time, rows, memory } of snapshots) {
      const sample = [...log.localTimes].findIndex((local) => Math.floor(local / 1000) === Math.floor(time! / 1000));
      if (sample < 0 || Number.isNaN(log.counters[0]!.values[sample])) continue;
      compared += 1;
      for (const pool of ["nonpaged", "paged"] as const) {
        const name = pool === "paged" ? "Paged" : "Nonpaged";
        const held = rows.filter((row) => row.pool === pool).reduce((sum, { diff }) => sum + diff, 0);
        expect(valuesOf(log, `\\Memory\\Pool ${name} Allocs`)[sample]).toBe(held);
        const size = pool === "paged" ? memory!.pagedBytes : memory!.nonpagedBytes;
        expect(valuesOf(log, `\\Memory\\Pool ${name} Bytes`)[sample]).toBe(size);
      }
    }
    expect(compared).toBeGreaterThan(1);
  });

  it("have the slope of the counter in the growth of the tag", async () => {
    const { records: log } = await counterLog(machine, "perfmon.csv");
    const leak = manifest.machines[machine]!.periods["story"]!.leaks[0]!;
    const path = `\\Memory\\Pool ${leak.pool === "paged" ? "Paged" : "Nonpaged"} Bytes`;
    const slope = slopeOf(
      log.times.map((time) => time / 1000),
      valuesOf(log, path),
    );
    expect(slope / leak.bytesPerSecond).toBeGreaterThan(0.97);
    expect(slope / leak.bytesPerSecond).toBeLessThan(1.03);
  });
});
