import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactNumber, formatNumber, formatQuantity } from "../../../../src/notebook/value/formatNumber.ts";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");
const KiB = 1024;
const MiB = 1024 * KiB;
const GiB = 1024 * MiB;

describe("numbers in words", () => {
  test.each([
    [0, "B", "0 B"],
    [300, "B", "300 B"],
    [MiB, "B", "1 MiB"],
    [1023.9 * KiB, "B", "1,023.9 KiB"],
    [1023.99 * KiB, "B", "1.00 MiB"],
    [12.4 * MiB, "B/h", "12.4 MiB/h"],
    [-12.4 * MiB, "B/s", "−12.4 MiB/s"],
    [12.345, "B/h", "12.3 B/h"],
    [5.774 * GiB, "B", "5.77 GiB"],
    [1e22, "B", "8,673.6 EiB"],
    [0.374, "share", "37.4 %"],
    [1, "share", "100 %"],
    [0.00012, "share", "0.012 %"],
    [12.3, "1/h", "12.3 per hour"],
    [1234.5678, "", "1,234.6"],
    [12_345_678, "", "12,345,678"],
    [0.000012, "", "1.20e−5"],
    [-0.5, "", "−0.5"],
    [1e21, "", "1.00e21"],
    [NaN, "B", "NaN"],
    [Infinity, "B", "∞ B"],
    [42, "line", "line 42"],
    [42, "allocs", "42 allocs"],
  ])("%d in “%s” is %s", (value, unit, text) => {
    expect(plain(formatNumber(value, unit))).toBe(text);
  });

  test.each([
    [0, "0 s"],
    [0.00025, "250 µs"],
    [0.25, "250 ms"],
    [1.5, "1.5 s"],
    [45, "45 s"],
    [59.7, "1 min"],
    [320, "5 min 20 s"],
    [3599.7, "1 h"],
    [12_000, "3 h 20 min"],
    [86_399, "1 day"],
    [90_000, "1 day 1 h"],
    [200_000, "2 days 8 h"],
    [1e7, "116 days"],
    [1e8, "3.2 years"],
    [-12_000, "−3 h 20 min"],
    [Infinity, "∞"],
  ])("%d seconds are %s", (seconds, text) => {
    expect(plain(formatNumber(seconds, "s"))).toBe(text);
  });

  test("moments are UTC, with thousandths where there are any", () => {
    expect(formatNumber(Date.UTC(2012, 7, 14, 9, 30, 15), "ms")).toBe("2012-08-14 09:30:15 UTC");
    expect(formatNumber(Date.UTC(2012, 7, 14, 9, 30, 15, 250), "ms")).toBe("2012-08-14 09:30:15.250 UTC");
    expect(formatNumber(1e17, "ms")).toBe("no moment");
  });

  test("a printed amount of bytes is right to half of its last digit", () => {
    fc.assert(
      fc.property(fc.double({ min: 1024, max: 2 ** 60, noNaN: true }), (bytes) => {
        const [digits, unit] = plain(formatNumber(bytes, "B")).split(" ") as [string, string];
        const power = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"].indexOf(unit);
        const printed = Number(digits.replaceAll(",", "")) * 1024 ** power;
        expect(Math.abs(printed - bytes) / bytes).toBeLessThan(0.006);
        expect(digits.replace(/[,.]/g, "").length).toBeLessThanOrEqual(5);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe("the exact number, for hover and copies", () => {
  test.each([
    [1_048_576, "B", "1,048,576 B"],
    [13_002_342.4, "B/h", "13,002,342.4 B/h"],
    [0.3741, "share", "0.3741"],
    [12_000, "s", "12,000 s"],
    [1e300, "", "1e+300"],
    [Infinity, "s", "Infinity s"],
  ])("%d in “%s” is %s", (value, unit, text) => {
    expect(plain(exactNumber(value, unit))).toBe(text);
  });
});

describe("uncertainty", () => {
  const written = (value: number, low: number, high: number, unit: string): string => {
    const { text, interval } = formatQuantity({ kind: "number", value, low, high, unit });
    return plain(`${text} | ${interval}`);
  };

  test.each([
    [12.4 * MiB, 12 * MiB, 12.8 * MiB, "B/h", "12.4 MiB/h | ± 0.4 MiB/h"],
    [1024.5 * MiB, 1024.1 * MiB, 1025 * MiB, "B", "1,024.5 MiB | 1,024.1 to 1,025.0 MiB"],
    [1100 * MiB, 1080 * MiB, 1120 * MiB, "B", "1,100 MiB | ± 20 MiB"],
    [0.374, 0.36, 0.388, "share", "37.4 % | ± 1.4 %"],
    [12_000, 11_000, 14_000, "s", "3 h 20 min | 3 h 3 min to 3 h 53 min"],
    [10, -50 * KiB, 50 * KiB, "B/h", "0 KiB/h | ± 50 KiB/h"],
    [5, 4, Infinity, "s", "5 s | at least 4 s"],
    [5, -Infinity, 6, "B", "5 B | at most 6 B"],
    [3, 3, 3, "B", "3 B | undefined"],
  ])("%d between %d and %d in “%s” is %s", (value, low, high, unit, text) => {
    expect(written(value, low, high, unit)).toBe(text);
  });

  test("an interval whose ends read the same as durations is not printed twice", () => {
    const { text, interval } = formatQuantity({ kind: "number", value: 348.2, low: 348.1, high: 348.3, unit: "s" });
    expect(plain(text)).toBe("5 min 48 s");
    expect(interval).toBeUndefined();
  });

  test("the exact interval goes with the exact value", () => {
    const { exact } = formatQuantity({ kind: "number", value: 2048, low: 1024, high: 3072, unit: "B" });
    expect(plain(exact)).toBe("2,048 B; 95 % interval: 1,024 B to 3,072 B");
  });
});
