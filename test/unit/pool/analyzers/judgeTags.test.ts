import { describe, expect, it } from "vitest";
import type { PoolSnapshot, PoolTagRow } from "../../../../src/pool/formats/poolmon/PoolSnapshot.ts";
import { judgeTags, quantity } from "../../../../src/pool/index.ts";
import { LOAD, makeLog, makeSnapshots, MiB, NONPAGED, row, START } from "./makeLog.ts";

const background = (i: number): PoolTagRow[] => [
  row("EtwB", "nonpaged", 402, 212, 65536),
  row("Wait", "nonpaged", 4e6 + 9e4 * i, 4e6 - 30 + 9e4 * i, 272),
  row("Thrd", "nonpaged", 900 + 3 * i, 100 + 3 * i - (i % 3), 1712),
  row("Ntff", "paged", 70_000 + 2 * i, 1000 + 2 * i - (i % 2), 400),
];

/** Snapshots every half hour in which `rows` grow above the background; the header is the sum and a bit. */
function caseOf(count: number, rows: (i: number) => PoolTagRow[]): PoolSnapshot[] {
  const all = (i: number): PoolTagRow[] => [...rows(i), ...background(i)];
  const sum = (i: number, pool: string): number =>
    all(i)
      .filter((r) => r.pool === pool)
      .reduce((total, r) => total + r.bytes, 0) * 1.01;
  return makeSnapshots(count, 30, all, { header: (i) => ({ nonpaged: sum(i, "nonpaged"), paged: sum(i, "paged") }) });
}

const leaking = (tag: string) => (i: number) => [row(tag, "nonpaged", 5000 * i + 10, 0, 1024)];

describe("a tag that leaks", () => {
  const snapshots = caseOf(7, leaking("Xyz1"));

  it("is named, with pool, rate, reasons and lines", () => {
    const verdict = judgeTags(snapshots);
    expect(verdict).toMatchObject({
      kind: "verdict",
      verdict: "leak",
      pool: "nonpaged",
      tag: "Xyz1",
      confidenceWord: "high",
    });
    expect(verdict.rate!.value).toBeCloseTo(10_000 * 1024, 0);
    expect(verdict.lines).toEqual(snapshots.map((snapshot) => snapshot.rows[0]!.line));
    expect(verdict.reasons.join(" ")).toMatch(
      /6 of 6 intervals.*1024 bytes each.*None of its new blocks was freed.*99 % of the pool's growth/,
    );
    expect(verdict.reasons.join(" ")).toMatch(/busiest tag, Wait, freed 100 %/);
  });

  it("is a tag and not yet a driver: the search comes next, with this tag in it", () => {
    const verdict = judgeTags(snapshots);
    expect(verdict.driver).toBeUndefined();
    expect(verdict.against).toContain("Nothing here tells which driver uses this tag.");
    expect(verdict.next[0]).toMatchObject({
      command: "findstr-drivers",
      text: "findstr /m /l Xyz1 C:\\Windows\\System32\\drivers\\*.sys",
    });
  });

  it("gets its driver from a search, and the file's version comes next", () => {
    const verdict = judgeTags(snapshots, { findstr: [{ tag: "Xyz1", file: "contoso.sys", line: 3 }] });
    expect(verdict).toMatchObject({ verdict: "leak", driver: "contoso.sys" });
    expect(verdict.next[0]!.text).toMatch(/drivers\\contoso\.sys\)\.VersionInfo/);
  });

  it("has to account for the slope of the counter", () => {
    const rate = quantity(10_000 * 1024, "B/h", [9_900 * 1024, 10_100 * 1024]);
    const agreeing = judgeTags(snapshots, { counterSlope: rate });
    const other = judgeTags(snapshots, { counterSlope: quantity(rate.value * 3, "B/h") });
    expect(agreeing.reasons.join(" ")).toMatch(/it is the leak that the counter shows/);
    expect(other.against.join(" ")).toMatch(/only 33 %/);
    expect(other.confidence).toBeLessThan(agreeing.confidence);
  });

  it("is held against a counter log of the same time", () => {
    const job = (i: number): number => ((i * 15) % 600 < 120 ? 1 : 0);
    const counters = makeLog(720, 15, {
      [NONPAGED]: (h, i) => 50 * MiB + h * 10_000 * 1024 + job(i) * MiB,
      [LOAD]: (_, i) => 10 + 1e6 * job(i),
    });
    expect(judgeTags(snapshots, { counters }).reasons.join(" ")).toMatch(/100 % of the pool's slope/);
  });

  it("is not held against a counter log of other hours, and the verdict says so", () => {
    const counters = makeLog(720, 15, { [NONPAGED]: (h) => 50 * MiB + h * MiB }, START - 7 * 86_400_000);
    const verdict = judgeTags(snapshots, { counters });
    expect(verdict.against.at(-1)).toMatch(/covers other hours than the snapshots/);
    expect(verdict.reasons.join(" ")).not.toMatch(/slope/);
    expect(verdict.confidence).toBe(judgeTags(snapshots).confidence);
  });

  it("fills the pool in a time that is told where the limit is known", () => {
    const verdict = judgeTags(snapshots, { machine: { windows: "Windows 7", bits: 64, memoryBytes: 1024 * MiB } });
    expect(verdict.exhaustion!.value).toBeGreaterThan(3600 * 60);
  });

  it("in the paged pool fills commit, whatever the pool's own limit", () => {
    const paged = caseOf(6, (i) => [row("Xyz2", "paged", 5000 * i + 10, 0, 1024)]);
    const { exhaustion, rate } = judgeTags(paged);
    expect(exhaustion!.value).toBeCloseTo((12 * 1024 * MiB * 3600) / rate!.value, 0);
    expect(judgeTags(paged, { limit: 1 }).exhaustion!.value).toBe(0);
  });

  it("that allocates and frees a lot beside is found by what it keeps", () => {
    const busy = caseOf(6, (i) => [row("Busy", "nonpaged", 1_000_000 * i + 5000 * i + 9, 1_000_000 * i, 512)]);
    expect(judgeTags(busy)).toMatchObject({ verdict: "leak", tag: "Busy" });
  });

  it("without readable stamps is named, but has no rate", () => {
    const verdict = judgeTags(snapshots.map((snapshot): PoolSnapshot => ({ ...snapshot, time: undefined })));
    expect(verdict).toMatchObject({ verdict: "leak", tag: "Xyz1", rate: undefined });
    expect(verdict.against.join(" ")).toMatch(/no time stamp/);
    expect(verdict.summary).toMatch(/over 7 snapshots/);
  });

  it("with a blank in its name keeps it in the commands", () => {
    const verdict = judgeTags(caseOf(4, leaking("X 1")));
    expect(verdict.tag).toBe("X 1 ");
    expect(verdict.next[0]!.text).toContain('/c:"X 1 "');
  });

  it("with a name that no prompt takes safely gets a sentence instead of a command", () => {
    const verdict = judgeTags(caseOf(4, leaking('a"&c')));
    expect(verdict.tag).toBe('a"&c');
    expect(verdict.next[0]).toMatchObject({
      text: "",
      what: expect.stringMatching(/type this command by hand/) as unknown,
    });
  });
});

describe("not enough to tell", () => {
  it("is what two snapshots are, with the tag to watch", () => {
    const verdict = judgeTags(caseOf(2, leaking("Xyz1")));
    expect(verdict).toMatchObject({ verdict: "unclear", tag: "Xyz1", confidence: 0 });
    expect(verdict.summary).toMatch(/Fewer than three snapshots/);
    expect(verdict.next.map(({ command }) => command)).toEqual(["poolmon-loop", "poolmon-tag"]);
  });

  it("is one snapshot, however large a tag is in it, and none", () => {
    expect(judgeTags(caseOf(1, leaking("Xyz1")))).toMatchObject({ verdict: "unclear", tag: undefined });
    expect(judgeTags([])).toMatchObject({ verdict: "unclear", pool: undefined });
  });

  it("is three snapshots with a restart among them", () => {
    const rebooted = caseOf(3, (i) => [row("Xyz1", "nonpaged", i === 2 ? 5 : 5000 * (i + 1), 0, 1024)]);
    const verdict = judgeTags(
      rebooted.map((s, i) =>
        i === 2 ? { ...s, rows: s.rows.map((r) => ({ ...r, allocs: Math.floor(r.allocs / 9), frees: 0 })) } : s,
      ),
    );
    expect(verdict.verdict).toBe("unclear");
    expect(verdict.reasons.join(" ")).toMatch(/only 2 of them in a row without a restart/);
  });

  it("is growth that no tag explains", () => {
    const spread = caseOf(6, (i) =>
      Array.from({ length: 40 }, (_, k) => row(`S${k}`, "nonpaged", 100 + 70 * i + ((k + i) % 7), 0, 512)),
    );
    const verdict = judgeTags(spread);
    expect(verdict.verdict).toBe("unclear");
    expect(verdict.summary).toMatch(/No tag explains the growth/);
  });
});

describe("tags that fool people", () => {
  it("object tags mean handles: the process comes next, not the driver", () => {
    const verdict = judgeTags(caseOf(6, leaking("Toke")));
    expect(verdict).toMatchObject({ verdict: "leak", driver: undefined });
    expect(verdict.summary).toMatch(/handles/);
    expect(verdict.next[0]!.command).toBe("handle-counts");
  });

  it("shared tags need stacks", () => {
    const verdict = judgeTags(caseOf(6, leaking("Irp")));
    expect(verdict).toMatchObject({ verdict: "leak", driver: undefined });
    expect(verdict.next[0]).toMatchObject({
      command: "trace-tag",
      text: expect.stringContaining('-PoolTag "Irp "') as unknown,
    });
  });

  it("the cache's tags grow with files and are no leak by themselves", () => {
    const verdict = judgeTags(caseOf(6, (i) => [row("MmSt", "paged", 5000 * i + 100, 0, 1568)]));
    expect(verdict).toMatchObject({ verdict: "cache", pool: "paged", tag: "MmSt" });
  });

  it("trace buffers are no leak by themselves", () => {
    expect(
      judgeTags(
        caseOf(5, (i) => [row("EtwB", "nonpaged", 500 + 90 * i, 0, 65536)]).map((s) => ({
          ...s,
          rows: s.rows.filter((r, k) => k === 0 || r.tag !== "EtwB"),
        })),
      ).verdict,
    ).toBe("cache");
  });

  it("a lookaside list that filled to its depth is no leak", () => {
    const list = caseOf(9, (i) => [row("Look", "nonpaged", 10_000 + Math.round(40_000 * (1 - 0.4 ** i)), 0, 512)]);
    expect(judgeTags(list).verdict).toBe("cache");
  });

  it("the largest and the busiest are not accused where nothing grows", () => {
    const verdict = judgeTags(caseOf(6, () => []));
    expect(verdict).toMatchObject({ verdict: "steady", tag: undefined });
  });

  it("a tag that grew and gave back is load", () => {
    const verdict = judgeTags(
      caseOf(7, (i) => [
        row("LSwi", "nonpaged", 200_000 + 1e6 * i, 100_000 + 1e6 * i - [0, 20, 60, 90, 50, 20, 1][i]! * 1000, 4096),
      ]),
    );
    expect(verdict.verdict).toBe("load");
  });
});
