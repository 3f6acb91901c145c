import { describe, expect, it } from "vitest";
import { createRandom, hashNames, noiseAt } from "../../../../src/pool/simulator/Random.ts";

/** FNV-1a as its authors define it, in whole numbers of any size instead of 32-bit tricks. */
function referenceHash(text: string): number {
  let hash = 0x811c9dc5n;
  for (const character of text) hash = ((hash ^ BigInt(character.charCodeAt(0))) * 0x01000193n) & 0xffffffffn;
  return Number(hash);
}

/** sfc32 likewise. */
function referenceNumbers(a: bigint, b: bigint, c: bigint, count: number): number[] {
  const cut = (value: bigint) => value & 0xffffffffn;
  let counter = 1n;
  const numbers: number[] = [];
  for (let at = 0; at < count + 12; at += 1) {
    const sum = cut(a + b + counter);
    counter = cut(counter + 1n);
    a = b ^ (b >> 9n);
    b = cut(c + (c << 3n));
    c = cut(cut((c << 21n) | (c >> 11n)) + sum);
    if (at >= 12) numbers.push(Number(sum) / 4_294_967_296);
  }
  return numbers;
}

describe("createRandom", () => {
  it("is sfc32, to the bit", () => {
    const names = ["site", 7, "Leak"];
    const seeds = ["a", "b", "c"].map((part) => BigInt(hashNames(part, ...names)));
    const random = createRandom(...names);
    const expected = referenceNumbers(seeds[0]!, seeds[1]!, seeds[2]!, 200);
    expect(Array.from({ length: 200 }, () => random.next())).toEqual(expected);
  });

  it("gives another stream for each list of names, and the same for the same", () => {
    const first = (...names: (string | number)[]) => createRandom(...names).next();
    expect(first("meter", 1)).toBe(first("meter", 1));
    const streams = new Set(Array.from({ length: 500 }, (_, number) => first("meter", number)));
    expect(streams.size).toBe(500);
  });

  it("does not take two names for one", () => {
    expect(hashNames("ab", "c")).not.toBe(hashNames("a", "bc"));
  });

  it("counts around the mean, in whole numbers", () => {
    const random = createRandom("counts");
    for (const mean of [0.05, 0.5, 3.3, 900]) {
      const counts = Array.from({ length: 4000 }, () => random.count(mean));
      expect(counts.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
      const average = counts.reduce((sum, count) => sum + count, 0) / counts.length;
      expect(average / mean).toBeGreaterThan(0.8);
      expect(average / mean).toBeLessThan(1.2);
    }
  });

  it("keeps the bell between -1 and 1, around 0", () => {
    const random = createRandom("bell");
    const values = Array.from({ length: 5000 }, () => random.bell());
    expect(Math.min(...values)).toBeGreaterThan(-1);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(Math.abs(values.reduce((sum, value) => sum + value, 0) / values.length)).toBeLessThan(0.03);
  });
});

describe("hashNames", () => {
  it("is FNV-1a over the names, each ended by a zero", () => {
    expect(hashNames("CONTOSO-FS1", 3)).toBe(referenceHash("CONTOSO-FS1\u00003\u0000"));
  });
});

describe("noiseAt", () => {
  it("has no history: a slot always gives the same number", () => {
    const forward = Array.from({ length: 50 }, (_, slot) => noiseAt(99, slot));
    const backward = Array.from({ length: 50 }, (_, slot) => noiseAt(99, 49 - slot)).reverse();
    expect(forward).toEqual(backward);
  });

  it("spreads evenly over slots, also beyond 32 bits", () => {
    for (const start of [0, 4_294_967_296 * 310]) {
      const values = Array.from({ length: 4000 }, (_, slot) => noiseAt(5, start + slot));
      const tenths = new Array<number>(10).fill(0);
      for (const value of values) tenths[Math.floor(value * 10)]! += 1;
      expect(Math.min(...tenths)).toBeGreaterThan(300);
    }
    expect(noiseAt(5, 3)).not.toBe(noiseAt(5, 3 + 4_294_967_296));
  });
});
