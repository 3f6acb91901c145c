import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalEnd, readDecimal } from "../../../../../src/pool/formats/perfmon/readDecimal.ts";

const DOT = 0x2e;

function parse(text: string, mark = DOT) {
  const value = readDecimal(new TextEncoder().encode(`x${text}"\n`), 1, mark);
  return { value, length: decimalEnd - 1 };
}

/** Digits from a small generator with a fixed seed: fast-check is too slow for hundreds of thousands. */
function* decimals(count: number, seed = 20120731) {
  let state = seed;
  const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  for (let i = 0; i < count; i++) {
    const digits = 1 + Math.floor(random() * 20);
    let text = "";
    for (let digit = 0; digit < digits; digit++) text += Math.floor(random() * 10);
    const point = Math.floor(random() * (digits + 1));
    yield point === 0 || point === digits ? text : `${text.slice(0, point)}.${text.slice(point)}`;
  }
}

describe("readDecimal", () => {
  it("gives the bits of Number() for 300,000 random decimals of 1 to 20 digits", () => {
    const wrong: string[] = [];
    for (const text of decimals(300_000)) {
      const { value, length } = parse(text);
      if (!Object.is(value, Number(text)) || length !== text.length) wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });

  it("gives back the bits of any double that was printed with 17 or 20 digits", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 1e17, noNaN: true }),
        fc.constantFrom(15, 16, 17, 18, 19, 20),
        (double, digits) => {
          const text = double.toPrecision(digits);
          expect(parse(text).value).toBe(Number(text));
        },
      ),
      { seed: 58, numRuns: 20_000 },
    );
  });

  it("decides decimals that lie in the middle of two doubles, or next to it, as Number() does", () => {
    // 2^53 + 1 is the middle of two doubles; the digits behind it decide.
    for (const text of [
      "9007199254740993",
      "9007199254740993.0",
      "9007199254740993.1",
      "9007199254740992.9",
      "900719925474099.35",
      "4503599627370496.5",
      "4503599627370497.5",
      "4503599627370496.50000001",
      "4503599627370497.4999999",
      "0.1000000000000000055511151231",
    ]) {
      expect(parse(text).value, text).toBe(Number(text));
    }
  });

  it("decides products of a double's middle and powers of ten", () => {
    for (let odd = 1; odd < 2000; odd += 2) {
      // The middle between two doubles of 2^44 is a multiple of 2^-9, which has nine decimals.
      const middle = (2n ** 53n + BigInt(odd)) * 5n ** 9n;
      const text = String(middle).replace(/(\d{9})$/, ".$1");
      expect(parse(text).value, text).toBe(Number(text));
    }
  });

  it("reads exponents of old and new Windows runtimes", () => {
    expect(parse("8.8764864864864870546e-005")).toEqual({ value: 8.8764864864864870546e-5, length: 26 });
    expect(parse("1e+021")).toEqual({ value: 1e21, length: 6 });
    expect(parse("1E5")).toEqual({ value: 1e5, length: 3 });
  });

  it("stops at what does not belong to the number", () => {
    expect(parse("12e")).toEqual({ value: 12, length: 2 });
    expect(parse("1.5.7")).toEqual({ value: 1.5, length: 3 });
    expect(parse("1,5")).toEqual({ value: 1, length: 1 });
    expect(parse("1,5", 0x2c)).toEqual({ value: 1.5, length: 3 });
    expect(parse("")).toEqual({ value: 0, length: 0 });
    expect(parse("-1")).toEqual({ value: 0, length: 0 });
  });

  it("reads numbers of unusual length", () => {
    for (const text of [
      "1".repeat(40),
      "0".repeat(30) + "1.5",
      "0." + "0".repeat(30) + "123",
      "123456789012345678901234.5",
      "7".repeat(400),
    ]) {
      expect(parse(text)).toEqual({ value: Number(text), length: text.length });
    }
  });
});
