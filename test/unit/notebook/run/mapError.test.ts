import { describe, expect, test } from "vitest";
import { cellFrames, mapError, readThrown } from "../../../../src/notebook/run/mapError.ts";

/** An error as an engine would have made it. */
const thrown = (message: string, ...frames: string[]): Error =>
  Object.assign(new TypeError(message), { stack: frames.join("\n") });

const insertionsOf = (cell: string) =>
  cell === "growth" || cell === "top-tags" ? [{ line: 1, column: 1, length: 60 }] : undefined;

describe("the first frame inside a cell", () => {
  test("in Chrome's and Node's format", () => {
    const error = thrown(
      "x is not a function",
      "TypeError: x is not a function",
      "    at Array.map (<anonymous>)",
      "    at readRows (blob:null/1f3c:7:1200)",
      "    at growthOf (cell-growth.ts:3:14)",
      "    at async default (cell-top-tags.ts:1:70)",
      "    at async cell-top-tags.ts:9:9",
    );
    expect(mapError(readThrown(error), insertionsOf)).toEqual({
      kind: "error",
      name: "TypeError",
      message: "x is not a function",
      cell: "growth",
      line: 3,
      column: 14,
    });
  });

  test("in Firefox's format", () => {
    const error = thrown("no", "map@[native code]", "growthOf@cell-growth.ts:1:64", "async*@cell-top-tags.ts:1:70", "");
    expect(mapError(readThrown(error), insertionsOf)).toMatchObject({ cell: "growth", line: 1, column: 4 });
  });

  test("in Safari's format", () => {
    const error = thrown("no", "map@[native code]", "@cell-growth.ts:2:8", "cell-top-tags.ts:4:1", "module code@");
    expect(mapError(readThrown(error), insertionsOf)).toMatchObject({ cell: "growth", line: 2, column: 8 });
    expect(cellFrames(error.stack!)).toHaveLength(2);
  });

  test("in a function without a name, at the top level, and in a constructor", () => {
    expect(
      cellFrames("Error\n    at cell-a.ts:1:2\n    at new Row (cell-b.ts:3:4)\n    at async Promise.all (index 0)"),
    ).toEqual([
      { cell: "a", line: 1, column: 2 },
      { cell: "b", line: 3, column: 4 },
    ]);
  });

  test("a message that looks like a frame is none", () => {
    const message = "see\n    at cell-growth.ts:9:9";
    const error = thrown(message, `Error: ${message}`, "    at f (cell-growth.ts:2:5)");
    expect(mapError(readThrown(error), insertionsOf)).toMatchObject({ line: 2, column: 5 });
  });

  test("frames of cells nobody knows are passed over", () => {
    const error = thrown("no", "    at f (cell-forged.ts:1:1)", "    at g (cell-growth.ts:5:6)");
    expect(mapError(readThrown(error), insertionsOf)).toMatchObject({ cell: "growth", line: 5 });
  });

  test("in Safari's format, whose addresses are given the names of their files", () => {
    const error = thrown("no", "f@blob:null/1f3c:3:14", "@blob:null/77aa:9:1");
    const nameFiles = (stack: string) => stack.replaceAll("blob:null/1f3c", "cell-growth.ts");
    expect(mapError(readThrown(error, nameFiles), insertionsOf)).toMatchObject({ cell: "growth", line: 3, column: 14 });
  });

  test("without a frame in a cell there is no place", () => {
    expect(mapError(readThrown(thrown("no", "    at f (lab.js:1:1)")), insertionsOf)).toEqual({
      kind: "error",
      name: "TypeError",
      message: "no",
    });
  });
});

const refuse = () => {
  throw new Error("not even looked at");
};

describe("what was thrown", () => {
  test.each<[thrown: unknown, message: string]>([
    ["words", "The cell threw the text “words” instead of an error."],
    [null, "The cell threw “null” instead of an error."],
    [undefined, "The cell threw “undefined” instead of an error."],
    [7n, "The cell threw “7” instead of an error."],
    [Symbol("s"), "The cell threw “Symbol(s)” instead of an error."],
    [{}, "The cell threw an object instead of an error."],
    [() => 1, "The cell threw a function instead of an error."],
    [new Proxy({}, { has: refuse }), "The cell threw an object instead of an error."],
  ])("%s", (value, message) =>
    expect(mapError(readThrown(value), insertionsOf)).toEqual({ kind: "error", name: "Error", message }),
  );

  test("a long message is cut", () => {
    expect(mapError(readThrown(new Error("x".repeat(10_000))), insertionsOf).message).toHaveLength(2_001);
  });
});
