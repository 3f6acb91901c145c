import { describe, expect, test } from "vitest";
import { encodeValue } from "../../../../src/notebook/value/encodeValue.ts";
import * as Plot from "../../../../src/notebook/value/plotRecorder.ts";
import type { ChartValue } from "../../../../src/notebook/value/Value.ts";

const start = Date.UTC(2012, 7, 14, 9);
const rows = [0, 1, 2].map((index) => ({
  time: start + index * 60_000,
  nonpagedBytes: index === 1 ? NaN : index * 1024,
  poolTag: index === 2 ? "Irp " : "CtxL",
  line: index + 2,
}));

const chartOf = (value: unknown): ChartValue => {
  const encoded = encodeValue(value);
  if (encoded.kind !== "chart") throw new Error(`not a chart: ${JSON.stringify(encoded)}`);
  return encoded;
};
type Fields = Record<string, unknown>;
const optionsOf = (value: unknown): Fields => (chartOf(value).plot.args[0] as { fields: Fields }).fields;
const markOf = (mark: Plot.Mark): Fields => {
  const [spec] = optionsOf(Plot.plot({ marks: [mark] }))["marks"] as [{ args: [number, { fields: Fields }] }];
  return spec.args[1].fields;
};
/** Cells are type-checked, but hostile ones are not: what a type forbids must be refused at run time too. */
const hostile = (options: unknown): never => options as never;

describe("what is recorded", () => {
  test("columns become arrays, moments as times, blanks as null", () => {
    expect(markOf(Plot.lineY(rows, { x: "time", y: "nonpagedBytes", stroke: "leak" }))).toEqual({
      x: { times: rows.map(({ time }) => time) },
      y: { numbers: [0, null, 2048] },
      stroke: "leak",
    });
  });

  test("functions are evaluated over the rows; lists, dates, quantities and constants are read", () => {
    expect(markOf(Plot.dot(rows, { x: (row) => new Date(row.time), y: [1, 2, 3], r: 4 }))).toEqual({
      x: { times: rows.map(({ time }) => time) },
      y: { numbers: [1, 2, 3] },
      r: 4,
    });
    expect(markOf(Plot.ruleY([{ kind: "quantity", value: 5, unit: "B" }]))).toEqual({ y: { numbers: [5] } });
    expect(markOf(Plot.text([rows[0]!], { x: start, y: 3, text: () => "here" }))).toMatchObject({
      y: { numbers: [3] },
      text: { texts: ["here"] },
    });
  });

  test("numbers alone are a line over their index, pairs are dots", () => {
    expect(markOf(Plot.lineY(new Float64Array([5, 6])))).toEqual({ x: { numbers: [0, 1] }, y: { numbers: [5, 6] } });
    expect(markOf(Plot.dot([[1, 2]]))).toEqual({ x: { numbers: [1] }, y: { numbers: [2] } });
  });

  test("axes take label and unit from the first column that says them; the author’s words win", () => {
    const mark = Plot.lineY(rows, { x: "time", y: "nonpagedBytes" });
    expect(optionsOf(mark)).toMatchObject({
      x: { fields: { label: "Time", unit: "ms" } },
      y: { fields: { label: "Nonpaged", unit: "B" } },
    });
    expect(optionsOf(mark.plot({ y: { label: "pool" } }))["y"]).toEqual({ fields: { label: "pool", unit: "B" } });
    const named = Plot.lineY(rows, { x: "time", y: { value: (row) => row.nonpagedBytes, label: "Pool", unit: "B" } });
    expect(optionsOf(named)["y"]).toEqual({ fields: { label: "Pool", unit: "B" } });
  });

  test("bare numbers on an axis of moments are moments, and ends of an axis may be dates", () => {
    const chart = Plot.plot({
      x: { domain: [new Date(start), new Date(start + 1)] },
      marks: [Plot.lineY(rows, { x: "time", y: "line" }), Plot.ruleX([start])],
    });
    const { marks, x } = optionsOf(chart) as { marks: { args: unknown[] }[]; x: Fields };
    expect(marks[1]!.args[1]).toEqual({ fields: { x: { times: [start] } } });
    expect(x).toMatchObject({ fields: { domain: [start, start + 1] } });
  });

  test("rows can be sorted by a column, downwards too", () => {
    expect(markOf(Plot.dot(rows, { x: "line", y: "line", sort: "-line" }))["x"]).toEqual({ numbers: [4, 3, 2] });
  });

  test("marks may be nested and left out by a condition", () => {
    const chart = Plot.plot({ marks: [false, null, [Plot.ruleY([0]), [Plot.frame()]]] });
    expect((optionsOf(chart)["marks"] as unknown[]).length).toBe(2);
  });

  test("a column of colours is series by name", () => {
    expect(markOf(Plot.lineY(rows, { x: "time", y: "line", stroke: "poolTag" }))["stroke"]).toEqual({
      texts: ["CtxL", "CtxL", "Irp "],
    });
  });

  test("a long line is thinned and says by how much", () => {
    const long = Array.from({ length: 5000 }, (_, index) => ({ time: index, bytes: index % 97 }));
    const chart = chartOf(Plot.lineY(long, { x: "time", y: "bytes" }));
    expect(chart.omittedPoints).toBeGreaterThanOrEqual(4000);
    expect(JSON.stringify(chart).length).toBeLessThan(30_000);
  });
});

describe("the table behind the chart", () => {
  test("series over the same axis are columns beside one another, with the line in the log", () => {
    const chart = chartOf(
      Plot.plot({
        marks: [
          Plot.lineY(rows, { x: "time", y: "nonpagedBytes", stroke: "load" }),
          Plot.lineY(rows.slice(0, 1), { x: "time", y: "nonpagedBytes", stroke: "leak" }),
          Plot.ruleY([4096]),
          Plot.text([rows[0]!], { x: "time", y: "nonpagedBytes", text: () => "a leak" }),
        ],
      }),
    );
    expect(chart.table.columns).toEqual([
      { name: "Time", unit: "ms" },
      { name: "Nonpaged (load)", unit: "B" },
      { name: "Nonpaged (leak)", unit: "B" },
      { name: "line", unit: "line" },
    ]);
    expect(chart.table.rows).toEqual([
      [start, 0, 0, 2],
      [start + 60_000, null, null, 3],
      [start + 120_000, 2048, null, 4],
    ]);
  });

  test("dots on a line do not repeat it, and a label names its column", () => {
    const line = Plot.lineY(rows, { x: "time", y: "line", label: "floor" });
    const table = chartOf(Plot.plot({ marks: [line, Plot.dot(rows, { x: "time", y: "line" })] })).table;
    expect(table.columns.map(({ name }) => name)).toEqual(["Time", "floor", "line"]);
  });

  test("series become columns by their names", () => {
    const two = ["CtxL", "Irp "].flatMap((poolTag, index) => rows.map(({ time }) => ({ time, poolTag, bytes: index })));
    const table = chartOf(Plot.lineY(two, { x: "time", y: "bytes", stroke: "poolTag" })).table;
    expect(table.columns.map(({ name }) => name)).toEqual(["Time", "CtxL", "Irp "]);
    expect(table.rows[0]).toEqual([start, 0, 1]);
  });

  test("bars are rows by name, in the order of the chart", () => {
    const bars = [
      { poolTag: "Irp ", growthBytesPerHour: 1 },
      { poolTag: "CtxL", growthBytesPerHour: 9 },
    ];
    const table = chartOf(
      Plot.barX(bars, { x: "growthBytesPerHour", y: "poolTag", fill: "poolTag", sort: { y: "-x" } }),
    ).table;
    expect(table.columns.map(({ name }) => name)).toEqual(["Pool tag", "Growth"]);
    expect(table.rows).toEqual([
      ["CtxL", 9],
      ["Irp ", 1],
    ]);
  });

  test("of many rows 24 are kept, evenly spread, with those of a sparse series", () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({ time: index, bytes: index }));
    const sparse = [17, 1234].map((index) => ({ time: index, floorBytes: index }));
    const { table } = chartOf(
      Plot.plot({
        marks: [Plot.lineY(many, { x: "time", y: "bytes" }), Plot.lineY(sparse, { x: "time", y: "floorBytes" })],
      }),
    );
    expect(table.rows.length).toBeLessThanOrEqual(24);
    expect(table).toMatchObject({ totalRows: 3000, spread: true });
    expect(table.rows).toContainEqual([17, 17, 17]);
    expect(table.rows.at(-1)).toEqual([2999, 2999, null]);
  });
});

describe("what is refused, in words", () => {
  test.each<[string, () => unknown, RegExp]>([
    ["a link", () => Plot.dot(rows, hostile({ href: "x" })), /Plot\.dot does not take “href” here: .* without links/],
    ["an image’s source", () => Plot.text(rows, hostile({ src: "x" })), /does not take “src”/],
    ["a style", () => Plot.plot(hostile({ style: "color: red" })), /Plot\.plot does not take “style”/],
    ["a document", () => Plot.plot(hostile({ document: {} })), /does not take “document”/],
    ["a class", () => Plot.lineY(rows, hostile({ className: "x" })), /does not take “className”/],
    ["an unknown option", () => Plot.lineY(rows, hostile({ colour: "leak" })), /does not know the option “colour”/],
    [
      "a function as a format",
      () => Plot.plot(hostile({ y: { tickFormat: () => "x" } })),
      /tickFormat wants a d3 format/,
    ],
    [
      "a colour by look",
      () => Plot.lineY(rows, hostile({ x: "time", y: "line", stroke: "red" })),
      /no column “red”.*nonpaged, paged, leak/,
    ],
    [
      "a missing column",
      () => Plot.lineY(rows, hostile({ x: "tme", y: "line" })),
      /no column “tme”; its columns are time, nonpagedBytes/,
    ],
    ["a list of another length", () => Plot.lineY(rows, { x: [1, 2], y: "line" }), /2 values for 3 rows/],
    [
      "one object for a list",
      () => Plot.lineY(hostile(rows[0])),
      /wants a list as its first argument; this is a single object/,
    ],
    ["no mark", () => Plot.plot({ marks: [hostile({ mark: "dot" })] }), /marks wants marks/],
    ["a number out of range", () => Plot.lineY(rows, { strokeWidth: 1e9 }), /strokeWidth wants a number from 0 to 20/],
    [
      "two units on an axis",
      () =>
        Plot.plot({
          marks: [
            Plot.ruleY([{ kind: "quantity", value: 1, unit: "B/h" }]),
            Plot.lineY(rows, { x: "time", y: "nonpagedBytes" }),
          ],
        }),
      /the y axis would mix B\/h and bytes/,
    ],
    [
      "too many bars",
      () => Plot.plot({ marks: [Plot.barX(Array.from({ length: 9999 }, (_, index) => index))] }),
      /at most 400 shapes and was given 9,999/,
    ],
    [
      "an endless list",
      () =>
        Plot.lineY(
          (function* () {
            for (;;) yield 1;
          })(),
        ),
      /reads at most 2,000,000 points/,
    ],
    ["a legend", () => Plot.plot(hostile({ color: { legend: true } })), /color does not know the option “legend”/],
    ["too many marks", () => Plot.plot({ marks: Array.from({ length: 30 }, () => Plot.frame()) }), /at most 24 marks/],
  ])("%s", (_, make, sentence) => {
    expect(make).toThrow(sentence);
  });

  test("a mark that looks like one but was not made here is none", () => {
    const copy = { ...Plot.ruleY([1]) };
    expect(() => Plot.plot({ marks: [copy] })).toThrow(/marks wants marks/);
  });
});
