import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { thinDots } from "../../../../src/notebook/value/plot/thinDots.ts";
import { thinPoints } from "../../../../src/notebook/value/plot/thinPoints.ts";

const sequence = (length: number): number[] => Array.from({ length }, (_, index) => index);

describe("thinning a line", () => {
  test("up to 1,000 points nothing is left out", () => {
    const x = sequence(1000);
    expect(thinPoints(1000, { x, ys: [x], series: undefined, stacks: false })).toEqual(x);
  });

  test("a single spike among 100,000 points survives, up and down", () => {
    const y = sequence(100_000).map((index) => (index === 54_321 ? 99 : index === 12_345 ? -99 : Math.sin(index)));
    const kept = thinPoints(y.length, { x: sequence(y.length), ys: [y], series: undefined, stacks: false });
    expect(kept.length).toBeLessThanOrEqual(1000);
    expect(kept).toContain(54_321);
    expect(kept).toContain(12_345);
  });

  test("every slice keeps its lowest and highest value, for any curve", () => {
    const curve = fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1500, maxLength: 4000 });
    fc.assert(
      fc.property(curve, (y) => {
        const kept = thinPoints(y.length, { x: sequence(y.length), ys: [y], series: undefined, stacks: false });
        expect(kept.length).toBeLessThanOrEqual(1000);
        expect(kept).toEqual([...kept].sort((a, b) => a - b));
        expect(kept[0]).toBe(0);
        expect(kept.at(-1)).toBe(y.length - 1);
        const slice = Math.ceil(y.length / 499);
        for (let start = 0; start + 2 * slice <= y.length; start += slice) {
          const near = kept
            .filter((index) => index >= start - slice && index < start + 2 * slice)
            .map((index) => y[index]!);
          expect(Math.max(...near)).toBeGreaterThanOrEqual(Math.max(...y.slice(start, start + slice)));
          expect(Math.min(...near)).toBeLessThanOrEqual(Math.min(...y.slice(start, start + slice)));
        }
      }),
      { seed: 11, numRuns: 20 },
    );
  });

  test("a gap wide enough to be seen stays a gap, a single blank does not cut the line", () => {
    const y = sequence(20_000).map((index) => (index === 300 || (index > 8000 && index < 12_000) ? null : index));
    const kept = thinPoints(y.length, { x: sequence(y.length), ys: [y], series: undefined, stacks: false });
    expect(kept.some((index) => index > 8000 && index < 12_000)).toBe(true);
    expect(kept).not.toContain(300);
  });

  test("each series is thinned by itself", () => {
    const x = sequence(6000).map((index) => index >> 1);
    const series = sequence(6000).map((index) => (index % 2 ? "CtxL" : "Irp "));
    const kept = thinPoints(6000, { x, ys: [x], series, stacks: false });
    expect(kept.filter((index) => index % 2 === 0).length).toBeGreaterThan(900);
    expect(kept.length).toBeLessThanOrEqual(2000);
  });

  test("stacked series keep the same positions, so that the stack stays whole", () => {
    const x = sequence(9000).map((index) => Math.floor(index / 3));
    const y = sequence(9000).map((index) => Math.sin(index));
    const series = sequence(9000).map((index) => `s${index % 3}`);
    const kept = thinPoints(9000, { x, ys: [y], series, stacks: true });
    const places = [0, 1, 2].map((rest) => kept.filter((index) => index % 3 === rest).map((index) => x[index]));
    expect(places[1]).toEqual(places[0]);
    expect(places[2]).toEqual(places[0]);
    expect(kept.length).toBeLessThanOrEqual(12_000);
  });

  test("points without order or with blanks in x are thinned by count", () => {
    const x = sequence(5000).map((index) => (index % 10 === 0 ? null : (index * 7919) % 5000));
    expect(thinPoints(5000, { x, ys: [x], series: undefined, stacks: false }).length).toBeLessThanOrEqual(1000);
  });
});

test("dots over one another are thinned to at most 1,000, and the outermost stay", () => {
  const x = sequence(50_000).map((index) => Math.sin(index) * 100);
  const y = sequence(50_000).map((index) => Math.cos(index * 1.7) * 100);
  const kept = thinDots(x.length, x, y);
  expect(kept.length).toBeLessThanOrEqual(1000);
  expect(kept.length).toBeGreaterThan(400);
  expect(Math.max(...kept.map((index) => x[index]!))).toBeGreaterThan(96);
});
