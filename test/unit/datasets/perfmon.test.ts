import { describe, expect, it } from "vitest";
import { correlationOf, counterLog, MACHINES, manifest, PERFMON_FILES, slopeOf, valuesOf } from "./evidence.ts";

const NONPAGED = "\\Memory\\Pool Nonpaged Bytes";
const PAGED = "\\Memory\\Pool Paged Bytes";
const LOAD = "\\Server\\Bytes Total/sec";
const EVERY = MACHINES.flatMap((machine) => PERFMON_FILES.map((file) => [machine, file] as const));

describe.each(EVERY)("%s/%s", (machine, file) => {
  const truth = manifest.machines[machine]!.files[file]!.perfmon!;

  it("is read without loss or doubt and holds what the manifest says", async () => {
    const { records: log, problems } = await counterLog(machine, file);
    expect(problems.filter(({ effect }) => effect !== "note")).toEqual([]);
    expect(log.times).toHaveLength(truth.samples);
    expect(log.counters).toHaveLength(truth.counters);
    expect(log.counters.length).toBeGreaterThanOrEqual(40);
    expect(log.machine).toBe(truth.machine);
    expect(log.timeZone).toEqual({ name: truth.zone, biasMinutes: truth.biasMinutes });
  });

  it("has blanks where a rate has no past, a stalled row, and times that rise once they are mended", async () => {
    const { records: log } = await counterLog(machine, file);
    const blankRows = [...log.lines].filter((_, sample) =>
      log.counters.every(({ values }) => Number.isNaN(values[sample])),
    );
    expect(blankRows).toEqual(truth.stalledLines);
    expect(truth.stalledLines).toHaveLength(1);
    const rates = log.counters.filter(({ counter }) => /\/sec$|^% (Processor|Privileged|Idle)/.test(counter));
    const withoutRates = [...log.lines].filter((_, sample) =>
      rates.every(({ values }) => Number.isNaN(values[sample])),
    );
    expect(withoutRates.filter((line) => !blankRows.includes(line))).toEqual(truth.firstLines);
    expect(log.times.every((time, at) => at === 0 || time > log.times[at - 1]!)).toBe(true);
  });

  it("gives both pools in whole pages, and allocations that grow no faster than bytes can", async () => {
    const { records: log } = await counterLog(machine, file);
    for (const pool of ["Paged", "Nonpaged"]) {
      const bytes = valuesOf(log, `\\Memory\\Pool ${pool} Bytes`).filter((value) => !Number.isNaN(value));
      const blocks = valuesOf(log, `\\Memory\\Pool ${pool} Allocs`).filter((value) => !Number.isNaN(value));
      expect(bytes.every((value) => value % 4096 === 0 && value > 50e6)).toBe(true);
      expect(bytes.every((value, at) => value / blocks[at]! > 100)).toBe(true);
    }
  });

  it("moves available memory against the pools and commit with them", async () => {
    const { records: log } = await counterLog(machine, file);
    const upTime = valuesOf(log, "\\System\\System Up Time");
    const restart = [...upTime].findIndex((seconds, at) => seconds < upTime[at - 1]!);
    const [nonpaged, paged, committed, available] = [
      ...[NONPAGED, PAGED, "\\Memory\\Committed Bytes", "\\Memory\\Available MBytes"],
    ].map((path) => valuesOf(log, path).slice(0, restart < 0 ? undefined : restart));
    const pools = nonpaged!.map((value, at) => value + paged![at]!);
    expect(correlationOf(pools, committed!)).toBeGreaterThan(0.5);
    expect(correlationOf(committed!, available!)).toBeLessThan(-0.6);
    expect(committed!.every((value, at) => Number.isNaN(value) || value > pools[at]!)).toBe(true);
  });

  it("has no ruler-straight line: what varies never takes the same step for long", async () => {
    const { records: log } = await counterLog(machine, file);
    for (const { path, values } of log.counters) {
      if (/Commit Limit|System Up Time/.test(path) || new Set(values).size < 30) continue;
      const steps = [...values].map((value, at) => value - values[at - 1]!).filter((step) => !Number.isNaN(step));
      let run = 0;
      let longest = 0;
      for (const [at, step] of steps.entries()) {
        run = step !== 0 && step === steps[at - 1] ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
      expect(longest, path).toBeLessThan(6);
    }
  });
});

describe("contoso-fs1/perfmon.csv", () => {
  it("never goes below 98,566,144 bytes and a mebibyte per second, and touches that between any two copy jobs", async () => {
    const { records: log } = await counterLog("contoso-fs1", "perfmon.csv");
    const start = Date.parse(manifest.machines["contoso-fs1"]!.periods["story"]!.from);
    const nonpaged = valuesOf(log, NONPAGED);
    const above = nonpaged.map(
      (value, at) => value - 98_566_144 - 1_048_576 * Math.floor((log.times[at]! - start) / 1000),
    );
    expect(above[0]).toBe(0);
    expect(above.filter((value) => value < 0)).toHaveLength(0);
    // Jobs begin a minute after each tenth minute and end within four.
    for (let job = 0; job < 9; job += 1) {
      const between = (first: number, last: number) =>
        above.filter((value, at) => {
          const minutes = (log.times[at]! - start) / 60_000 - job * 10;
          return minutes > first && minutes < last && !Number.isNaN(value);
        });
      const [busy, quiet] = [between(1, 4), between(5.5, 11)];
      expect(Math.min(...quiet)).toBe(0);
      expect(Math.max(...quiet)).toBeGreaterThan(1e6);
      expect(Math.max(...busy)).toBeGreaterThan(40e6);
    }
  });

  it("ends close to the limit, not beyond it", async () => {
    const { records: log } = await counterLog("contoso-fs1", "perfmon.csv");
    const { maximumBytes, label, secondsToExhaustion } =
      manifest.machines["contoso-fs1"]!.periods["story"]!.pools.nonpaged;
    expect(maximumBytes).toBe(1_572_864 * 4096);
    const most = Math.max(...valuesOf(log, NONPAGED).filter((value) => !Number.isNaN(value)));
    expect(most / maximumBytes).toBeGreaterThan(0.93);
    expect(most / maximumBytes).toBeLessThan(1);
    expect(label).toBe("leak");
    expect(secondsToExhaustion! / 350).toBeCloseTo(1, 2);
  });

  it("has a process that ends and one that only looks guilty", async () => {
    const { records: log } = await counterLog("contoso-fs1", "perfmon.csv");
    const ended = valuesOf(log, "\\Process(mmc)\\Handle Count");
    expect(Number.isNaN(ended[0])).toBe(false);
    expect(ended.slice(-200).every(Number.isNaN)).toBe(true);
    const handles = valuesOf(log, "\\Process(NotMyfault)\\Handle Count").filter((value) => !Number.isNaN(value));
    expect(Math.max(...handles) - Math.min(...handles)).toBeLessThan(10);
  });
});

describe.each(MACHINES)("%s/perfmon-week.csv", (machine) => {
  const week = manifest.machines[machine]!.periods["week"]!;
  const { nightlyMinima } = manifest.machines[machine]!.files["perfmon-week.csv"]!.perfmon!;

  it("has nightly minima that rise by the rate of the leak, within 5 %", () => {
    const days = nightlyMinima.map(({ day }) => Date.parse(day) / 3_600_000);
    expect(nightlyMinima).toHaveLength(7);
    const slope = slopeOf(
      days,
      nightlyMinima.map(({ nonpaged }) => nonpaged.bytes),
    );
    expect(slope / week.leaks[0]!.bytesPerHour).toBeGreaterThan(0.95);
    expect(slope / week.leaks[0]!.bytesPerHour).toBeLessThan(1.05);
  });

  it("has minima that stand in the log at their line, and paged ones that do not rise", async () => {
    const { records: log } = await counterLog(machine, "perfmon-week.csv");
    const [nonpaged, paged] = [valuesOf(log, NONPAGED), valuesOf(log, PAGED)];
    for (const night of nightlyMinima) {
      expect(nonpaged[night.nonpaged.line - 2]).toBe(night.nonpaged.bytes);
      expect(paged[night.paged.line - 2]).toBe(night.paged.bytes);
    }
    const pagedMinima = nightlyMinima.map((night) => night.paged.bytes);
    expect(Math.max(...pagedMinima) / Math.min(...pagedMinima)).toBeLessThan(1.02);
  });

  it("needs the floor: by day the load lifts the pool by more than the leak does in a day", async () => {
    const { records: log } = await counterLog(machine, "perfmon-week.csv");
    const nonpaged = valuesOf(log, NONPAGED);
    for (let day = 0; day < 5; day += 1) {
      const values = nonpaged.slice(day * 288, (day + 1) * 288).filter((value) => !Number.isNaN(value));
      const lift = Math.max(...values) - nightlyMinima[day]!.nonpaged.bytes;
      expect(lift / (week.leaks[0]!.bytesPerHour * 24)).toBeGreaterThan(2);
    }
  });
});

describe.each(MACHINES)("%s/perfmon-autumn.csv", (machine) => {
  it("has the hour that runs twice, a gap and a restart where the manifest says", async () => {
    const { records: log } = await counterLog(machine, "perfmon-autumn.csv");
    const { clockChanges, gaps, reboots } = manifest.machines[machine]!.periods["autumn"]!;
    const back = [...log.localTimes].flatMap((time, at) => (time < (log.localTimes[at - 1] ?? 0) ? [at] : []));
    expect(back).toHaveLength(1);
    expect(Math.abs(log.times[back[0]!]! - Date.parse(clockChanges[0]!.at))).toBeLessThan(300_000);
    expect(clockChanges[0]!.biasMinutesAfter - clockChanges[0]!.biasMinutesBefore).toBe(60);
    for (const { from, until } of gaps)
      expect([...log.times].some((time) => time > Date.parse(from) && time < Date.parse(until))).toBe(false);
    const upTime = valuesOf(log, "\\System\\System Up Time");
    const restart = [...upTime].findIndex((seconds, at) => seconds < upTime[at - 1]!);
    expect(log.times[restart]! - upTime[restart]! * 1000).toBeCloseTo(Date.parse(reboots[0]!.upAt), -2);
    const nonpaged = valuesOf(log, NONPAGED);
    expect(nonpaged[restart]).toBeLessThan(nonpaged[restart - 1]! * 0.75);
  });
});

describe.each(MACHINES)("%s's labels", (machine) => {
  const { periods } = manifest.machines[machine]!;

  it("differ between the two machines, so that no answer can be carried over", () => {
    const other = manifest.machines[MACHINES.find((name) => name !== machine)!]!.periods;
    for (const period of ["story", "load"]) {
      expect(periods[period]!.pools.nonpaged.label).not.toBe(other[period]!.pools.nonpaged.label);
      expect(periods[period]!.pools.paged.label).not.toBe(other[period]!.pools.paged.label);
    }
  });

  it("can be seen in the log: load follows the work, a cache rises and stays, a leak outgrows both", async () => {
    for (const [file, period] of [
      ["perfmon.csv", "story"],
      ["perfmon-load.csv", "load"],
    ] as const) {
      const { records: log } = await counterLog(machine, file);
      for (const pool of ["nonpaged", "paged"] as const) {
        const values = valuesOf(log, pool === "paged" ? PAGED : NONPAGED);
        const valid = values.filter((value) => !Number.isNaN(value));
        const { label, floorAtStartBytes } = periods[period]!.pools[pool];
        const end = Math.min(...valid.slice(-Math.floor(valid.length / 8)));
        const start = Math.min(...valid.slice(0, Math.floor(valid.length / 8)));
        if (label === "leak") expect((end - start) / floorAtStartBytes).toBeGreaterThan(2);
        if (label === "load") expect(end / start).toBeLessThan(1.2);
        if (label === "load" && period === "load")
          expect(correlationOf(values, valuesOf(log, LOAD))).toBeGreaterThan(0.5);
        if (label === "cache") {
          const half = valid[Math.floor(valid.length / 2)]!;
          expect((half - valid[0]!) / (Math.max(...valid) - valid[0]!)).toBeGreaterThan(0.8);
          expect(end / start).toBeGreaterThan(1.4);
        }
      }
    }
  });
});
