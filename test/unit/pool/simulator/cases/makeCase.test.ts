import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readPerfmon } from "../../../../../src/pool/formats/perfmon/readPerfmon.ts";
import type { PoolSnapshot } from "../../../../../src/pool/formats/poolmon/PoolSnapshot.ts";
import { readPoolmon } from "../../../../../src/pool/formats/poolmon/readPoolmon.ts";
import { makeCase } from "../../../../../src/pool/simulator/cases/makeCase.ts";

/** A snapshot without the lines on which it stands: a record that was never printed has none. */
const withoutLines = ({ rows, ...snapshot }: PoolSnapshot) => ({
  ...snapshot,
  line: 0,
  rows: rows.map((row) => ({ ...row, line: 0 })),
});

const seedsWith = (file: "perfmon" | "poolmon", count: number): number[] => {
  const seeds: number[] = [];
  for (let seed = 101; seeds.length < count; seed += 1) if (makeCase(seed).evidence()[file]) seeds.push(seed);
  return seeds;
};

describe("makeCase", () => {
  it("gives the same case each time, and another for each seed", () => {
    const printed = (seed: number) => JSON.stringify([...makeCase(seed).texts(), makeCase(seed).truth]);
    expect(printed(5)).toBe(printed(5));
    expect(new Set([5, 6, 9, 19].map(printed)).size).toBe(4);
  });

  it.each(seedsWith("perfmon", 6))("prints counters that read back the same: seed %i", async (seed) => {
    const made = makeCase(seed);
    const log = made.evidence().perfmon!;
    const { records, problems } = await readPerfmon(made.texts().get("perfmon.csv")!);
    expect(problems.filter(({ effect }) => effect === "lost")).toEqual([]);
    expect(records).toEqual({ ...log, times: records.times });
    // Only where the clocks changed may the times be mended.
    const [first, last] = [log.times[0]! - records.times[0]!, log.times.at(-1)! - records.times.at(-1)!];
    expect(first).toBe(0);
    expect(Math.abs(last) % 3_600_000).toBe(0);
  });

  it.each(seedsWith("poolmon", 6))("prints snapshots that read back the same: seed %i", async (seed) => {
    const made = makeCase(seed);
    const { records, problems } = await readPoolmon(made.texts().get("poolmon.txt")!);
    expect(problems.filter(({ effect }) => effect === "lost")).toEqual([]);
    expect(records.map(withoutLines)).toEqual(made.evidence().poolmon!.map(withoutLines));
  });

  it("gives one file for each kind of evidence, of the same records", () => {
    for (const seed of [2, 3, 13, 16]) {
      const made = makeCase(seed);
      const { perfmon, poolmon, tagCsv, findstr } = made.evidence();
      const records = [perfmon, poolmon, tagCsv, findstr].filter((each) => each !== undefined);
      expect(made.files().map((file) => file.records)).toEqual(records);
    }
  });

  it("finds each third party's tag in its driver, and says which words hold it elsewhere", () => {
    const searched = Array.from({ length: 40 }, (_, at) => makeCase(at + 1)).filter((made) => made.evidence().findstr);
    expect(searched.length).toBeGreaterThan(12);
    for (const made of searched) {
      const files = made.evidence().findstr!;
      for (const { tag, words } of files)
        for (const word of words ?? []) expect(word.startsWith(tag) && word !== tag).toBe(true);
      const { tag, driver } = made.truth;
      if (!driver || !files.some((file) => file.tag === tag)) continue;
      expect(files.some((file) => file.tag === tag && file.file === driver)).toBe(true);
    }
  });

  it("makes the very bytes that it made when this was written, on any machine", () => {
    const hash = createHash("sha256");
    for (let seed = 1; seed <= 12; seed += 1) for (const [, text] of makeCase(seed).texts()) hash.update(text);
    expect(hash.digest("hex").slice(0, 16)).toBe("2daa46f2418c505a");
  });
});
