import { describe, expect, test } from "vitest";
import { loadLesson } from "../../src/components/lesson/loadLesson.ts";
import { expectWithin } from "./expectWithin.ts";
import { manifest } from "./manifest.ts";
import { numberOf, plain, rowsOf, valueOf } from "./runOn.ts";

const perfmon = await loadLesson("lessons/perfmon");
const poolmon = await loadLesson("lessons/poolmon");
const { periods, files } = manifest.machines["contoso-fs1"]!;

describe("the numbers of Part 1 are the truth of the machine", () => {
  const { results } = perfmon;
  const [leak] = periods.story.leaks;

  test("the floor's slope is the rate of the story's leaks together, and the interval holds it", () => {
    const rate = periods.story.leaks
      .filter(({ pool }) => pool === "nonpaged")
      .reduce((sum, { bytesPerHour }) => sum + bytesPerHour, 0);
    const slope = numberOf(results["slope"]);
    expectWithin(slope.value, rate, 0.003);
    expect(slope.low).toBeLessThanOrEqual(rate * 1.0005);
    expect(slope.high).toBeGreaterThanOrEqual(rate * 0.9995);
    expect(leak!.tag).toBe("Leak");
  });

  test("the time to exhaustion agrees with the pool's maximum and the leak's rate", () => {
    expectWithin(numberOf(results["exhaustion"]).value, periods.story.pools.nonpaged.secondsToExhaustion!, 0.1);
  });

  test("the nightly minima give the rate of the slow leak", () => {
    const [slow] = periods.week.leaks;
    const slope = results["week-slope"]!.values[0]!;
    expect(slope.kind).toBe("number");
    if (slope.kind === "number") expectWithin(plain(slope), slow!.bytesPerHour, 0.05);
  });

  test("all four curves of two servers get the label that the simulator gave them", () => {
    const labels = rowsOf(results["two-servers"]).map(({ server, pool, verdict }) => [server, pool, verdict]);
    const { story, load } = periods;
    expect(labels).toEqual([
      [story.machine, "nonpaged", story.pools.nonpaged.label],
      [story.machine, "paged", story.pools.paged.label],
      [load.machine, "nonpaged", load.pools.nonpaged.label],
      [load.machine, "paged", load.pools.paged.label],
    ]);
  });

  test("the clock change and the restart are found when they happened", () => {
    const found = rowsOf(results["autumn"]);
    const near = (what: string, at: string) =>
      found.filter((row) => row["what"] === what).map(({ time }) => Math.abs(plain(time) - Date.parse(at)) / 60_000);
    expect(Math.min(...near("clock change", periods.autumn.clockChanges[0]!.at))).toBeLessThanOrEqual(60);
    expect(Math.min(...near("restart", periods.autumn.reboots[0]!.upAt))).toBeLessThanOrEqual(10);
    expect(found.filter(({ what }) => what === "restart")).toHaveLength(periods.autumn.reboots.length);
  });

  test("the size hint is the mean of all blocks that leaked, since two leaks run at once", () => {
    const leaks = periods.story.leaks.filter(({ pool }) => pool === "nonpaged");
    const sum = (of: "bytesLost" | "blocksLost") => leaks.reduce((total, truth) => total + truth[of], 0);
    expectWithin(numberOf(results["block-size"]).value, sum("bytesLost") / sum("blocksLost"), 0.05);
  });

  test("the verdict names the leaking pool and its rate", () => {
    const value = valueOf(results["verdict"]);
    const verdict = (value.kind === "extended" ? value.data : {}) as {
      verdict: string;
      pool: string;
      rate: { value: number };
    };
    expect(verdict).toMatchObject({ verdict: "leak", pool: leak!.pool });
    expectWithin(verdict.rate.value, leak!.bytesPerHour, 0.003);
  });
});

// What the prose says of a cell beyond its key number: a change of the evidence must not make it untrue unnoticed.

describe("the numbers of Part 2 are the truth of the machine", () => {
  const { results } = poolmon;
  const [leak] = periods.story.leaks;
  const truth = files["poolmon.txt"]!.poolmon!;

  test("the top grower is the leaking tag, with its rate, its blocks and its share of the pool's growth", () => {
    const [top] = rowsOf(results["growth"]);
    expect(top!["tag"]).toBe(leak!.tag);
    expect(top!["grew"]).toBe("6 of 6");
    expect(plain(top!["diffGrowth"])).toBe(truth.leaks[0]!.diffs.at(-1)! - truth.leaks[0]!.diffs[0]!);
    expect(plain(top!["bytesEach"])).toBe(leak!.blockBytes[0]);
    expectWithin(plain(top!["growthBytesPerHour"]), leak!.bytesPerHour, 0.001);
    expectWithin(plain(top!["ofPoolShare"]), truth.leaks[0]!.shareOfPoolGrowth, 0.001);
  });

  test("the busiest tag is the busiest of the machine, and not the leak", () => {
    expect(rowsOf(results["churn"])[0]!["tag"]).toBe(truth.busiest.tag);
    expect(truth.busiest.tag).not.toBe(leak!.tag);
  });

  test("PoolMon and perfmon agree on the rate to a hundredth", () => {
    const rows = rowsOf(results["reconcile"]);
    expectWithin(plain(rows[0]!["value"]), plain(rows[1]!["value"]), 0.01);
  });

  test("the best candidate for the tag is the driver that leaks", () => {
    expect(rowsOf(results["to-driver"])[0]!["driver"]).toBe(leak!.driver);
  });

  test("the week's grower is the slow leak, with its rate", () => {
    const [slow] = periods.week.leaks;
    const [top] = rowsOf(results["slow"]);
    expect(top!["tag"]).toBe(slow!.tag);
    expectWithin(plain(top!["growthBytesPerHour"]), slow!.bytesPerHour, 0.02);
  });
});
