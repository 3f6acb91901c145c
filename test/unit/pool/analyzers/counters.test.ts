import { describe, expect, it } from "vitest";
import {
  averageBlock,
  correlate,
  cutLog,
  findClockChanges,
  findCycle,
  findFloor,
  findGaps,
  findReboots,
  fitFloor,
  fitLine,
  fitSlope,
  handleGrowth,
  nightlyMinima,
  sampleInterval,
  sampleRows,
  segments,
  series,
  seriesIfAny,
  thinSeries,
} from "../../../../src/pool/index.ts";
import { HOUR, LOAD, makeLog, MiB, NONPAGED, random, START, UP_TIME, workingDay } from "./makeLog.ts";

describe("a series", () => {
  const log = makeLog(4, 15, { [NONPAGED]: (_, i) => (i === 1 ? NaN : 100 + i), [LOAD]: (_, i) => i });

  it("drops nothing: a blank stays a blank, with its line", () => {
    const nonpaged = series(log, NONPAGED);
    expect(nonpaged).toMatchObject({ name: NONPAGED, unit: "B", log: "test.csv" });
    expect([...nonpaged.values]).toEqual([100, NaN, 102, 103]);
    expect([...nonpaged.lines]).toEqual([2, 3, 4, 5]);
  });

  it("as rows leaves blanks out and never shows them as 0", () => {
    expect(sampleRows(series(log, NONPAGED)).map(({ bytes, line }) => [bytes, line])).toEqual([
      [100, 2],
      [102, 4],
      [103, 5],
    ]);
    expect(sampleRows(series(log, LOAD))[0]).toEqual({ time: START, value: 0, line: 2 });
  });

  it("knows what it is measured in", () => {
    expect(series(log, LOAD).unit).toBe("B/s");
    expect(series(makeLog(1, 1, { [UP_TIME]: () => 1 }), UP_TIME).unit).toBe("s");
    expect(series(makeLog(1, 1, { "\\Memory\\Available MBytes": () => 1 }), "\\Memory\\Available MBytes").unit).toBe(
      "",
    );
  });

  it("that the log lacks is an error that says what the log has", () => {
    expect(() => series(log, "\\Memory\\Pool Paged Bytes")).toThrow(/no counter .*Paged.*It has .*Pool Nonpaged Bytes/);
    expect(seriesIfAny(log, "\\Memory\\Pool Paged Bytes")).toBeUndefined();
    expect(() => series(makeLog(0, 1, {}), NONPAGED)).toThrow(/no counters at all/);
  });

  it("is named by its instance where the counter has one", () => {
    const handles = makeLog(2, 1, { "\\Process(sql$1)\\Handle Count": () => 5 });
    expect(series(handles, "\\Process\\Handle Count", "sql$1").name).toBe("\\Process(sql$1)\\Handle Count");
  });

  it("thinned keeps samples that stand in the log", () => {
    const long = series(makeLog(1000, 15, { [NONPAGED]: (_, i) => (i * 7919) % 1000 }), NONPAGED);
    const minima = thinSeries(long, 50, "minimum");
    expect(minima.values.length).toBe(50);
    minima.lines.forEach((line, i) => {
      expect(long.values[line - 2]).toBe(minima.values[i]);
    });
  });
});

describe("the slope of a series", () => {
  it("is per hour, with an interval, beside the classic", () => {
    const next = random(3);
    const fit = fitSlope(
      series(makeLog(240, 15, { [NONPAGED]: (h) => 50 * MiB + h * 600 * MiB + next() * MiB }), NONPAGED),
    );
    expect(fit.slope.unit).toBe("B/h");
    expect(fit.slope.low).toBeLessThan(600 * MiB);
    expect(fit.slope.high).toBeGreaterThan(600 * MiB);
    expect(fit.leastSquaresSlope.value / MiB).toBeCloseTo(600, -1);
    expect(fit.rSquared).toBeGreaterThan(0.99);
    expect(fit).toMatchObject({ growing: true, falling: false, samples: 240, blanks: 0, points: 240 });
    expect(fitLine(fit).map(({ time }) => time)).toEqual([START, START + 239 * 15_000]);
  });

  it("takes a blank for a blank: zeros in its place would change it", () => {
    const column = (blank: number) => (h: number, i: number) => (i % 10 === 5 ? blank : 100 * MiB + h * 10 * MiB);
    const of = (blank: number) => fitSlope(series(makeLog(100, 60, { [NONPAGED]: column(blank) }), NONPAGED));
    expect(of(NaN).slope.value).toBeCloseTo(10 * MiB, 3);
    expect(of(NaN).blanks).toBe(10);
    expect(of(0).rSquared).toBeLessThan(0.5);
  });

  it("costs little for a log of any length", () => {
    const long = series(makeLog(200_000, 1, { [NONPAGED]: (h, i) => h * MiB + (i % 97) }), NONPAGED);
    const start = performance.now();
    const fit = fitSlope(long);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(fit.points).toBe(240);
    expect(fit.slope.value / MiB).toBeCloseTo(1, 2);
    expect(fit.method).toMatch(/240 block medians of 200000 samples/);
  });

  it("of a wandering line that goes nowhere is not called growth", () => {
    let grew = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const next = random(seed);
      let level = 0;
      const wander = makeLog(500, 60, { [NONPAGED]: () => 1e8 + (level = 0.95 * level + (next() - 0.5) * MiB) });
      if (fitSlope(series(wander, NONPAGED)).growing) grew++;
    }
    expect(grew).toBeLessThanOrEqual(6);
  });

  it("is unknown, not 0, for no samples or one", () => {
    const none = fitSlope(series(makeLog(3, 15, { [NONPAGED]: () => NaN }), NONPAGED));
    expect(none.slope.value).toBeNaN();
    expect(none).toMatchObject({ growing: false, samples: 0, method: "No slope: no sample holds a number." });
    expect(fitSlope(series(makeLog(1, 15, { [NONPAGED]: () => 1 }), NONPAGED)).growing).toBe(false);
  });
});

describe("the floor", () => {
  const copyJob = (i: number): number => ((i * 15) % 600 >= 300 && (i * 15) % 600 < 420 ? 1 : 0);

  it("is the lowest sample of each cycle, not the peaks", () => {
    const log = makeLog(400, 15, {
      [NONPAGED]: (h, i) => 100 * MiB + h * MiB + 80 * MiB * copyJob(i),
      [LOAD]: (_, i) => 1e6 * copyJob(i) + 5,
    });
    const floor = findFloor(series(log, NONPAGED), { load: series(log, LOAD) });
    expect(floor.length).toBe(10);
    expect(Math.max(...floor.map(({ bytes }) => bytes))).toBeLessThan(103 * MiB);
    expect(floor[3]).toMatchObject({ samples: 40, coveredShare: 1, line: 122 });
  });

  it("finds the cycle of a load by itself", () => {
    const next = random(5);
    const log = makeLog(400, 15, { [LOAD]: (_, i) => 1e6 * copyJob(i) + 2e5 * next() });
    expect(findCycle(series(log, LOAD))?.periodSeconds).toBeCloseTo(600, -1);
  });

  it("sees no cycle in noise or in a single day", () => {
    const found = Array.from({ length: 30 }, (_, seed) => {
      const next = random(seed + 1);
      return findCycle(series(makeLog(400, 15, { [LOAD]: () => next() }), LOAD));
    }).filter((cycle) => cycle !== undefined);
    expect(found.length).toBeLessThanOrEqual(2);
    expect(findCycle(series(makeLog(1440, 60, { [LOAD]: workingDay }), LOAD))).toBeUndefined();
  });

  it("of days is cut by the machine's own clock, in a zone far from UTC too", () => {
    const log = makeLog(3 * 24, 3600, { [NONPAGED]: (h) => 100 - (h % 24 === 3 ? 50 : 0) + Math.floor(h / 24) });
    const away = { ...log, times: log.times.map((time) => time - 13 * HOUR) };
    expect(nightlyMinima(series(away, NONPAGED)).map(({ bytes, line }) => [bytes, line])).toEqual([
      [50, 5],
      [51, 29],
      [52, 53],
    ]);
  });

  it("is fitted without the cycles that were cut short", () => {
    const log = makeLog(
      7 * 24 - 14,
      3600,
      { [NONPAGED]: (h) => 100 * MiB + h * MiB + 500 * MiB * workingDay(h) },
      START + 10 * HOUR,
    );
    const floor = nightlyMinima(series(log, NONPAGED));
    expect(floor[0]!.coveredShare).toBeCloseTo(14 / 24, 1);
    const fit = fitFloor(series(log, NONPAGED), { period: "day" });
    expect(fit.samples).toBe(floor.length - 1);
    expect(fit.slope.value / MiB).toBeCloseTo(1, 1);
  });

  it("gives a slope where the load hides it from a line through all samples", () => {
    const next = random(8);
    const log = makeLog(2016, 300, {
      [NONPAGED]: (h) => 200 * MiB + h * 0.1 * MiB + 300 * MiB * workingDay(h) * next(),
    });
    expect(fitFloor(series(log, NONPAGED)).slope.value / MiB).toBeCloseTo(0.1, 2);
  });

  it("with a blank row has no cycle at 0", () => {
    const log = makeLog(96, 900, { [NONPAGED]: (_, i) => (i % 7 === 0 ? NaN : 5 * MiB) });
    expect(findFloor(series(log, NONPAGED), { period: 60 }).every(({ bytes }) => bytes === 5 * MiB)).toBe(true);
  });

  it("of an empty series is empty", () => {
    expect(findFloor(series(makeLog(0, 1, { [NONPAGED]: () => 1 }), NONPAGED))).toEqual([]);
  });
});

describe("restarts, gaps and clock changes", () => {
  it("finds a restart where the up time starts again", () => {
    const log = makeLog(100, 60, {
      [UP_TIME]: (h, i) => (i < 60 ? 86_400 + h * 3600 : (i - 57) * 60),
      [NONPAGED]: () => MiB,
    });
    const [reboot, ...others] = findReboots(log);
    expect(others).toEqual([]);
    expect(reboot).toMatchObject({ line: 62, upSeconds: 86_400 + 59 * 60, bootTime: START + 57 * 60_000 });
  });

  it("takes a fall of one pool for a driver that unloaded, not for a restart, while the up time runs on", () => {
    const log = makeLog(100, 60, {
      [UP_TIME]: (h) => 1000 + h * 3600,
      [NONPAGED]: (_, i) => (i < 50 ? 900 : 100) * MiB,
    });
    expect(findReboots(log)).toEqual([]);
  });

  it("without an up time needs two counters to fall together", () => {
    const fall = (_: number, i: number): number => (i < 50 ? 900 : 100) * MiB;
    expect(findReboots(makeLog(100, 60, { [NONPAGED]: fall }))).toEqual([]);
    const both = makeLog(100, 60, { [NONPAGED]: fall, "\\Memory\\Pool Paged Bytes": fall });
    expect(findReboots(both)).toMatchObject([{ line: 52, bootTime: NaN }]);
  });

  it("cuts the log at the restart, and leaves the warm-up out", () => {
    const log = makeLog(600, 60, {
      [UP_TIME]: (h, i) => (i < 200 ? 86_400 + h * 3600 : (i - 200) * 60 + 30),
      [NONPAGED]: (_, i) => i,
    });
    const parts = segments(log, { warmUpMinutes: 120 });
    expect(parts).toMatchObject([
      { number: 1, samples: 200, afterBoot: false, line: 2 },
      { number: 2, samples: 280, afterBoot: true, line: 322 },
    ]);
    expect(series(cutLog(log, parts[1]!), NONPAGED).values[0]).toBe(320);
  });

  it("finds missing rows and blank rows, and tells them apart", () => {
    const log = makeLog(100, 60, { [NONPAGED]: (_, i) => (i === 30 || i === 31 ? NaN : 1) });
    log.times = log.times.map((time, i) => (i >= 70 ? time + 5 * 60_000 : time));
    expect(sampleInterval(log)).toBe(60);
    expect(findGaps(log)).toMatchObject([
      { kind: "blank rows", missed: 2, seconds: 180, line: 34 },
      { kind: "no rows", missed: 5, seconds: 360, line: 72 },
    ]);
  });

  it("does not call the first row's blank rates a gap", () => {
    const log = makeLog(20, 60, { [NONPAGED]: () => 1, [LOAD]: (_, i) => (i === 0 ? NaN : 1) });
    expect(findGaps(log)).toEqual([]);
  });

  it("finds the hour that runs twice, where the reader mended the times", () => {
    const log = makeLog(100, 300, { [NONPAGED]: () => 1 });
    log.localTimes = log.times.map((time, i) => (i < 40 ? time : time - HOUR));
    expect(findClockChanges(log)).toMatchObject([
      { line: 42, shiftSeconds: -3600, says: expect.stringMatching(/runs twice/) as unknown },
    ]);
  });

  it("finds it as well where the times run back unmended", () => {
    const log = makeLog(100, 300, { [NONPAGED]: () => 1 });
    log.localTimes = log.times.map((time, i) => (i < 40 ? time : time - HOUR));
    log.times = log.localTimes.slice();
    expect(findClockChanges(log)).toMatchObject([{ line: 42, shiftSeconds: -3600 }]);
  });

  it("finds the hour that is left out in spring, and no change in a steady log", () => {
    const log = makeLog(100, 300, { [NONPAGED]: () => 1 });
    expect(findClockChanges(log)).toEqual([]);
    log.localTimes = log.times.map((time, i) => (i < 40 ? time : time + HOUR));
    expect(findClockChanges(log)).toMatchObject([
      { shiftSeconds: 3600, says: expect.stringMatching(/left out/) as unknown },
    ]);
  });
});

describe("comparing counters", () => {
  it("sees through two drifts that have nothing to do with each other", () => {
    const next = random(4);
    const log = makeLog(300, 60, { [NONPAGED]: (h) => h * 10 + next(), [LOAD]: (h) => h * 7 + next() });
    const { pearson, withoutTrend, samples } = correlate(series(log, NONPAGED), series(log, LOAD));
    expect(pearson.value).toBeGreaterThan(0.9);
    expect(Math.abs(withoutTrend)).toBeLessThan(0.2);
    expect(samples).toBe(300);
  });

  it("compares only moments at which both hold a number", () => {
    const log = makeLog(50, 60, { [NONPAGED]: (_, i) => (i % 2 ? NaN : i), [LOAD]: (_, i) => (i % 3 ? i : NaN) });
    expect(correlate(series(log, NONPAGED), series(log, LOAD)).samples).toBe(16);
  });

  it("tells the size of the blocks that a pool gains", () => {
    const log = makeLog(2016, 300, {
      [NONPAGED]: (h) => 100 * MiB + 120 * 5000 * h + 90 * MiB * workingDay(h),
      "\\Memory\\Pool Nonpaged Allocs": (h) => 200_000 + 5000 * h + 30_000 * workingDay(h),
    });
    const block = averageBlock(log);
    expect(block.newBlock.value).toBeCloseTo(120, 0);
    expect(block.last.value).toBeLessThan(block.first.value);
    const still = makeLog(2016, 300, { [NONPAGED]: () => MiB, "\\Memory\\Pool Nonpaged Allocs": () => 1000 });
    expect(averageBlock(still).newBlock.value).toBeNaN();
    expect(averageBlock(still).says).toMatch(/no size hint/);
  });

  it("finds the process that gains handles", () => {
    const log = makeLog(500, 60, {
      "\\Process(leaky)\\Handle Count": (h) => 1000 + h * 400,
      "\\Process(calm)\\Handle Count": (_, i) => 5000 + (i % 50),
    });
    expect(handleGrowth(log)).toMatchObject([{ process: "leaky", handlesPerHour: expect.closeTo(400, 0) as unknown }]);
  });
});
