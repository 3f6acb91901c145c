import fc from "fast-check";
import { expect, test } from "vitest";
import { packNumbers, unpackNumbers } from "../../../../../src/notebook/view/reading/packNumbers.ts";

test("pool sizes are packed as differences in pages, and come back to the byte", () => {
  const sizes = [98_566_144, 98_570_240, 98_557_952];
  expect(packNumbers(sizes)).toEqual([4096, 24_064, 1, -3]);
  expect(unpackNumbers(packNumbers(sizes))).toEqual(sizes);
});

test("whole numbers come back as they were", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -(2 ** 50), max: 2 ** 50 })), (numbers) => {
      expect(unpackNumbers(packNumbers(numbers))).toEqual(numbers.map((number) => number + 0));
    }),
  );
});

test("other numbers come back to seven digits, in JSON too", () => {
  const packed = packNumbers([0.2500861111111111, 3, -1e-9]);
  expect(unpackNumbers(JSON.parse(JSON.stringify(packed)))).toEqual([0.2500861, 3, -1e-9]);
});

test("zeros and nothing at all are numbers as well", () => {
  expect(unpackNumbers(packNumbers([0, 0, 0]))).toEqual([0, 0, 0]);
  expect(unpackNumbers(packNumbers([]))).toEqual([]);
});
