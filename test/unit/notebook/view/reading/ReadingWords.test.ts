import { expect, test } from "vitest";
import * as Plot from "../../../../../src/notebook/value/plotRecorder.ts";
import { placeSamples } from "../../../../../src/notebook/view/reading/placeSamples.ts";
import { ReadingWords } from "../../../../../src/notebook/view/reading/ReadingWords.ts";
import { readingOf } from "./readingOf.ts";

const MiB = 2 ** 20;
const start = Date.UTC(2012, 7, 14, 23, 59, 30, 156);
const rows = [0, 1, 2, 3, 4, 5].map((index) => ({
  time: start + index * 15_000,
  bytes: (94 + index) * MiB,
  share: index / 8,
}));

function wordsFor(chart: unknown): ReadingWords {
  const reading = readingOf(chart);
  return new ReadingWords(reading, placeSamples(reading));
}
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

const twoLines = Plot.plot({
  marks: [
    Plot.lineY(rows, { x: "time", y: "bytes", stroke: "paged", label: "paged" }),
    Plot.lineY(rows.slice(1), { x: "time", y: ({ bytes }) => 40 * bytes, stroke: "nonpaged", label: "nonpaged" }),
  ],
});

test("a sample is said as in the tables: moment with zone, binary unit, exact bytes beside it", () => {
  const words = wordsFor(twoLines);
  const at = words.at({ series: 0, index: 1 });
  expect(at).toBe("2012-08-14 23:59:45 UTC");
  const row = words.row({ series: 0, index: 1 }, at);
  expect({ ...row, value: plain(row.value), exact: plain(row.exact!) }).toEqual({
    name: "paged",
    paint: "var(--color-paged)",
    value: "95 MiB",
    exact: "99,614,720 B",
    at: undefined,
  });
});

test("a sample that stands a little beside the rule says its own moment", () => {
  const words = wordsFor(twoLines);
  expect(words.row({ series: 1, index: 0 }, words.at({ series: 0, index: 0 })).at).toBe("2012-08-14 23:59:45 UTC");
});

test("what is spoken names the line when it is new, the day when it is new, and the ends", () => {
  const words = wordsFor(twoLines);
  const said = (series: number, index: number): string => plain(words.spoken({ series, index }));
  expect(said(0, 0)).toBe("paged, line 1 of 2: 94 MiB, 2012-08-14 23:59:30 UTC, first of 6");
  expect(said(0, 1)).toBe("95 MiB, 23:59:45");
  expect(said(0, 2)).toBe("96 MiB, 2012-08-15 00:00:00 UTC");
  expect(said(1, 1)).toBe("nonpaged, line 2 of 2: 3.75 GiB, 00:00:00");
  expect(said(1, 4)).toBe("3.87 GiB, 00:00:45, last of 5");
});

test("other axes say their name, other amounts have no bytes", () => {
  const words = wordsFor(
    Plot.plot({
      x: { label: "hours since the first snapshot" },
      marks: [Plot.lineY(rows, { x: (_, index) => index / 4, y: "share" })],
    }),
  );
  const at = words.at({ series: 0, index: 1 });
  expect(at).toBe("hours since the first snapshot: 0.25");
  const row = words.row({ series: 0, index: 1 }, at);
  expect([row.name, plain(row.value), row.exact]).toEqual(["Share", "12.5 %", undefined]);
  expect(plain(words.spoken({ series: 0, index: 1 }))).toBe("12.5 %, hours since the first snapshot: 0.25");
});
