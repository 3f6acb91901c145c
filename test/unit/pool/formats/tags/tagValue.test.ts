import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isProtected,
  protectedValue,
  reverseTag,
  tagBytes,
  tagToValue,
  valueToTag,
} from "../../../../../src/pool/formats/tags/tagValue.ts";

describe("a tag is its bytes, the first one lowest", () => {
  test.each([
    ["Leak", 0x6b61654c],
    ["Lea1", 0x3161654c],
    ["Lea2", 0x3261654c],
    ["Irp ", 0x20707249],
    ["Irp", 0x20707249], // a short tag is padded with blanks
    ["Dh 1", 0x31206844],
  ])("%j is %i", (tag, value) => {
    expect(tagToValue(tag)).toBe(value);
    expect(valueToTag(value)).toBe(tag.padEnd(4));
  });

  test("every 31-bit value has a tag and comes back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x7fffffff }), (value) => tagToValue(valueToTag(value)) === value),
      { seed: 4, numRuns: 500 },
    );
  });

  test.each(["", "Leaks", "中  "])("%j is no tag, and the error says why", (tag) => {
    expect(() => tagToValue(tag)).toThrow(/^A pool tag has .*/);
  });

  test.each([1.5, 2 ** 32, NaN, -(2 ** 31) - 1])("%d is no tag's value", (value) => {
    expect(() => valueToTag(value)).toThrow(/32-bit/);
  });
});

describe("a protected tag", () => {
  test("has the top bit set, in its last byte", () => {
    expect(protectedValue("Leak")).toBe(0xeb61654c);
    expect(tagBytes("Leak")).toBe("4c 65 61 6b");
    expect(tagBytes("Leak", "protected")).toBe("4c 65 61 eb");
    expect([isProtected(0xeb61654c), isProtected(0x6b61654c)]).toEqual([true, false]);
  });

  test("is shown as the plain one, also where a debugger gives a signed number", () => {
    expect(valueToTag(0xeb61654c)).toBe("Leak");
    expect(valueToTag(0xeb61654c | 0)).toBe("Leak");
    expect(isProtected(0xeb61654c | 0)).toBe(true);
  });
});

test("a tag reads backwards what was written the wrong way round in C", () => {
  expect(reverseTag("kaeL")).toBe("Leak");
  expect(reverseTag("prI ")).toBe("Irp ");
});
