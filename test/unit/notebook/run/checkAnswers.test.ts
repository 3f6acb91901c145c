import { describe, expect, test } from "vitest";
import { isNear, numberIn, rowsIn, unitIn } from "../../../../src/notebook/run/checkAnswers.ts";
import { quantity } from "../../../../src/pool/Quantity.ts";

describe("what a check reads an answer with", () => {
  test.each<[what: string, answer: unknown, number: number | undefined]>([
    ["a number", 5, 5],
    ["a number with a unit", quantity(5, "B/h", [4, 6]), 5],
    ["the only number of one row", [{ tag: "Leak", bytes: 5 }], 5],
    ["the only number of one object, with a unit", { tag: "Leak", rate: quantity(5, "B/h") }, 5],
    ["no number where a row has two", [{ line: 3, bytes: 5 }], undefined],
    ["no number where there are two rows", [{ bytes: 5 }, { bytes: 6 }], undefined],
    ["no number in a text", "5", undefined],
    ["no number in one that is not finite", NaN, undefined],
    ["no number in a row whose only number is not finite", [{ bytes: Infinity }], undefined],
    ["no number in nothing", undefined, undefined],
    ["no number in a list of numbers", [5], undefined],
  ])("finds %s", (_, answer, number) => {
    expect(numberIn(answer)).toBe(number);
  });

  test("takes the unit of a number that has one", () => {
    expect(unitIn(quantity(1, "B/h"))).toBe("B/h");
    expect(unitIn(1)).toBeUndefined();
    expect(unitIn({ value: "much", unit: "B/h" })).toBeUndefined();
  });

  test("takes a list of plain objects as rows, and one as one row", () => {
    expect(rowsIn([{ a: 1 }, { a: 2 }])).toEqual([{ a: 1 }, { a: 2 }]);
    expect(rowsIn({ a: 1 })).toEqual([{ a: 1 }]);
    expect(rowsIn([])).toEqual([]);
  });

  test.each([[[1, 2]], ["rows"], [null], [new Map()], [quantity(1, "s")], [[{ a: 1 }, 2]], [() => 1]])(
    "takes %s for no rows",
    (answer) => {
      expect(rowsIn(answer)).toBeUndefined();
    },
  );

  test("is near by a share of the wanted number, to either side and below zero too", () => {
    expect(isNear(95, 100, 0.05)).toBe(true);
    expect(isNear(105, 100, 0.05)).toBe(true);
    expect(isNear(106, 100, 0.05)).toBe(false);
    expect(isNear(-104, -100, 0.05)).toBe(true);
    expect(isNear(0.001, 0, 0.05)).toBe(false);
    expect(isNear(NaN, 100, 0.05)).toBe(false);
  });
});
