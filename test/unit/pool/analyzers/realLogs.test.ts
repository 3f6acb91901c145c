import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  counterSeries,
  findReboots,
  fitSlope,
  judgePool,
  judgeTags,
  readPerfmon,
  readPoolmon,
  tagGrowth,
} from "../../../../src/pool/index.ts";

// Genuine public logs lie beside the repository where it is developed; they are not ours to copy.
const realLogs = new URL("../../../../../shared/real-logs/", import.meta.url);
const files = (folder: string): string[] => (existsSync(realLogs) ? readdirSync(new URL(`${folder}/`, realLogs)) : []);
const read = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, realLogs)));

describe.skipIf(!existsSync(realLogs))("genuine logs", () => {
  it.each(files("perfmon-csv"))("perfmon-csv/%s shows no pool and gets no guess", async (file) => {
    const { records } = await readPerfmon(read(`perfmon-csv/${file}`));
    const verdict = judgePool(records);
    expect(verdict).toMatchObject({ verdict: "unclear", tag: undefined, rate: undefined });
    expect(verdict.summary).toMatch(/does not show the nonpaged pool/);
    expect(findReboots(records)).toEqual([]);
  });

  it("commit under load for an hour and a half is no steady growth", async () => {
    const { records } = await readPerfmon(read("perfmon-csv/04-committed-bytes-15s.csv"));
    const commit = records.counters.find(({ counter }) => counter === "% Committed Bytes In Use")!;
    expect(fitSlope(counterSeries(records, commit)).growing).toBe(false);
  });

  it("private bytes that stand to the byte have the slope 0", async () => {
    const { records } = await readPerfmon(read("perfmon-csv/03-process-instances-26rows.csv"));
    for (const counter of records.counters.filter(({ instance }) => instance.startsWith("AnyDesk")))
      expect(fitSlope(counterSeries(records, counter))).toMatchObject({ growing: false, slope: { value: 0 } });
  });

  it.each(files("poolmon"))("poolmon/%s is one snapshot and proves no leak", async (file) => {
    const { records } = await readPoolmon(read(`poolmon/${file}`));
    expect(judgeTags(records)).toMatchObject({ verdict: "unclear", tag: undefined, driver: undefined });
    expect(tagGrowth(records)).toEqual([]);
  });
});
