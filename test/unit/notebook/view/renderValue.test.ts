import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { encodeValue } from "../../../../src/notebook/value/encodeValue.ts";
import * as Plot from "../../../../src/notebook/value/plotRecorder.ts";
import type { Value } from "../../../../src/notebook/value/Value.ts";
import { describeValue } from "../../../../src/notebook/view/describeValue.ts";
import { registerView } from "../../../../src/notebook/view/renderExtended.ts";
import { renderValue } from "../../../../src/notebook/view/renderValue.ts";
import { linesOf, testContext } from "./testContext.ts";

const MiB = 2 ** 20;
const time = Date.UTC(2012, 7, 14, 9, 30);
const rate = { kind: "quantity", value: 12.4 * MiB, unit: "B/h", low: 12 * MiB, high: 12.8 * MiB };
const tags = [
  {
    poolTag: "CtxL",
    usedBytes: 812.5 * MiB,
    growthBytesPerHour: 512.2 * MiB,
    freedShare: 0.02,
    perAlloc: 4096,
    line: 12,
  },
  {
    poolTag: "Irp ",
    usedBytes: 3.1 * MiB,
    growthBytesPerHour: -0.25 * MiB,
    freedShare: 0.9981,
    perAlloc: 544,
    line: 1310,
  },
];
const floor = [0, 1, 2, 3].map((index) => ({
  time: time + index * 600_000,
  floorBytes: (100 + 40 * index) * MiB,
  line: index + 2,
}));

const samples: [name: string, value: Value, sentence: string][] = [
  ["text", encodeValue("<b>9 cycles</b>\nof 10 min"), "Text, 2 lines"],
  ["number", encodeValue(rate), "12.4 MiB/h, ± 0.4 MiB/h"],
  ["bareNumber", encodeValue(1_048_576), "1,048,576"],
  ["table", encodeValue(tags), "Table, 2 rows: Pool tag, Used, Growth …"],
  [
    "mixedTable",
    encodeValue([
      { question: "does it grow?", answer: "yes" },
      { question: "rate", answer: rate },
      { question: "R²", answer: 0.99871 },
      { question: "unknown", answer: undefined },
    ]),
    "Table, 4 rows: Question, Answer",
  ],
  ["emptyTable", encodeValue([]), "Table, 0 rows"],
  [
    "tree",
    encodeValue({
      machine: "CONTOSO-FS1",
      times: new Float64Array(2880),
      zone: { biasMinutes: 420 },
      startTime: time,
      read: Math.min,
    }),
    "Object, 5 properties",
  ],
  ["leaf", encodeValue(true), "true"],
  [
    "error",
    { kind: "error", name: "TypeError", message: "growth.foo is not a function", cell: "growth", line: 2, column: 18 },
    "TypeError: growth.foo is not a function Line 2, column 18 of cell growth.",
  ],
  ["errorWithoutPlace", encodeValue(new RangeError("too far")), "RangeError: too far"],
  ["extendedWithoutView", encodeValue({ kind: "stacks", frames: [{ module: "ctxleak.sys" }] }), "Stacks"],
  [
    "chart",
    encodeValue(
      Plot.plot({
        title: "The floor",
        caption: "Nights only.",
        marks: [
          Plot.lineY(floor, { x: "time", y: "floorBytes", stroke: "leak", label: "floor" }),
          Plot.ruleY([300 * MiB], { label: "limit" }),
        ],
      }),
    ),
    "The floor. Floor: from 100 MiB to 220 MiB. Annotations: limit.",
  ],
  ["nothing", encodeValue(undefined), "No value"],
];

describe("each kind of value", () => {
  test.each(samples)("%s has its elements", async (name, value) => {
    await expect(linesOf(renderValue(value, testContext()))).toMatchFileSnapshot(`expected/${name}.txt`);
  });

  test.each(samples)("%s has a sentence", (_, value, sentence) => {
    expect(describeValue(value).replaceAll("\u00a0", " ")).toBe(sentence);
  });

  test.each(samples)("%s is drawn the same again, and after JSON", (_, value) => {
    const first = renderValue(value, testContext()).outerHTML;
    expect(renderValue(JSON.parse(JSON.stringify(value)) as Value, testContext()).outerHTML).toBe(first);
  });
});

describe("tables", () => {
  const rows = Array.from({ length: 2016 }, (_, index) => ({ time: time + index * 300_000, bytes: index }));

  test("only the first rows are drawn, and the caption says of how many", () => {
    const drawn = renderValue(encodeValue(rows), testContext());
    expect(drawn.querySelectorAll("tbody tr").length).toBe(20);
    expect(drawn.querySelector("caption")!.textContent).toBe("first 20 of 2,016 rows");
  });

  test("a row’s own log decides where its line is looked up", () => {
    const link = renderValue(encodeValue([{ log: "poolmon.txt", line: 7 }]), testContext()).querySelector("a")!;
    expect(link.getAttribute("href")).toBe("#poolmon.txt-7");
    expect(link.getAttribute("data-line")).toBe("7");
  });

  test("a line of a log that is not on the page is a number", () => {
    const drawn = renderValue(encodeValue([{ line: 7 }]), testContext({ logOf: () => undefined }));
    expect(drawn.querySelector("a")).toBeNull();
    expect(drawn.querySelector("td")!.textContent).toBe("7");
  });

  test("a slow growth is seen: numbers close together get the finer unit", () => {
    const drawn = renderValue(encodeValue([{ bytes: 2 ** 30 }, { bytes: 2 ** 30 + MiB / 2 }]), testContext());
    expect([...drawn.querySelectorAll("td")].map((cell) => cell.textContent)).toEqual(["1,024.0", "1,024.5"]);
    expect(drawn.querySelector("th")!.textContent).toBe("Bytes MiB");
  });

  test("where most numbers would vanish beside the largest, each has its own unit", () => {
    const drawn = renderValue(encodeValue([{ bytes: 2 ** 40 }, { bytes: 300 }, { bytes: 12 * 1024 }]), testContext());
    const texts = [...drawn.querySelectorAll("td")].map((cell) => cell.textContent.replaceAll("\u00a0", " "));
    expect(texts).toEqual(["1 TiB", "300 B", "12 KiB"]);
  });

  test("moments a minute and more apart are written without thousandths of a second, which stay exact", () => {
    const cells = renderValue(
      encodeValue([{ time: time + 156 }, { time: time + 600_169 }]),
      testContext(),
    ).querySelectorAll("td");
    expect(cells[1]!.textContent).toBe("2012-08-14 09:40:00");
    expect(cells[1]!.getAttribute("title")).toBe("2012-08-14T09:40:00.169Z");
  });

  test("an odd small number is about zero, and exact on hover", () => {
    const cells = renderValue(
      encodeValue([{ bytes: 900.5 * MiB }, { bytes: 700 * MiB }, { bytes: 12 }]),
      testContext(),
    ).querySelectorAll("td");
    expect(cells[2]!.textContent).toBe("≈0");
    expect(cells[2]!.getAttribute("data-exact")).toBe("12");
  });
});

test("a large tree is drawn in part, and says how much is left", () => {
  const counters = Array.from({ length: 97 }, (_, index) => ({
    path: `counter ${index}`,
    values: new Float64Array(380),
  }));
  const drawn = renderValue(encodeValue({ machine: "CONTOSO-FS1", counters, more: [[1, [2]], [3]] }), testContext());
  expect(drawn.outerHTML.length).toBeLessThan(30_000);
  expect([...drawn.querySelectorAll("li")].map((item) => item.textContent)).toContain("77 more");
});

describe("what a value says is never read as HTML", () => {
  const nasty = '<img src=x onerror="alert(1)"><script>alert(1)</script>';

  test.each<[string, unknown]>([
    ["a text", nasty],
    ["a cell and a heading", [{ [nasty]: nasty }]],
    ["a tree’s key and word", { [nasty]: { [nasty]: nasty } }],
    ["an error", new Error(nasty)],
    ["an unknown kind", { kind: nasty, [nasty]: nasty }],
    ["a unit", { kind: "quantity", value: 1, unit: nasty }],
    [
      "a chart’s words",
      Plot.plot({
        title: nasty,
        x: { label: nasty.slice(0, 80) },
        marks: [Plot.text([1], { text: () => nasty, frameAnchor: "top" })],
      }),
    ],
  ])("%s", (_, value) => {
    const drawn = renderValue(encodeValue(value), testContext());
    expect(drawn.querySelector("img, script")).toBeNull();
    const { document } = parseHTML(`<!doctype html><html><body>${drawn.outerHTML}</body></html>`);
    expect(document.querySelector("img, script")).toBeNull();
  });

  test("whatever a cell returns can be drawn and described", () => {
    fc.assert(
      fc.property(
        fc.anything({ withDate: true, withMap: true, withTypedArray: true, withNullPrototype: true }),
        (value) => {
          const encoded = encodeValue(value);
          expect(renderValue(encoded, testContext()).getAttribute("class")).toMatch(/^value value-/);
          expect(typeof describeValue(encoded)).toBe("string");
        },
      ),
      { seed: 3, numRuns: 100 },
    );
  });
});

describe("registered views", () => {
  test("a page’s own view shows its kind and may describe it", () => {
    registerView("verdict", {
      view: (value, { document }) => {
        const made = document.createElement("p");
        made.textContent = (value.data as { pool: string }).pool.toUpperCase();
        return made;
      },
      describe: () => "A leak in nonpaged pool",
    });
    const value = encodeValue({ kind: "verdict", pool: "nonpaged" });
    expect(renderValue(value, testContext()).outerHTML).toBe("<p>NONPAGED</p>");
    expect(describeValue(value)).toBe("A leak in nonpaged pool");
  });

  test("data its view cannot show is shown as a tree", () => {
    registerView("broken", () => {
      throw new Error("no such field");
    });
    const drawn = renderValue(encodeValue({ kind: "broken", some: "data" }), testContext());
    expect(drawn.querySelector("summary")!.textContent).toBe("1 property");
  });
});
