import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonParts } from "../../../../src/cli/commandLine/writeJson.ts";

const parsed = (value: unknown): unknown => JSON.parse([...jsonParts(value)].join(""));

test("whatever JSON can hold reads back the same", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(parsed(value)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("columns are lists of numbers, and what is not a number is null: blank is not zero", () => {
  expect(parsed({ values: Float64Array.of(1.5, NaN, 0, -Infinity), lines: Uint32Array.of(2, 3) })).toEqual({
    values: [1.5, null, 0, null],
    lines: [2, 3],
  });
});

test("pointers and bytes are hexadecimal, as addresses are", () => {
  expect(
    parsed({ pointer: BigUint64Array.of(0xfffffa8001234560n, 0n), bytes: Uint8Array.of(0x4c, 0x65), at: 16n }),
  ).toEqual({ pointer: ["fffffa8001234560", "0000000000000000"], bytes: "4c65", at: "0000000000000010" });
});

test("a field that is undefined is left out, an item that is undefined is null", () => {
  expect(parsed({ tag: undefined, rows: [undefined, 1] })).toEqual({ rows: [null, 1] });
});

test("a long column comes in parts of bounded length", () => {
  const parts = [...jsonParts({ values: new Float64Array(300_000).fill(1234.5) })];
  expect(parts.length).toBeGreaterThan(20);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(140_000);
});
