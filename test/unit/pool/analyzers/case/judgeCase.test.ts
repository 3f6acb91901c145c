import { describe, expect, it } from "vitest";
import { judgeCase } from "../../../../../src/pool/index.ts";
import { LOAD, makeLog, makeSnapshots, MiB, NONPAGED, row, workingDay } from "../makeLog.ts";
import { counters, dumpText, makeTrace, session, snapshots, trace } from "./makeEvidence.ts";

const leaking = makeSnapshots(6, 60, (i) => [
  row("Leak", "nonpaged", 5000 + 900 * i, 0, 1024),
  row("Leaq", "paged", 100 + 900 * i, 0, 64),
  row("Wait", "nonpaged", 90_000 * i, 90_000 * i - 40, 512),
]);

describe("several files of one machine", () => {
  it("show one leak that is seen under two tags, in both pools", () => {
    const finding = judgeCase([snapshots(leaking)]);
    expect(finding).toMatchObject({ verdict: "leak", tag: "Leak", pool: "nonpaged" });
    expect(finding.lockstep).toMatchObject([{ tag: "Leaq", pool: "paged", blocksPerBlock: 1 }]);
  });

  it("each say what they add, with the lines that matter", () => {
    const finding = judgeCase([
      snapshots(leaking),
      {
        format: "findstr",
        file: "findstr.txt",
        problems: [],
        records: [{ tag: "Leak", file: "myfault.sys", line: 4, words: ["Leak"] }],
      },
      { format: "sharedMemory", file: "calls.csv", problems: [], records: [] },
    ]);
    expect(finding.basis.map(({ file, lines }) => [file, lines.length])).toEqual([
      ["poolmon.txt", 6],
      ["findstr.txt", 1],
      ["calls.csv", 0],
    ]);
    expect(finding.driver).toBe("myfault.sys");
  });

  it("give the time until the pool is full where a `!vm` says how much it can take", async () => {
    const log = makeLog(2016, 300, { [NONPAGED]: (_, i) => 100 * MiB + i * 400_000, [LOAD]: workingDay });
    const vm = await session(
      dumpText({ time: "Tue Aug 14 11:05:00.000 2012 (UTC + 1:00)", uptime: "7 days 1:35:00.000", leak: 700 }),
    );
    expect(judgeCase([counters(log)]).exhaustion).toBeUndefined();
    const finding = judgeCase([counters(log), vm]);
    expect(finding).toMatchObject({ verdict: "leak", pool: "nonpaged" });
    const room = 1572685 * 4096 - (100 * MiB + 2015 * 400_000);
    expect(finding.exhaustion!.value / ((room / 400_000) * 300)).toBeCloseTo(1, 1);
  });

  it("that contradict each other are told to", () => {
    const other = trace(makeTrace(Array.from({ length: 200 }, (_, i) => ({ at: 2 * i, tag: "Else" }))));
    const finding = judgeCase([snapshots(leaking), other]);
    expect(finding).toMatchObject({ verdict: "leak", tag: "Leak" });
    expect(finding.against.join(" ")).toMatch(/points to another tag.*Else/);
  });

  it("with two snapshots have their tag named by them and the leak shown by the counters", () => {
    const log = makeLog(2016, 300, { [NONPAGED]: (_, i) => 100 * MiB + i * 40_000, [LOAD]: workingDay });
    const two = makeSnapshots(2, 24 * 60, (i) => [row("Leak", "nonpaged", 5000 + 9000 * i, 0, 1280)]);
    const finding = judgeCase([counters(log), snapshots(two)]);
    expect(finding).toMatchObject({ verdict: "leak", tag: "Leak" });
    expect(finding.confidence).toBeLessThanOrEqual(0.7);
    expect(finding.against.join(" ")).toMatch(/rests on one interval/);
  });

  it("in any order give the same finding", () => {
    const log = makeLog(2016, 300, { [NONPAGED]: (_, i) => 100 * MiB + i * 40_000, [LOAD]: workingDay });
    const files = [counters(log), snapshots(leaking)];
    const [first, second] = [judgeCase(files), judgeCase(files.toReversed())];
    expect(second).toEqual({ ...first, basis: first.basis.toReversed() });
  });

  it("without any that shows the pool get the way to one that does", () => {
    const finding = judgeCase([{ format: "pooltag", file: "pooltag.txt", problems: [], records: [] }]);
    expect(finding).toMatchObject({ verdict: "unclear", candidates: [], sites: [], lockstep: [] });
    expect(finding.next.map(({ command }) => command)).toContain("poolmon-loop");
  });
});
