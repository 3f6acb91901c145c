import { describe, expect, test } from "vitest";
import {
  bytesIn,
  fileIn,
  hexIn,
  listIn,
  measureIn,
  textIn,
  wordIn,
} from "../../../../src/notebook/run/typedAnswers.ts";
import { quantity } from "../../../../src/pool/Quantity.ts";

describe("an amount that was typed", () => {
  test.each<[typed: string, asked: string, amount: number | undefined]>([
    ["3.5", "MiB/h", 3.5],
    [" 3.5 MiB/h ", "MiB/h", 3.5],
    ["3,5", "MiB/h", 3.5],
    ["3584 KiB per hour", "MiB/h", 3.5],
    ["about 3.5 MB an hour", "MiB/h", 3.5],
    ["84 mib/day", "MiB/h", 3.5],
    ["≈ 1 MiB/s", "GiB/h", 3600 / 1024],
    ["1,048,576 bytes", "MiB", 1],
    ["1.048.576", "B", 1_048_576],
    ["1 048 576 B", "B", 1_048_576],
    ["1'048'576", "B", 1_048_576],
    ["1,234.5", "B", 1234.5],
    ["1.234,5", "B", 1234.5],
    ["1.234", "B", 1.234],
    ["1,234", "B", 1234],
    ["0,123", "B", 0.123],
    ["0x100000 B", "MiB", 1],
    ["1e6", "B", 1e6],
    ["−5", "MiB", -5],
    ["85 %", "%", 85],
    ["85 percent", "%", 85],
    ["3 h 20 min", "h", 10 / 3],
    ["3 hours and 20 minutes", "min", 200],
    ["3:20", "h", 10 / 3],
    ["2 days", "h", 48],
    ["900 blocks", "blocks", 900],
    ["1 block", "blocks", 1],
    ["12 hits per minute", "hits/s", 0.2],
    ["", "MiB", undefined],
    ["MiB", "MiB", undefined],
    ["5 MiB", "MiB/h", undefined],
    ["5 h", "MiB", undefined],
    ["5 to 6", "MiB", undefined],
    ["5 6 7", "MiB", undefined],
    ["1,23,4", "MiB", undefined],
    ["5 MiB 3 KiB", "MiB", undefined],
    ["900 apples", "blocks", undefined],
    ["NaN", "MiB", undefined],
    ["9".repeat(400), "B", undefined],
  ])("%j, asked in %s", (typed, asked, amount) => {
    const read = measureIn(typed, asked);
    if (amount === undefined) expect(read).toBeUndefined();
    else expect(read).toBeCloseTo(amount, 10);
  });

  test("may be the solution's own: a number, or one with a unit", () => {
    expect(measureIn(5, "MiB/h")).toBe(5);
    expect(measureIn(quantity(5 * 1024 ** 2, "B/h"), "MiB/h")).toBe(5);
    expect(measureIn(quantity(7200, "s"), "h")).toBe(2);
    expect(measureIn(quantity(5, "B"), "h")).toBeUndefined();
    for (const odd of [undefined, null, NaN, Infinity, {}, [], Symbol("s"), 5n])
      expect(measureIn(odd, "h")).toBeUndefined();
  });
});

describe("a value in hexadecimal", () => {
  test.each<[unknown, bigint | undefined]>([
    ["1629", 0x1629n],
    ["0x1629", 0x1629n],
    ["+0x1629", 0x1629n],
    ["1629h", 0x1629n],
    [" 0X00001629 ", 0x1629n],
    ["fffff880`05a1e000", 0xfffff88005a1e000n],
    ["FFFFF880 05A1E000", 0xfffff88005a1e000n],
    [0x1629, 0x1629n],
    [5n, 5n],
    ["", undefined],
    ["0x", undefined],
    ["myfault+0x1629", undefined],
    ["-1", undefined],
    [-1, undefined],
    [1.5, undefined],
  ])("%s", (answer, value) => {
    expect(hexIn(answer)).toBe(value);
  });
});

describe("bytes", () => {
  const leak = [0x4c, 0x65, 0x61, 0x6b];
  test.each<[unknown, number[] | undefined]>([
    ["4c 65 61 6b", leak],
    ["4C65616B", leak],
    ["0x4c, 0x65, 0x61, 0x6b", leak],
    ["\\x4c\\x65\\x61\\x6b", leak],
    ["4c-65-61-6b", leak],
    ["0 a ff", [0, 10, 255]],
    [leak, leak],
    [new Uint8Array(leak), leak],
    ["4c6", undefined],
    ["Leak", undefined],
    ["", undefined],
    [[300], undefined],
    [[], undefined],
  ])("%s", (answer, read) => {
    expect(bytesIn(answer)).toEqual(read);
  });
});

describe("words", () => {
  test("keep their case as a tag needs it, without quotes and blanks around", () => {
    expect(textIn("  `Leak` ")).toBe("Leak");
    expect(textIn("'Irp '")?.padEnd(4)).toBe("Irp ");
    expect(textIn("Dh 1")).toBe("Dh 1");
    expect(textIn("  ")).toBeUndefined();
    expect(textIn(5)).toBeUndefined();
  });

  test("mean the same in upper and lower case where they are words", () => {
    expect(wordIn("  Commit   LIMIT. ")).toBe("commit limit");
    expect(wordIn(".")).toBeUndefined();
  });

  test("are a list where commas or “and” stand between them", () => {
    expect(listIn("Leak, CtxL and `File`")).toEqual(["Leak", "CtxL", "File"]);
    expect(listIn("Leak, CtxL, and File")).toEqual(["Leak", "CtxL", "File"]);
    expect(listIn(["a", 1, "b"])).toEqual(["a", "b"]);
    expect(listIn("")).toEqual([]);
  });

  test("name a file whatever its folder and ending", () => {
    for (const name of [
      "myfault",
      "MYFAULT.SYS",
      "C:\\Windows\\System32\\drivers\\myfault.sys",
      "drivers/myfault.sys.",
    ])
      expect(fileIn(name)).toBe("myfault");
    expect(fileIn("\\")).toBeUndefined();
  });
});

test("what is too long for the field is no answer, and costs nothing", () => {
  const long = "1 ,.'".repeat(200_000);
  for (const read of [textIn, wordIn, fileIn, hexIn, bytesIn]) expect(read(long)).toBeUndefined();
  expect(measureIn(long, "B")).toBeUndefined();
  expect(listIn(long)).toEqual([]);
});
