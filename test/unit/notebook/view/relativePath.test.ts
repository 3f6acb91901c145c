import { expect, test } from "vitest";
import { relativePath } from "../../../../src/notebook/view/chart/relativePath.ts";

test.each([
  ["a line", "M56,268.2L57.7,267.6L59.4,267L61,267.5", "M56,268.2l1.7-.6 1.7-.6 1.6,.5"],
  ["a line with a gap", "M0,0L1,1L2,0M5,5L6,6", "M0,0l1,1 1-1M5,5l1,1"],
  ["an area", "M0,0L1,1L2,0Z", "M0,0l1,1 1-1Z"],
  ["a point and a line", "M0,0M5,5L6,6", "M0,0M5,5l1,1"],
  ["a line of two points", "M0,0L0,6", "M0,0L0,6"],
  ["a curve", "M0,0C1,1,2,2,3,3L4,4L5,5", "M0,0C1,1,2,2,3,3L4,4L5,5"],
  ["a path with other marks", "M1 20 l4 -9 4 9", "M1 20 l4 -9 4 9"],
])("%s", (_, path, relative) => {
  expect(relativePath(path)).toBe(relative);
});

test("no error adds up: a thousand steps end where they should", () => {
  const points = Array.from({ length: 1000 }, (_, i) => [i / 3, 100 * Math.sin(i)].map((n) => Math.round(n * 10) / 10));
  const [start, ...steps] = relativePath(`M${points.map((point) => point.join(",")).join("L")}`)
    .slice(1)
    .split(/[l ]/)
    .map((step) => Array.from(step.matchAll(/-?[\d.]+/g), ([text]) => Math.round(Number(text) * 10)));
  const end = steps.reduce(([x, y], [dx, dy]) => [x! + dx!, y! + dy!], start!);
  expect(end).toEqual(points.at(-1)!.map((n) => Math.round(n * 10)));
});
