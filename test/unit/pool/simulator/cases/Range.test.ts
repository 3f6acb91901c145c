import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byFactor, drawChoice, drawNumber, drawWhole, evenly } from "../../../../../src/pool/simulator/cases/Range.ts";
import { createRandom } from "../../../../../src/pool/simulator/Random.ts";

const draws = 4000;
const many = <Value>(draw: (random: ReturnType<typeof createRandom>) => Value, seed = "range"): Value[] => {
  const random = createRandom(seed);
  return Array.from({ length: draws }, () => draw(random));
};
const share = (values: readonly unknown[], count: number) => count / values.length;

describe("drawNumber", () => {
  it("stays within its bounds, whatever they are", () => {
    const bounds = fc.tuple(
      fc.double({ min: 0.001, max: 1e6, noNaN: true }),
      fc.double({ min: 1, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(bounds, fc.string(), ([min, factor], seed) => {
        const random = createRandom(seed);
        for (const range of [evenly(min, min * factor), byFactor(min, min * factor)]) {
          const value = drawNumber(range, random);
          expect(value).toBeGreaterThanOrEqual(range.min);
          expect(value).toBeLessThanOrEqual(range.max);
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("draws evenly: a tenth of the range holds a tenth of the values", () => {
    const values = many((random) => drawNumber(evenly(10, 20), random));
    expect(share(values, values.filter((value) => value < 11).length)).toBeCloseTo(0.1, 1);
    expect(Math.min(...values)).toBeLessThan(10.1);
    expect(Math.max(...values)).toBeGreaterThan(19.9);
  });

  it("draws by factor: each doubling holds as many, and a last one cut short the fewer", () => {
    const values = many((random) => drawNumber(byFactor(1, 16), random));
    for (const low of [1, 2, 4, 8])
      expect(share(values, values.filter((value) => value >= low && value < low * 2).length)).toBeCloseTo(0.25, 1);
    const cut = many((random) => drawNumber(byFactor(1, 3), random));
    expect(share(cut, cut.filter((value) => value >= 2).length)).toBeCloseTo(1 / 3, 1);
  });
});

describe("drawWhole", () => {
  it("draws whole numbers and reaches both ends", () => {
    const values = many((random) => drawWhole(evenly(2, 5), random));
    expect(new Set(values)).toEqual(new Set([2, 3, 4, 5]));
    expect(new Set(many((random) => drawWhole(byFactor(2, 4), random)))).toEqual(new Set([2, 3, 4]));
  });
});

describe("drawChoice", () => {
  it("draws by weight, and never what weighs nothing", () => {
    const values = many((random) =>
      drawChoice(
        [
          ["often", 3],
          ["seldom", 1],
          ["never", 0],
        ],
        random,
      ),
    );
    expect(share(values, values.filter((value) => value === "often").length)).toBeCloseTo(0.75, 1);
    expect(values).not.toContain("never");
  });
});
