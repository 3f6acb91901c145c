import { describe, expect, test } from "vitest";
import * as Plot from "../../../../../src/notebook/value/plotRecorder.ts";
import { placeSamples } from "../../../../../src/notebook/view/reading/placeSamples.ts";
import type { Reading } from "../../../../../src/notebook/view/reading/Reading.ts";
import { testContext } from "../testContext.ts";
import { drawReading, readingOf } from "./readingOf.ts";

const MiB = 2 ** 20;
const start = Date.UTC(2012, 7, 14, 16, 30);
const samples = Array.from({ length: 40 }, (_, index) => ({
  time: start + index * 15_000 + (index % 3),
  bytes: (90 + index) * MiB + 4096 * (index % 7),
  tag: index % 2 === 0 ? "CtxL" : "NtxF",
}));
const overTime = { x: "time", y: "bytes" } as const;

describe("the samples of a chart", () => {
  test("are those of the data, to the byte and the millisecond", () => {
    const [line] = placeSamples(readingOf(Plot.lineY(samples, overTime)));
    expect(line!.map(({ at, value }) => [at, value])).toEqual(samples.map(({ time, bytes }) => [time, bytes]));
  });

  test("stand where the line is drawn", () => {
    const { svg, reading } = drawReading(Plot.lineY(samples, { ...overTime, stroke: "leak" }));
    const path = svg.querySelector('[stroke="var(--color-leak)"] path')!.getAttribute("d")!;
    const numbers = Array.from(path.matchAll(/-?[\d.]+/g), ([number]) => Number(number));
    // The first point, then the step to each that follows.
    const drawn = samples.map((_, index) =>
      [0, 1].map((side) =>
        numbers.slice(0, 2 * index + 2).reduce((sum, step, at) => (at % 2 === side ? sum + step : sum), 0),
      ),
    );
    expect(numbers).toHaveLength(2 * samples.length);
    const placed = placeSamples(reading!)[0]!;
    for (const [index, [x, y]] of drawn.entries()) {
      expect(placed[index]!.x).toBeCloseTo(x!, 0.9);
      expect(placed[index]!.y).toBeCloseTo(y!, 0.9);
    }
  });

  test("stand where they are drawn on a logarithmic axis too", () => {
    const dots = [
      [1, 10],
      [2, 1000],
      [3, 50],
    ];
    const { svg, reading } = drawReading(Plot.plot({ y: { type: "log" }, marks: [Plot.dot(dots)] }));
    const heights = [...svg.querySelectorAll("circle")].map((dot) => Number(dot.getAttribute("cy")));
    expect(placeSamples(reading!)[0]!.map(({ y }) => Math.round(y * 10) / 10)).toEqual(heights);
  });

  test("go from left to right, and leave out blanks", () => {
    const rows = [
      { x: 3, y: 1 },
      { x: 1, y: 2 },
      { x: 2, y: NaN },
    ];
    const [line] = placeSamples(readingOf(Plot.dot(rows, { x: "x", y: "y" })));
    expect(line!.map(({ at }) => at)).toEqual([1, 3]);
  });
});

describe("the lines of a chart", () => {
  const names = (chart: unknown): string[] => readingOf(chart).series.map(({ name }) => name);

  test("have the names that stand beside them", () => {
    const labelled = Plot.lineY(samples, { ...overTime, stroke: "paged", label: "paged" });
    expect(names(labelled)).toEqual(["paged"]);
    expect(names(Plot.lineY(samples, { ...overTime, stroke: "tag" }))).toEqual(["CtxL", "NtxF"]);
  });

  test("are called by their axis and what their colour means where nothing else tells them apart", () => {
    const chart = Plot.plot({
      y: { label: "nonpaged pool" },
      marks: [
        Plot.lineY(samples, { ...overTime, stroke: "load" }),
        Plot.lineY(samples.slice(0, 9), { ...overTime, stroke: "leak" }),
        Plot.dot(samples.slice(0, 9), { ...overTime, fill: "leak" }),
      ],
    });
    expect(names(chart)).toEqual(["nonpaged pool (load)", "nonpaged pool (leak)"]);
    expect(names(Plot.lineY(samples, overTime))).toEqual(["Bytes"]);
  });

  test("share their places where they stand at the same ones", () => {
    const [first, second] = readingOf(
      Plot.plot({
        marks: [
          Plot.lineY(samples, { ...overTime, label: "a" }),
          Plot.lineY(samples, { x: "time", y: ({ bytes }) => 2 * bytes, label: "b" }),
        ],
      }),
    ).series;
    expect(first!.x).toBeDefined();
    expect(second!.x).toBeUndefined();
  });
});

test.each<[string, unknown]>([
  ["bars", Plot.barX([{ tag: "CtxL", share: 0.4 }], { x: "share", y: "tag" })],
  ["a band", Plot.areaY(samples, { x: "time", y1: "bytes", y2: ({ bytes }) => 2 * bytes })],
  ["rules alone", Plot.ruleY([1, 2])],
  ["nothing", Plot.plot({ marks: [] })],
])("a chart of %s has no samples to read", (_, chart) => {
  expect(drawReading(chart).reading).toBeUndefined();
});

test("a name that is HTML stays a name when the page is read", () => {
  const name = '"><img src=x onerror=alert(1)>';
  const { svg } = drawReading(Plot.lineY(samples, { ...overTime, label: name }));
  const page = testContext().document.createElement("div");
  page.innerHTML = svg.outerHTML;
  expect(page.querySelector("img")).toBeNull();
  const { series } = JSON.parse(page.querySelector("svg")!.getAttribute("data-reading")!) as Reading;
  expect(series[0]!.name).toBe(name);
});
