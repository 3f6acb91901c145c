import * as RealPlot from "@observablehq/plot";
import { describe, expect, test } from "vitest";
import { encodeValue } from "../../../../src/notebook/value/encodeValue.ts";
import * as Plot from "../../../../src/notebook/value/plotRecorder.ts";
import type { ChartValue, PlotSpec } from "../../../../src/notebook/value/Value.ts";
import { replayPlot } from "../../../../src/notebook/view/chart/replayPlot.ts";
import { renderValue } from "../../../../src/notebook/view/renderValue.ts";
import { testContext } from "./testContext.ts";

const MiB = 2 ** 20;
const start = Date.UTC(2012, 7, 14, 9, 2);
const samples = Array.from({ length: 380 }, (_, index) => ({
  time: start + index * 15_000,
  bytes: (1000 + 3 * index + 80 * Math.sin(index / 6)) * MiB,
}));

function draw(value: unknown): Element {
  const chart = encodeValue(value) as ChartValue;
  return replayPlot(chart.plot, RealPlot, testContext().document);
}
/** The drawing without the samples behind it. */
const drawingOf = (svg: Element): string => svg.outerHTML.replace(/ data-reading="[^"]*"/, "");
const textsOf = (svg: Element): string[] => [...svg.querySelectorAll("text")].map(({ textContent }) => textContent);

describe("a chart of a leak", () => {
  const svg = draw(
    Plot.plot({
      y: { label: "nonpaged pool", zero: true },
      marks: [
        Plot.lineY(samples, { x: "time", y: "bytes", stroke: "load", label: "every sample" }),
        Plot.ruleY([6144 * MiB], { label: "limit" }),
        Plot.text([samples[190]!], { x: "time", y: "bytes", text: () => "the floor rises", fill: "leak" }),
      ],
    }),
  );

  test("has ticks at round binary steps, the unit once, beside the axis’s name", () => {
    expect(textsOf(svg)).toEqual(expect.arrayContaining(["0", "2", "4", "6", "nonpaged pool, GiB"]));
  });

  test("has clock times, with the day and the zone under the first", () => {
    expect(textsOf(svg)).toEqual(expect.arrayContaining(["09:1514 Aug 2012, UTC", "09:30", "10:00"]));
    expect(textsOf(svg).join()).not.toContain("Time");
  });

  test("labels lines directly, in their colours named by meaning", () => {
    const label = [...svg.querySelectorAll("text")].find(({ textContent }) => textContent === "every sample")!;
    expect(label.closest("[fill]")!.getAttribute("fill")).toBe("var(--color-load)");
    expect(svg.querySelector('[fill="var(--color-leak)"]')!.textContent).toBe("the floor rises");
    expect(textsOf(svg)).toContain("limit");
  });

  test("is an image of fixed size, without a style sheet or script of its own, and small", () => {
    expect(svg.getAttribute("viewBox")).toBe("0 0 720 320");
    expect(svg.querySelector("style, script, a, image, foreignObject")).toBeNull();
    expect(drawingOf(svg).length).toBeLessThan(9_000);
    expect(svg.outerHTML).not.toMatch(/(?: d|transform)="[^"]*\.\d\d/);
  });

  test("of 40,000 samples is not much larger", () => {
    const many = Array.from({ length: 40_000 }, (_, index) => ({
      time: start + index * 15_000,
      bytes: (index % 97) * MiB,
    }));
    const thinned = draw(Plot.lineY(many, { x: "time", y: "bytes" }));
    expect(drawingOf(thinned).length).toBeLessThan(16_000);
    // 1,000 samples, each a moment and a value.
    expect(thinned.getAttribute("data-reading")!.length).toBeLessThan(12_000);
  });
});

test("a text without a colour is in the colour of text, with a rim of paper", () => {
  const svg = draw(Plot.text([samples[0]!], { x: "time", y: "bytes", text: () => "nonpaged" }));
  const text = [...svg.querySelectorAll("text")].find(({ textContent }) => textContent === "nonpaged")!;
  expect(text.closest("[stroke]")!.getAttribute("stroke")).toBe("var(--color-page)");
  expect(text.closest("[fill]")!.getAttribute("fill")).toBe("currentColor");
});

describe("axes", () => {
  test("that do not start at zero say so", () => {
    expect(textsOf(draw(Plot.lineY(samples, { x: "time", y: "bytes" })))).toContain(
      "Bytes, MiB (the axis does not start at zero)",
    );
  });

  test("of shares are in percent, of names in the order asked for", () => {
    const bars = [
      { poolTag: "Irp ", freedShare: 0.2 },
      { poolTag: "CtxL", freedShare: 0.9 },
    ];
    const svg = draw(Plot.barX(bars, { x: "freedShare", y: "poolTag", sort: { y: "-x" } }));
    const texts = textsOf(svg);
    expect(texts).toContain("Freed, %");
    expect(texts.indexOf("CtxL")).toBeLessThan(texts.indexOf("Irp "));
  });

  test("keep what the author sets: ends, format, label, no axis", () => {
    const marks = [
      Plot.dot([
        [1, 2],
        [3, 4],
      ]),
    ];
    const svg = draw(
      Plot.plot({ x: { domain: [0, 10], tickFormat: ".1f", label: "rounds" }, y: { axis: null }, marks }),
    );
    expect(textsOf(svg)).toEqual(expect.arrayContaining(["0.0", "10.0", "rounds"]));
    expect(textsOf(svg)).not.toContain("2.5");
  });

  test("of an empty, a constant and a logarithmic chart are drawn as well", () => {
    expect(draw(Plot.plot({ marks: [] })).getAttribute("width")).toBe("720");
    expect(textsOf(draw(Plot.lineY([5, 5, 5]))).length).toBeGreaterThan(2);
    expect(
      textsOf(
        draw(
          Plot.plot({
            y: { type: "log" },
            marks: [
              Plot.dot([
                [1, 10],
                [2, 1000],
              ]),
            ],
          }),
        ),
      ).join(),
    ).toContain("1,000");
  });
});

describe("labels of lines that end together", () => {
  test("are moved apart", () => {
    const series = ["CtxL", "NtxF", "MmSt"].flatMap((poolTag) => samples.map((row) => ({ ...row, poolTag })));
    const svg = draw(
      Plot.plot({
        color: { domain: ["CtxL"], range: ["leak"] },
        marks: [Plot.lineY(series, { x: "time", y: "bytes", stroke: "poolTag" })],
      }),
    );
    const places = [...svg.querySelectorAll(".value-chart-label text")].map((label) =>
      Number(/,([\d.]+)\)/.exec(label.getAttribute("transform")!)![1]),
    );
    expect(places.length).toBe(3);
    places.sort((a, b) => a - b);
    expect(places[1]! - places[0]!).toBeGreaterThanOrEqual(16);
    expect(places[2]! - places[1]!).toBeGreaterThanOrEqual(16);
    expect(svg.querySelector('path[stroke="var(--color-leak)"]')).not.toBeNull();
  });
});

describe("a message that was not made by the recorder", () => {
  const spec = (fields: object): PlotSpec => ({ call: "plot", args: [{ fields } as never] });
  const mark = (call: string, length: unknown, fields: object): object => ({
    marks: [{ call, args: [length, { fields }] }],
  });

  test.each<[string, PlotSpec]>([
    ["another call", { call: "legend", args: [] }],
    ["an inherited name for a mark", spec(mark("constructor", 1, {}))],
    ["an unknown mark", spec(mark("image", 1, { x: { numbers: [1] } }))],
    ["a link", spec(mark("dot", 1, { href: { texts: ["javascript:alert(1)"] } }))],
    ["a style", spec({ marks: [], style: "background: url(//example.com)" })],
    ["a document", spec({ marks: [], document: {} })],
    ["a colour that is a URL", spec(mark("dot", 1, { fill: "url(//example.com)" }))],
    ["a dash that is none", spec(mark("lineY", 0, { strokeDasharray: "1;x" }))],
    ["a size beyond all bounds", spec({ marks: [], width: 1e9 })],
    ["a size that is no number", spec({ marks: [], width: "100%" })],
    ["more values than points", spec(mark("dot", 1, { x: { numbers: [1, 2] } }))],
    ["numbers that are none", spec(mark("dot", 1, { x: { numbers: ["1"] } }))],
    ["too many points", spec(mark("ruleX", 100_000, {}))],
    ["an inherited option", spec(mark("dot", 0, { constructor: 1 }))],
    ["a sort that is code", spec(mark("barX", 0, { sort: { fields: { y: "constructor" } } }))],
    ["no marks", spec({})],
    ["nothing", null as never],
  ])("is refused: %s", (_, hostile) => {
    expect(() => replayPlot(hostile, RealPlot, testContext().document)).toThrow(/chart/i);
  });

  test("leaves its table on the page, with a sentence", () => {
    const good = encodeValue(Plot.lineY(samples, { x: "time", y: "bytes" })) as ChartValue;
    const drawn = renderValue({ ...good, plot: spec({ marks: [], style: "x" }) }, testContext());
    expect(drawn.querySelector("svg")).toBeNull();
    expect(drawn.querySelector("p")!.textContent).toMatch(/^This chart cannot be drawn\./);
    expect(drawn.querySelectorAll("tbody tr").length).toBe(24);
  });

  test("without the drawing library the numbers are shown", () => {
    const drawn = renderValue(
      encodeValue(Plot.lineY(samples, { x: "time", y: "bytes" })),
      testContext({ plot: undefined }),
    );
    expect(drawn.querySelector("details")!.hasAttribute("open")).toBe(true);
  });
});
