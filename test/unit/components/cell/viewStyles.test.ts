import { expect, test } from "vitest";
import { styleSheetsFor } from "../../../../src/components/cell/viewStyles.ts";
import { encodeValue } from "../../../../src/notebook/value/encodeValue.ts";

const stacks = encodeValue({ kind: "stacks" });

test("a kind of value that few pages show brings its style sheet, once", () => {
  expect(styleSheetsFor([stacks, encodeValue(1), stacks])).toHaveLength(1);
});

test("values of every page bring none", () => {
  expect(styleSheetsFor([encodeValue(1), encodeValue([{ a: 1 }]), encodeValue({ kind: "unheard of" })])).toEqual([]);
});
