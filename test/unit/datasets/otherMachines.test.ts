import { describe, expect, it } from "vitest";
import { counterLog, MACHINES, manifest, poolSnapshots, rowOf, slopeOf, valuesOf } from "./evidence.ts";

const NONPAGED = "\\Memory\\Pool Nonpaged Bytes";
const OTHERS = Object.keys(manifest.machines).filter((name) => !(MACHINES as readonly string[]).includes(name));
const counterLogs = OTHERS.map((name) => [name, "perfmon.csv"] as const);
const snapshotLogs = OTHERS.filter((name) => manifest.machines[name]!.files["poolmon.txt"]).map(
  (name) => [name] as const,
);
const periodOf = (name: string) => Object.values(manifest.machines[name]!.periods)[0]!;

describe.each(counterLogs)("%s/%s", (name, file) => {
  it("is read without loss or doubt and holds what the manifest says", async () => {
    const { records: log, problems } = await counterLog(name, file);
    expect(problems.filter(({ effect }) => effect !== "note")).toEqual([]);
    const truth = manifest.machines[name]!.files[file]!.perfmon!;
    expect(log.times).toHaveLength(truth.samples);
    expect(log.counters).toHaveLength(truth.counters);
    expect(log.machine).toBe(periodOf(name).machine);
  });
});

describe.each(snapshotLogs)("%s/poolmon.txt", (name) => {
  it("is read without loss or doubt, and its tags come to a little less than the pools", async () => {
    const { records: snapshots, problems } = await poolSnapshots(name, "poolmon.txt");
    expect(problems.filter(({ effect }) => effect !== "note")).toEqual([]);
    for (const { rows, memory } of snapshots)
      for (const [pool, bytes] of [
        ["nonpaged", memory!.nonpagedBytes],
        ["paged", memory!.pagedBytes],
      ] as const) {
        const sum = rows.filter((row) => row.pool === pool).reduce((total, row) => total + row.bytes, 0);
        expect(sum / bytes!, pool).toBeGreaterThan(0.85);
        expect(sum / bytes!, pool).toBeLessThanOrEqual(1);
      }
    expect(new Set(snapshots[0]!.rows.map(({ tag }) => tag)).size).toBeGreaterThan(300);
  });

  it("has the leak as its truth says, and counters that grow by it", async () => {
    const { records: snapshots } = await poolSnapshots(name, "poolmon.txt");
    const { leaks, reboots } = periodOf(name);
    for (const { tag, pool, bytesPerHour } of leaks) {
      const rows = snapshots.map((snapshot) => rowOf(snapshot, tag, pool)!);
      const from = reboots.length > 0 ? rows.findIndex(({ diff }, at) => diff < (rows[at - 1]?.diff ?? 0)) : 0;
      const hours = (snapshots.at(-1)!.time! - snapshots[from]!.time!) / 3_600_000;
      const rate = (rows.at(-1)!.bytes - rows[from]!.bytes) / hours;
      // Leaks follow the work or come in spells, and snapshots are few.
      expect(rate / bytesPerHour).toBeGreaterThan(0.8);
      expect(rate / bytesPerHour).toBeLessThan(1.25);
    }
  });
});

describe("litware-dc1", () => {
  it("gains as many handles of one process as event objects", async () => {
    const { records: log } = await counterLog("litware-dc1", "perfmon.csv");
    const { records: snapshots } = await poolSnapshots("litware-dc1", "poolmon.txt");
    const handles = valuesOf(log, "\\Process(litagent)\\Handle Count");
    const at = (time: number) => handles[[...log.localTimes].findLastIndex((local) => local <= time)]!;
    const [first, last] = [snapshots[0]!, snapshots.at(-1)!];
    const events = rowOf(last, "Even", "nonpaged")!.diff - rowOf(first, "Even", "nonpaged")!.diff;
    const gained = at(last.time!) - at(first.time!);
    expect(gained / events).toBeGreaterThan(0.98);
    expect(gained / events).toBeLessThan(1.02);
    expect(events).toBeGreaterThan(400_000);
  });
});

describe("wingtip-fs2", () => {
  it("rises in the morning and stands still in the evening, two tags in step", async () => {
    const { records: snapshots } = await poolSnapshots("wingtip-fs2", "poolmon.txt");
    const diffs = (tag: string) => snapshots.map((snapshot) => rowOf(snapshot, tag, "nonpaged")!.diff);
    const cached = diffs("WtRc");
    expect(cached.at(-1)! / cached[0]!).toBeGreaterThan(20);
    expect(cached.at(-1)! - cached.at(-2)!).toBeLessThan(0.02 * cached.at(-1)!);
    for (const [at, index] of diffs("WtRi").entries()) expect(Math.abs(index / cached[at]! - 1)).toBeLessThan(0.25);
    expect(periodOf("wingtip-fs2").verdict).toBe("cache");
  });
});

describe("southridge-app1", () => {
  it("ends lower than it began although it leaks all the time", async () => {
    const { records: log } = await counterLog("southridge-app1", "perfmon.csv");
    const nonpaged = valuesOf(log, NONPAGED);
    expect(nonpaged.at(-1)).toBeLessThan(nonpaged[0]!);
    const upTime = valuesOf(log, "\\System\\System Up Time");
    const restart = [...upTime].findIndex((seconds, at) => seconds < upTime[at - 1]!);
    const hours = log.times.map((time) => time / 3_600_000);
    // Office hours lie on the slope; both parts rise by megabytes an hour all the same.
    for (const part of [hours.slice(0, restart).length, undefined]) {
      const [x, y] =
        part === undefined
          ? [hours.slice(restart + 12), nonpaged.slice(restart + 12)]
          : [hours.slice(0, part), nonpaged.slice(0, part)];
      expect(slopeOf(x, y)).toBeGreaterThan(3e6);
    }
  });
});

describe("lamna-web2", () => {
  it("rises, and leaks nothing: its log is too short to tell", async () => {
    const { records: log } = await counterLog("lamna-web2", "perfmon.csv");
    const nonpaged = valuesOf(log, NONPAGED).filter((value) => !Number.isNaN(value));
    expect(nonpaged.at(-1)! - nonpaged[0]!).toBeGreaterThan(2e6);
    expect(periodOf("lamna-web2")).toMatchObject({ verdict: "not enough", leaks: [] });
  });
});

describe.each([
  ["adatum-app4", "Adatum Orders", 2 * 3600 + 42 * 60, []],
  ["coho-app3", "Coho Stock", 1 * 3600 + 48 * 60, ["Cache Hits/sec"]],
])("%s", (name, object, blankSeconds, never) => {
  it("has counters of a program that are blank until its section can be read, and never zero before", async () => {
    const { records: log } = await counterLog(name, "perfmon.csv");
    const own = log.counters.filter((counter) => counter.object === object);
    expect(own).toHaveLength(4);
    const mended = log.times[0]! + blankSeconds * 1000;
    for (const { counter, values } of own) {
      const first = log.times[values.findIndex((value) => !Number.isNaN(value))];
      if ((never as string[]).includes(counter)) expect(first, counter).toBeUndefined();
      else {
        expect(first, counter).toBeGreaterThan(mended);
        expect(first, counter).toBeLessThan(mended + 150_000);
      }
    }
    // Nothing happened there all day, and that is a value.
    const [zero, ...others] = own.filter(({ values }) => values.some((value) => value === 0));
    expect(zero!.values.every((value) => value === 0 || Number.isNaN(value))).toBe(true);
    expect(others).toEqual([]);
  });
});
