import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pearson, ranks, spearman } from "../../../../src/pool/analyzers/statistics/correlation.ts";
import { kendallAtLeast, kendallDistribution } from "../../../../src/pool/analyzers/statistics/kendallDistribution.ts";
import { leastSquares } from "../../../../src/pool/analyzers/statistics/leastSquares.ts";
import { mannKendall } from "../../../../src/pool/analyzers/statistics/mannKendall.ts";
import { median, quantile, robustSpread } from "../../../../src/pool/analyzers/statistics/median.ts";
import { normalBelow } from "../../../../src/pool/analyzers/statistics/normal.ts";
import { theilSen } from "../../../../src/pool/analyzers/statistics/theilSen.ts";
import { random } from "./makeLog.ts";

const count = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const seeded = { seed: 2012, numRuns: 60 };

/** About normal, from three even numbers. */
const normal = (next: () => number): number => (next() + next() + next() + next() - 2) * Math.sqrt(3);

describe("medians", () => {
  it("interpolate, and leave blanks out", () => {
    expect(median([4, NaN, 1, 3, 2])).toBe(2.5);
    expect(quantile([10, 20, 30, 40, 50], 0.1)).toBe(14);
    expect(median([])).toBeNaN();
  });

  it("give a spread that one wild value does not move", () => {
    const calm = robustSpread([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(robustSpread([1, 2, 3, 4, 5, 6, 7, 8, 900])).toBeCloseTo(calm, 10);
  });
});

describe("the normal distribution", () => {
  it("agrees with the tables", () => {
    expect(normalBelow(0)).toBeCloseTo(0.5, 6);
    expect(normalBelow(1.959964)).toBeCloseTo(0.975, 6);
    expect(normalBelow(-2.575829)).toBeCloseTo(0.005, 6);
  });
});

describe("Kendall's distribution", () => {
  it("counts the orders of four values", () => {
    expect([...kendallDistribution(4)].map((share) => share * 24).map(Math.round)).toEqual([1, 3, 5, 6, 5, 3, 1]);
  });

  it("gives the tail probabilities of Kendall's table", () => {
    expect(kendallAtLeast(5, 8)).toBeCloseTo(0.042, 3);
    expect(kendallAtLeast(5, 10)).toBeCloseTo(0.0083, 4);
    expect(kendallAtLeast(10, 23)).toBeCloseTo(0.023, 3);
  });
});

describe("Mann–Kendall", () => {
  it("is exact for a handful of values", () => {
    const test = mannKendall(count(5), [1, 2, 3, 4, 5]);
    expect(test).toMatchObject({ s: 10, tau: 1 });
    expect(test.significance).toBeCloseTo(2 / 120, 10);
  });

  it("counts ties as Kendall does", () => {
    // 6 values, two ties of two: (6·5·17 - 2·(2·1·9)) / 18
    expect(mannKendall(count(6), [1, 1, 2, 3, 3, 4]).variance).toBeCloseTo((510 - 36) / 18, 10);
  });

  it("finds no trend where all values are equal", () => {
    expect(mannKendall(count(30), new Array(30).fill(7))).toMatchObject({ s: 0, significance: 1 });
  });

  it("calls random noise a trend about as often as it says", () => {
    const next = random(7);
    const found = count(300).filter(
      () =>
        mannKendall(
          count(40),
          count(40).map(() => normal(next)),
        ).significance < 0.05,
    );
    expect(found.length / 300).toBeLessThan(0.08);
  });

  it("is not fooled by neighbours that resemble each other as the plain test is", () => {
    const next = random(11);
    let plain = 0;
    let widened = 0;
    for (let run = 0; run < 200; run++) {
      let value = 0;
      const values = count(60).map(() => (value = 0.7 * value + normal(next)));
      const { s, variance, widening, significance } = mannKendall(count(60), values);
      if ((Math.abs(s) - 1) / Math.sqrt(variance / widening) > 1.96) plain++;
      if (significance < 0.05) widened++;
    }
    expect(plain / 200).toBeGreaterThan(0.25);
    expect(widened / 200).toBeLessThan(plain / 200 / 2);
  });
});

describe("Theil and Sen", () => {
  it("find the slope of a line exactly, whatever it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 3, max: 30 }), (slope, n) => {
        const fit = theilSen(
          count(n),
          count(n).map((i) => 100 + slope * i),
        );
        expect(fit.slope).toBe(slope);
        expect(fit.intercept).toBe(100);
      }),
      seeded,
    );
  });

  it("are not moved by a quarter of wild points, as least squares are", () => {
    const values = count(40).map((i) => 5 * i + (i % 4 === 0 ? 1000 * (i % 8 === 0 ? 1 : -2) : 0));
    expect(theilSen(count(40), values).slope).toBeCloseTo(5, 0);
    expect(Math.abs(leastSquares(count(40), values).slope - 5)).toBeGreaterThan(1);
  });

  it("hold the true slope in about 95 % of cases, for few and for many points", () => {
    for (const n of [5, 8, 10, 14, 40]) {
      const next = random(n);
      const runs = 300;
      const held = count(runs).filter(() => {
        const fit = theilSen(
          count(n),
          count(n).map((i) => 3 * i + normal(next)),
        );
        return fit.low <= 3 && 3 <= fit.high;
      });
      expect(held.length / runs, `${n} points`).toBeGreaterThan(0.92);
    }
  });

  it("do not claim 95 % from three or four points", () => {
    expect(theilSen(count(3), [1, 2, 4]).level).toBeCloseTo(2 / 3, 10);
    expect(theilSen(count(4), [1, 2, 4, 5]).level).toBeCloseTo(11 / 12, 10);
    expect(theilSen(count(5), [1, 2, 4, 5, 6]).level).toBe(0.95);
  });

  it("move with the data: a shift changes nothing, a scale scales", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 25 }), (values) => {
        const fit = theilSen(count(values.length), values);
        const moved = theilSen(
          count(values.length),
          values.map((value) => 4 * value + 64),
        );
        expect(moved.slope).toBeCloseTo(4 * fit.slope, 8);
        expect(fit.low).toBeLessThanOrEqual(fit.slope);
        expect(fit.high).toBeGreaterThanOrEqual(fit.slope);
      }),
      seeded,
    );
  });

  it("say nothing for one point or two samples of one moment", () => {
    expect(theilSen([1], [5]).slope).toBeNaN();
    expect(theilSen([1, 1], [5, 6]).slope).toBeNaN();
  });
});

describe("correlation", () => {
  it("shares ranks among ties", () => {
    expect([...ranks([30, 10, 10, 20])]).toEqual([4, 1.5, 1.5, 3]);
  });

  it("of ranks is deaf to one spike", () => {
    const load = count(20);
    const pool = load.map((value) => (value === 19 ? 1e6 : value));
    expect(spearman(load, pool)).toBe(1);
    expect(pearson(load, pool)).toBeLessThan(0.5);
  });

  it("has no value for a line that never changes", () => {
    expect(pearson([1, 1, 1], [1, 2, 3])).toBeNaN();
  });
});
