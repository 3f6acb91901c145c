import { describe, expect, test } from "vitest";
import type { Cursor } from "../../../../../src/notebook/view/reading/findSamples.ts";
import { stepCursor } from "../../../../../src/notebook/view/reading/stepCursor.ts";

const line = (length: number, distance = 1) =>
  Array.from({ length }, (_, index) => ({ at: index, value: 0, x: index * distance, y: 0 }));
const all = [line(101), line(11, 10)];
const from = (series: number, index: number): Cursor => ({ series, index });

describe("a key", () => {
  test.each<[string, Cursor | undefined, Cursor]>([
    ["ArrowRight", from(0, 4), from(0, 5)],
    ["ArrowLeft", from(0, 4), from(0, 3)],
    ["Home", from(0, 4), from(0, 0)],
    ["End", from(0, 4), from(0, 100)],
    ["PageDown", from(0, 4), from(0, 14)],
    ["PageUp", from(0, 40), from(0, 30)],
    ["PageDown", from(1, 4), from(1, 5)],
  ])("%s leads along the line", (key, cursor, next) => {
    expect(stepCursor(all, cursor, key)).toEqual(next);
  });

  test.each<[string, Cursor]>([
    ["ArrowLeft", from(0, 0)],
    ["PageUp", from(0, 0)],
    ["ArrowRight", from(0, 100)],
    ["PageDown", from(0, 100)],
    ["ArrowUp", from(0, 7)],
    ["ArrowDown", from(1, 7)],
  ])("%s stays at the end", (key, cursor) => {
    expect(stepCursor(all, cursor, key)).toEqual(cursor);
  });

  test("up and down lead to the other line’s sample at about the same place", () => {
    expect(stepCursor(all, from(0, 47), "ArrowDown")).toEqual(from(1, 5));
    expect(stepCursor(all, from(1, 5), "ArrowUp")).toEqual(from(0, 50));
  });

  test("begins at an end of the chart", () => {
    expect(stepCursor(all, undefined, "ArrowRight")).toEqual(from(0, 0));
    expect(stepCursor(all, undefined, "ArrowLeft")).toEqual(from(0, 0));
    expect(stepCursor(all, undefined, "PageUp")).toEqual(from(0, 0));
    expect(stepCursor(all, undefined, "End")).toEqual(from(0, 100));
    expect(stepCursor(all, undefined, "ArrowDown")).toEqual(from(0, 0));
    expect(stepCursor(all, undefined, "ArrowUp")).toEqual(from(1, 0));
  });

  test("that means nothing here is left to the page: Tab, letters, up and down where there is one line", () => {
    for (const key of ["Tab", "a", "constructor", "Enter"]) expect(stepCursor(all, from(0, 4), key)).toBeUndefined();
    expect(stepCursor([line(5)], from(0, 2), "ArrowDown")).toBeUndefined();
  });
});
