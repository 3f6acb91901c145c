import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spread } from "../../../../src/notebook/view/chart/spreadLabels.ts";
import { numberTicks } from "../../../../src/notebook/view/chart/ticks.ts";
import { timeTicks } from "../../../../src/notebook/view/chart/timeTicks.ts";

const MiB = 2 ** 20;
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

describe("ticks of numbers", () => {
  test.each<[string, [number, number], string, string[], string]>([
    ["bytes", [0, 900 * MiB], "B", ["0", "256", "512", "768"], "MiB"],
    ["bytes far from zero", [1000 * MiB, 1060 * MiB], "B", ["1,008", "1,024", "1,040", "1,056"], "MiB"],
    ["rates", [-2 * 1024, 2 * 1024], "B/h", ["−2", "−1", "0", "1", "2"], "KiB/h"],
    ["shares", [0, 1], "share", ["0", "20", "40", "60", "80", "100"], "%"],
    ["durations", [0, 3 * 3600], "s", ["0 s", "1 h", "2 h", "3 h"], ""],
    ["counts", [0, 4.2], "", ["0", "1", "2", "3", "4"], ""],
    ["millions", [0, 40e6], "", ["0", "10", "20", "30", "40"], "million"],
    ["small fractions", [0, 0.001], "", ["0.0000", "0.0002", "0.0004", "0.0006", "0.0008", "0.0010"], ""],
  ])("%s", (_, ends, unit, words, name) => {
    const ticks = numberTicks(ends, unit, 5);
    expect(ticks.values.map((value) => plain(ticks.format(value)))).toEqual(words);
    expect(ticks.unit).toBe(name);
  });

  test("are few, inside the ends and evenly spaced, whatever the ends", () => {
    const end = fc.double({ min: -1e15, max: 1e15, noNaN: true });
    fc.assert(
      fc.property(end, end, fc.constantFrom("B", "B/h", "share", "s", "", "1/h"), (a, b, unit) => {
        fc.pre(Math.abs(a - b) > Math.max(Math.abs(a), Math.abs(b)) * 1e-6 && Math.abs(a - b) > 1e-6);
        const [low, high] = a < b ? [a, b] : [b, a];
        const { values, format } = numberTicks([low, high], unit, 5);
        expect(values.length).toBeGreaterThan(0);
        expect(values.length).toBeLessThanOrEqual(7);
        expect(values.map(format).every((word) => word !== "" && !word.includes("NaN"))).toBe(true);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe("ticks of moments", () => {
  const at = (...parts: [number, number, number?, number?, number?]): number => Date.UTC(...parts);
  test.each<[string, number, number, string[]]>([
    [
      "an hour and a half",
      at(2012, 7, 14, 9, 2),
      at(2012, 7, 14, 10, 37),
      ["09:15\n14 Aug 2012, UTC", "09:30", "09:45", "10:00", "10:15", "10:30"],
    ],
    [
      "a night",
      at(2012, 7, 14, 20),
      at(2012, 7, 15, 8),
      ["20:00\n14 Aug 2012, UTC", "22:00", "00:00\n15 Aug", "02:00", "04:00", "06:00", "08:00"],
    ],
    [
      "a week",
      at(2012, 11, 28),
      at(2013, 0, 3),
      ["28 Dec\n2012, UTC", "29 Dec", "30 Dec", "31 Dec", "1 Jan\n2013", "2 Jan", "3 Jan"],
    ],
    ["a year", at(2012, 1, 10), at(2013, 1, 10), ["Apr\n2012", "Jul", "Oct", "Jan\n2013"]],
  ])("%s", (_, start, end, words) => {
    const { values, format } = timeTicks([start, end], 7);
    expect(values.map(format)).toEqual(words);
  });

  test("are few for any span", () => {
    const moment = fc.integer({ min: 0, max: 4e12 });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const { values } = timeTicks([Math.min(a, b), Math.max(a, b)], 7);
        expect(values.length).toBeLessThanOrEqual(9);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

test("labels are spread no more than they must, in their order", () => {
  expect(spread([10, 100])).toEqual([10, 100]);
  expect(spread([50, 50])).toEqual([41.5, 58.5]);
  expect(spread([50, 51, 52])).toEqual([34, 51, 68]);
});
