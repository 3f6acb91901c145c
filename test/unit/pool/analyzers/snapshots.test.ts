import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PoolSnapshot } from "../../../../src/pool/formats/poolmon/PoolSnapshot.ts";
import {
  churn,
  compareRates,
  explainGrowth,
  findRebootsInSnapshots,
  fitSlope,
  longestRun,
  orderSnapshots,
  poolGrowth,
  quantity,
  snapshotIntervals,
  tagGrowth,
  tagSeries,
} from "../../../../src/pool/index.ts";
import { HOUR, makeSnapshots, MiB, row } from "./makeLog.ts";

/** A leak, a large still tag, a busy one, one with a blank in its name, and a tag in both pools. */
const rowsOf = (i: number) => [
  row("Leak", "nonpaged", 900 * i + 1, 0, 1024),
  row("EtwB", "nonpaged", 402, 212, 65536),
  row("Wait", "nonpaged", 4_000_000 + 90_000 * i, 3_999_970 + 90_000 * i, 272),
  row("Dh 1", "paged", 37, 35, 112),
  row("CtxL", "nonpaged", 100 + 10 * i, 0, 120),
  row("CtxL", "paged", 912, 840, 128),
];
const header = (i: number) => ({ nonpaged: 96 * MiB + 960_000 * i, paged: 150 * MiB });

describe("the growth of tags", () => {
  const snapshots = makeSnapshots(5, 15, rowsOf, { header });
  const growth = tagGrowth(snapshots);

  it("ranks by growth, not by size and not by how busy a tag is", () => {
    expect(growth[0]).toMatchObject({
      tag: "Leak",
      growthBytes: 3600 * 1024,
      growthBytesPerHour: 3600 * 1024,
      growthShare: (3600 * 1024) / (4 * 960_000),
      diffGrowth: 3600,
      blockBytes: 1024,
      freedShare: 0,
      intervalsGrown: 4,
      intervals: 4,
      monotone: true,
      line: 38,
    });
    expect(growth.find(({ tag }) => tag === "EtwB")!.bytes).toBeGreaterThan(growth[0]!.bytes);
  });

  it("has one row for each pool that a tag is used in", () => {
    const rows = growth.filter(({ tag }) => tag === "CtxL");
    expect(rows.map(({ pool, growthBytes }) => [pool, growthBytes])).toEqual([
      ["nonpaged", 4800],
      ["paged", 0],
    ]);
    expect(tagGrowth(snapshots, { pool: "paged" }).map(({ tag }) => tag)).toEqual(["CtxL", "Dh 1"]);
  });

  it("keeps a blank within a tag", () => {
    expect(growth.some(({ tag }) => tag === "Dh 1")).toBe(true);
  });

  it("tells churn from a leak", () => {
    const [busiest] = churn(snapshots);
    expect(busiest).toMatchObject({ tag: "Wait", allocs: 360_000, frees: 360_000, freedShare: 1, diffGrowth: 0 });
    expect(busiest!.allocsPerHour).toBe(360_000);
  });

  it("needs two snapshots", () => {
    expect(tagGrowth(snapshots.slice(0, 1))).toEqual([]);
    expect(tagGrowth([])).toEqual([]);
  });

  it("as a series can be fitted like a counter", () => {
    const leak = tagSeries(snapshots, "Leak", "nonpaged");
    expect(leak).toMatchObject({ name: "Leak, nonpaged", unit: "B" });
    expect(fitSlope(leak).slope.value).toBeCloseTo(3600 * 1024, 3);
  });
});

describe("a tag that appears later", () => {
  it("started from nothing, since PoolMon leaves out tags that were never used", () => {
    const snapshots = makeSnapshots(2, 15, (i) => (i === 0 ? rowsOf(1).slice(1) : rowsOf(1)), { header });
    expect(tagGrowth(snapshots)[0]).toMatchObject({ tag: "Leak", growthBytes: 901 * 1024, diffGrowth: 901 });
  });

  it("says nothing where other tags vanish at the same time: another filter, or a screen cut off", () => {
    const snapshots = makeSnapshots(2, 15, (i) =>
      i === 0 ? rowsOf(1).slice(1) : rowsOf(1).filter((r) => r.tag !== "EtwB"),
    );
    expect(tagGrowth(snapshots).some(({ tag }) => tag === "Leak")).toBe(false);
  });

  it("says nothing about a pool that one snapshot does not show", () => {
    const snapshots = makeSnapshots(2, 15, (i) => rowsOf(i).filter((r) => i === 1 || r.pool === "nonpaged"));
    expect(tagGrowth(snapshots, { pool: "paged" })).toEqual([]);
    expect(tagGrowth(snapshots)[0]!.tag).toBe("Leak");
  });
});

describe("counters that wrap at 4,294,967,296", () => {
  const WRAP = 2 ** 32;
  const wrapping = (i: number) => {
    const allocs = WRAP - 5000 + 4000 * i;
    const frees = allocs - 100 - 10 * i;
    return [
      { ...row("Busy", "nonpaged", allocs % WRAP, frees % WRAP, 64), diff: 100 + 10 * i, bytes: (100 + 10 * i) * 64 },
      row("Calm", "nonpaged", 1000 + i, 900, 64),
    ];
  };

  it("go on, and are no restart", () => {
    const snapshots = makeSnapshots(5, 15, wrapping);
    expect(findRebootsInSnapshots(snapshots)).toEqual([]);
    expect(tagGrowth(snapshots)[0]).toMatchObject({ tag: "Busy", diffGrowth: 40, growthBytes: 2560, intervals: 4 });
    expect(churn(snapshots)[0]).toMatchObject({ tag: "Busy", allocs: 16_000, frees: 15_960 });
  });

  it("give the same growth wherever they wrap", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: WRAP - 1 }), fc.integer({ min: 1, max: 1_000_000 }), (offset, step) => {
        const snapshots = makeSnapshots(2, 60, (i) => {
          const allocs = (offset + 500 + step * i) % WRAP;
          const frees = (offset + Math.floor((step * i) / 2)) % WRAP;
          return [
            {
              ...row("Wrap", "nonpaged", allocs, frees, 16),
              diff: 500 + step * i - Math.floor((step * i) / 2),
              bytes: 16 * i,
            },
          ];
        });
        const [only] = tagGrowth(snapshots);
        expect(only).toMatchObject({ diffGrowth: step - Math.floor(step / 2), growthBytes: 16 });
      }),
      { seed: 2012, numRuns: 200 },
    );
  });
});

describe("a restart between snapshots", () => {
  const rebooted = makeSnapshots(6, 15, (i) => rowsOf(i < 3 ? i + 50 : i - 3), { header });

  it("is found by counters that fall", () => {
    expect(findRebootsInSnapshots(rebooted)).toMatchObject([{ from: 3, to: 4, line: rebooted[3]!.line }]);
    expect(findRebootsInSnapshots(rebooted)[0]!.evidence).toMatch(/restarted/);
  });

  it("discards that pair and says so", () => {
    const intervals = snapshotIntervals(rebooted);
    expect(intervals.map(({ used }) => used)).toEqual([true, true, false, true, true]);
    expect(intervals[2]!.note).toMatch(/restarted/);
    expect(tagGrowth(rebooted)[0]).toMatchObject({ tag: "Leak", diffGrowth: 4 * 900, intervals: 4 });
    expect(longestRun(rebooted).map(({ number }) => number)).toEqual([4, 5, 6]);
  });

  it("is found in a filtered log of one tag too", () => {
    const filtered = rebooted.map((snapshot) => ({ ...snapshot, rows: snapshot.rows.slice(0, 1) }));
    expect(findRebootsInSnapshots(filtered)).toHaveLength(1);
  });

  it("is not made up from one damaged row among many", () => {
    const many = (i: number) => Array.from({ length: 60 }, (_, k) => row(`T${k}`, "nonpaged", 1000 + i, 10, 64));
    const damaged = makeSnapshots(3, 15, (i) => many(i).map((r, k) => (i === 1 && k === 7 ? { ...r, allocs: 3 } : r)));
    expect(findRebootsInSnapshots(damaged)).toEqual([]);
  });
});

describe("stamps", () => {
  const snapshots = makeSnapshots(4, 30, rowsOf, { header });

  it("that cannot be read leave growth per snapshot, not per hour, and that is said", () => {
    const unknown = snapshots.map((snapshot): PoolSnapshot => ({ ...snapshot, time: undefined }));
    expect(tagGrowth(unknown)[0]).toMatchObject({
      tag: "Leak",
      growthBytesPerHour: undefined,
      growthBytes: 2700 * 1024,
    });
    expect(orderSnapshots(unknown).notes.join()).toMatch(/per snapshot, not per hour/);
    expect(snapshotIntervals(unknown)[0]!.seconds).toBeUndefined();
    expect(churn(unknown)[0]!.allocsPerHour).toBeUndefined();
  });

  it("in the wrong order are sorted", () => {
    const shuffled = [snapshots[2]!, snapshots[3]!, snapshots[0]!, snapshots[1]!];
    expect(orderSnapshots(shuffled).snapshots.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(tagGrowth(shuffled)[0]!.growthBytesPerHour).toBe(1800 * 1024);
  });

  it("that run back an hour while the counters run on get their hour back", () => {
    const autumn = snapshots.map((snapshot, i) => ({ ...snapshot, time: snapshot.time! - (i >= 2 ? HOUR : 0) }));
    const { notes, timed } = orderSnapshots(autumn);
    expect(timed).toBe(true);
    expect(notes.join()).toMatch(/clock was set back/);
    expect(tagGrowth(autumn)[0]!.growthBytesPerHour).toBe(1800 * 1024);
  });

  it("of a snapshot without rows do not matter", () => {
    const withEmpty = [...snapshots, { ...snapshots[0]!, rows: [], time: undefined }];
    expect(orderSnapshots(withEmpty)).toMatchObject({ timed: true, notes: [expect.stringMatching(/no rows/)] });
  });
});

describe("what explains a pool's growth", () => {
  it("is shown against the header's own figure, N: for nonpaged", () => {
    const snapshots = makeSnapshots(5, 15, rowsOf, { header });
    expect(poolGrowth(snapshots, "nonpaged")).toMatchObject({ from: "header", growth: { value: 4 * 960_000 } });
    expect(poolGrowth(snapshots, "paged").growth.value).toBe(0);
    const parts = explainGrowth(snapshots, "nonpaged", { top: 1 });
    expect(parts.map(({ tag }) => tag)).toEqual(["Leak", "other tags (3)", "no tag", "whole nonpaged pool"]);
    expect(parts[0]!.explainedShare).toBeCloseTo((3600 * 1024) / 3_840_000, 10);
    expect(parts[2]!.explainedShare).toBeCloseTo(1, 10);
  });

  it("is the sum of the tags where there is no header", () => {
    const snapshots = makeSnapshots(3, 15, rowsOf);
    expect(poolGrowth(snapshots, "nonpaged")).toMatchObject({ from: "rows", growth: { value: 1800 * 1024 + 2400 } });
  });

  it("is the sum of the tags too where one snapshot's summary line was damaged", () => {
    const snapshots = makeSnapshots(3, 15, rowsOf, { header });
    snapshots[1]!.memory!.nonpagedBytes = NaN;
    expect(poolGrowth(snapshots, "nonpaged")).toMatchObject({ from: "rows", growth: { value: 1800 * 1024 + 2400 } });
  });

  it("has no share where the pool did not grow", () => {
    expect(explainGrowth(makeSnapshots(3, 15, rowsOf, { header }), "paged")[0]!.growthShare).toBeUndefined();
  });
});

describe("rates of two tools", () => {
  it("agree in whatever unit they come", () => {
    const { agrees, explained } = compareRates(quantity(3600, "B/h", [3500, 3700]), quantity(1, "B/s"));
    expect(agrees).toBe(true);
    expect(explained).toMatchObject({ value: 1, unit: "share" });
    expect(explained.low).toBeLessThan(1);
  });

  it("disagree where the tag is only a part", () => {
    const comparison = compareRates(1000, 300);
    expect(comparison.agrees).toBe(false);
    expect(comparison.says).toMatch(/only 30 %.*second tag/);
  });

  it("have nothing to explain where the pool does not grow", () => {
    expect(compareRates(-5, 300).says).toMatch(/does not grow/);
    expect(() => compareRates(quantity(1, "1/h"), 3)).toThrow(/cannot be compared/);
  });
});
