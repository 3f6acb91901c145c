import { describe, expect, it } from "vitest";
import {
  findCycle,
  findFloor,
  fitFloor,
  fitLine,
  fitSlope,
  nightlyMinima,
  series,
} from "../../../../src/pool/index.ts";
import { HOUR, LOAD, makeLog, MiB, NONPAGED, random, START, workingDay } from "./makeLog.ts";

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
