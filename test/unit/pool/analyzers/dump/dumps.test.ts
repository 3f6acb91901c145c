import { describe, expect, it } from "vitest";
import {
  averageRate,
  bootTime,
  compareDumps,
  dumpPairs,
  dumpShares,
  isSameBoot,
  judgeCase,
} from "../../../../../src/pool/index.ts";
import { dumpText, session } from "../case/makeEvidence.ts";

const MiB = 1024 ** 2;
const at = (time: string, uptime: string, leak: number, tags = "") =>
  session(
    dumpText({ time: `Tue Aug 14 ${time}.000 2012 (UTC + 1:00)`, uptime: `0 days ${uptime}.000`, leak, tags }),
    `${time}.log`,
  );

describe("one dump", () => {
  it("says what share of its pool a tag holds, and in blocks of which size", async () => {
    const { records } = await at("11:05:00", "1:35:00", 5600);
    const [leak] = dumpShares(records.poolUsed[0]!, records.vm[0]);
    expect(leak).toMatchObject({ tag: "Leak", pool: "nonpaged", blockBytes: MiB });
    expect(leak!.share).toBeCloseTo((5600 * MiB) / (5700 * MiB + 4 * MiB), 6);
    expect(dumpShares(records.poolUsed[0]!).every(({ bytes }) => bytes > 0)).toBe(true);
  });

  it("gives an average rate since boot, and none without an up time", () => {
    expect(averageRate(5600 * MiB, 5700).value).toBeCloseTo((5600 * MiB * 3600) / 5700, 3);
    expect(averageRate(1, 0).value).toBeNaN();
  });

  it("shows tags that hold as many blocks", async () => {
    const pair = [
      " amda   5768754    738400512          0            0\tUNKNOWN pooltag 'amda', please update pooltag.txt",
      " IoWI   5769999    369279936          0            0\tWork items , Binary: nt!io",
    ].join("\n");
    const { records } = await at("11:05:00", "1:35:00", 5600, pair);
    expect(dumpPairs(records.poolUsed[0]!)).toEqual([{ tags: ["IoWI", "amda"], outstanding: [5769999, 5768754] }]);
  });

  it("names a tag to watch, with the commands for it, and never a leak", async () => {
    const finding = judgeCase([await at("11:05:00", "1:35:00", 5600)]);
    expect(finding).toMatchObject({ verdict: "unclear", tag: "Leak", exhaustion: undefined });
    expect(finding.next.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["!poolused 1 Leak", '!for_each_module s -a @#Base @#End "Leak"']),
    );
    expect(finding.reasons.join(" ")).toMatch(/91 % of its maximum|9\d % of its maximum/);
  });

  it("does not suspect a few large blocks, which a driver may hold for good", async () => {
    const finding = judgeCase([await at("11:05:00", "1:35:00", 900)]);
    expect(finding).toMatchObject({ verdict: "unclear", tag: undefined });
  });
});

describe("two dumps", () => {
  it("of one boot start at the same time", async () => {
    const [first, last] = [await at("10:05:00", "1:00:00", 3500), await at("11:05:00", "2:00:00", 7000)];
    const [a, b] = [first.records.targets[0], last.records.targets[0]];
    expect(isSameBoot(a, b)).toBe(true);
    expect(bootTime(a)).toBe(bootTime(b));
    expect(isSameBoot(a, undefined)).toBeUndefined();
  });

  it("give a rate for each tag", async () => {
    const [first, last] = [await at("10:05:00", "1:00:00", 3500), await at("11:05:00", "2:00:00", 7000)];
    const [leak] = compareDumps(
      { table: first.records.poolUsed[0]!, target: first.records.targets[0] },
      { table: last.records.poolUsed[0]!, target: last.records.targets[0] },
    );
    expect(leak).toMatchObject({ tag: "Leak", blocks: 3500, bytes: 3500 * MiB, blockBytes: MiB });
    expect(leak!.rate!.value).toBeCloseTo(3500 * MiB, 3);
  });

  it("are a leak where the tag grew as fast as before, since nothing was held when the machine started", async () => {
    const finding = judgeCase([await at("11:05:00", "2:00:00", 7000), await at("10:05:00", "1:00:00", 3500)]);
    expect(finding).toMatchObject({ verdict: "leak", tag: "Leak", confidenceWord: "medium" });
    expect(finding.rate!.value).toBeCloseTo(3500 * MiB, 3);
  });

  it("are not enough where it grew much faster than before: that may be load", async () => {
    const finding = judgeCase([await at("10:05:00", "23:00:00", 100), await at("10:15:00", "23:10:00", 5000)]);
    expect(finding).toMatchObject({ verdict: "unclear", tag: "Leak" });
    expect(finding.summary).toMatch(/as well be load/);
  });
});
