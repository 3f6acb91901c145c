import { describe, expect, it } from "vitest";
import {
  averageBlock,
  correlate,
  handleGrowth,
  sampleRows,
  series,
  seriesIfAny,
  thinSeries,
} from "../../../../src/pool/index.ts";
import { LOAD, makeLog, MiB, NONPAGED, random, START, UP_TIME, workingDay } from "./makeLog.ts";

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
