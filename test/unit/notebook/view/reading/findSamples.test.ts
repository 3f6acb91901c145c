import { describe, expect, test } from "vitest";
import { nearestAlong, nearestSample, samplesBeside } from "../../../../../src/notebook/view/reading/findSamples.ts";
import type { PlacedSeries } from "../../../../../src/notebook/view/reading/placeSamples.ts";

const at = (...places: [x: number, y: number][]): PlacedSeries => places.map(([x, y]) => ({ at: x, value: y, x, y }));

describe("the sample that a pointer means", () => {
  const load = at([0, 100], [10, 90], [20, 60], [30, 80]);
  const nights = at([10, 90], [40, 20]);

  test("is the nearest along x, however far the line is below", () => {
    expect(nearestSample([load], { x: 21, y: 300 })).toEqual({ series: 0, index: 2 });
    expect(nearestSample([load], { x: -50, y: 0 })).toEqual({ series: 0, index: 0 });
  });

  test("is the one it touches, even if another is nearer along x", () => {
    expect(nearestSample([load, at([14, 30])], { x: 11, y: 32 })).toEqual({ series: 1, index: 0 });
  });

  test("is the one drawn last of two on one spot", () => {
    expect(nearestSample([load, nights], { x: 10, y: 91 })).toEqual({ series: 1, index: 0 });
  });

  test("of two at one x is the nearer along y", () => {
    expect(nearestSample([at([10, 200]), at([10, 50])], { x: 10, y: 180 })).toEqual({ series: 0, index: 0 });
  });

  test("is none where there are no samples", () => {
    expect(nearestSample([[]], { x: 0, y: 0 })).toBeUndefined();
    expect(nearestAlong([], 5)).toBeUndefined();
  });
});

test("samples on one rule are read together, others are not", () => {
  const all = [at([0, 1], [10, 1]), at([11, 2]), at([20, 3])];
  expect(samplesBeside(all, { series: 0, index: 1 })).toEqual([
    { series: 0, index: 1 },
    { series: 1, index: 0 },
  ]);
});
