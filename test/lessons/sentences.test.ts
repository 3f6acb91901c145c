import { describe, expect, test } from "vitest";
import { loadLesson } from "../../src/components/lesson/loadLesson.ts";
import type { Scalar } from "../../src/notebook/value/Value.ts";
import { expectWithin } from "./expectWithin.ts";
import { manifest } from "./manifest.ts";
import { numberOf, plain, rowsOf } from "./runOn.ts";

const perfmon = await loadLesson("lessons/perfmon");
const poolmon = await loadLesson("lessons/poolmon");
const { periods } = manifest.machines["contoso-fs1"]!;

/** The ends of the interval of a table's cell; both are the number where it has none. */
function intervalOf(scalar: Scalar | undefined): { low: number; high: number } {
  if (typeof scalar !== "object" || scalar === null) return { low: plain(scalar), high: plain(scalar) };
  const { low, high } = scalar as { low?: unknown; high?: unknown };
  return { low: Number(low ?? scalar.value), high: Number(high ?? scalar.value) };
}

describe("the sentences of Part 1 say what its cells show", () => {
  const { results } = perfmon;
  const day = 86_400;

  test("only one row of the log is blank from end to end", () => {
    expect(rowsOf(results["problems"])).toHaveLength(1);
  });

  test("the floor rises from cycle to cycle, and the last row covers half a cycle", () => {
    const rows = rowsOf(results["floor"]);
    const floors = rows.map(({ bytes }) => plain(bytes));
    expect(floors).toEqual(floors.toSorted((a, b) => a - b));
    expect(plain(rows.at(-1)!["coveredShare"])).toBeLessThan(0.75);
    expect(Math.min(...rows.slice(0, -1).map(({ coveredShare }) => plain(coveredShare)))).toBeGreaterThan(0.75);
  });

  test("all four curves go with their load; only the leak keeps its rise and climbs to the end", () => {
    const rows = rowsOf(results["two-servers"]);
    for (const row of rows) expect(plain(row["followsLoad"])).toBeGreaterThan(0.5);
    const [leak, load, otherLoad, cache] = rows;
    expect(plain(leak!["keptShare"])).toBeGreaterThan(0.7);
    expect(rows.map(({ stillClimbs }) => stillClimbs)).toEqual(["yes", "no", "no", "no"]);
    for (const row of [load, otherLoad]) expect(plain(row!["keptShare"])).toBeLessThan(0.1);
    expect(plain(cache!["keptShare"])).toBeGreaterThan(0.7);
  });

  test("the slow leak takes most of a year here, and days on an old 32-bit server", () => {
    const [here, old] = rowsOf(results["week-slope"]).map(({ untilFull }) => plain(untilFull) / day);
    expect(here).toBeGreaterThan(270);
    expect(here).toBeLessThan(365);
    expect(old).toBeLessThan(7);
  });

  test("of three pairs of samples only the one at the same quiet hour comes near the floor's slope", () => {
    const floor = results["week-slope"]!.values[0]!;
    const rate = floor.kind === "number" ? plain(floor) : NaN;
    const [up, down, quiet] = rowsOf(results["two-samples"]).map(({ bytesPerHour }) => plain(bytesPerHour) / rate);
    expect(up).toBeGreaterThan(1.5);
    expect(down).toBeLessThan(0.5);
    expect(Math.abs(quiet! - 1)).toBeLessThan(0.05);
  });

  test("nights find a leak of a megabyte a day in three days, all samples in weeks, and a fast one sooner", () => {
    const rows = rowsOf(results["recording"]);
    const [slow, fast] = [rows[0]!, rows.at(-1)!];
    expect(plain(slow["byNightlyMinima"])).toBe(3 * day);
    expect(plain(slow["byAllSamples"])).toBeGreaterThan(14 * day);
    expect(plain(fast["byAllSamples"])).toBeLessThan(plain(fast["byNightlyMinima"]));
  });

  test("the leak is lost over the restart, plain in the first boot, and the second boot is too short", () => {
    const [whole, first, second] = rowsOf(results["autumn-slopes"]);
    expect(intervalOf(whole!["slope"]).low).toBeLessThan(0);
    expect(intervalOf(whole!["slope"]).high).toBeGreaterThan(0);
    expect(intervalOf(first!["slope"]).low).toBeGreaterThan(0);
    expect(second!["slope"]).toBe("too short to tell");
  });

  test("zeros for blanks make a minimum of nothing and pull the classic line away, not the robust one", () => {
    const [right, wrong] = rowsOf(results["blank-is-not-zero"]);
    expect(plain(wrong!["lowestBytes"])).toBe(0);
    expect(plain(wrong!["leastSquares"]) / plain(right!["leastSquares"])).toBeLessThan(0.8);
    expectWithin(plain(wrong!["robust"]), plain(right!["robust"]), 0.01);
  });

  test("no process's handle count rises: every interval contains zero", () => {
    for (const { handlesPerHour } of rowsOf(results["handles"])) {
      expect(intervalOf(handlesPerHour).low).toBeLessThanOrEqual(0);
      expect(intervalOf(handlesPerHour).high).toBeGreaterThanOrEqual(0);
    }
  });

  test("the pool's usual block is a few hundred bytes and drifts upwards", () => {
    const table = results["block-size"]!.values[0]!;
    const [first, last] = table.kind === "table" ? table.rows.map(([, bytes]) => plain(bytes)) : [];
    expect(first).toBeLessThan(1000);
    expect(last).toBeGreaterThan(10 * first!);
    expect(numberOf(results["block-size"]).value).toBeGreaterThan(100 * 1024);
  });
});

describe("the sentences of Part 2 say what its cells show", () => {
  const { results } = poolmon;
  const [fast, slow] = periods.story.leaks;

  test("the largest tag at first is not the largest at last, and never grows", () => {
    const rows = rowsOf(results["largest"]).filter(({ tag }) => tag === "EtwB");
    expect(rowsOf(results["largest"])[0]!["tag"]).toBe("EtwB");
    expect(rows.map(({ bytes }) => plain(bytes))).toEqual([plain(rows[0]!["bytes"]), plain(rows[0]!["bytes"])]);
  });

  test("the second grower is the slow leak, with the marks of a leak at a tiny share", () => {
    const second = rowsOf(results["growth"])[1]!;
    expect(second["tag"]).toBe(slow!.tag);
    expect(second["grew"]).toBe("6 of 6");
    expect(plain(second["freedShare"])).toBe(0);
    expect(plain(second["ofPoolShare"])).toBeLessThan(0.01);
  });

  test("the size hint of perfmon is that of the two leaks together, and of neither alone", () => {
    const [one, two, both, hint] = rowsOf(results["size-hint"]).map(({ bytesEach }) => plain(bytesEach));
    expectWithin(hint!, both!, 0.02);
    expect(one! / hint!).toBeGreaterThan(2);
    expect(two! / hint!).toBeLessThan(0.01);
    const [lessBlocks, moreBlocks] = rowsOf(results["size-hint"])
      .slice(0, 2)
      .map(({ diffGrowth }) => plain(diffGrowth));
    expect(moreBlocks).toBeGreaterThan(lessBlocks!);
  });

  test("neither leak is among the busiest tags, which free what they allocate", () => {
    for (const { tag, freedShare } of rowsOf(results["churn"])) {
      expect([fast!.tag, slow!.tag]).not.toContain(tag);
      expect(plain(freedShare)).toBeGreaterThan(0.999);
    }
  });

  test("the tags explain the pool's growth, and a little below zero is left to no tag", () => {
    const none = rowsOf(results["explained"]).find(({ tag }) => tag === "no tag")!;
    expect(plain(none["growthShare"])).toBeLessThan(0);
    expect(plain(none["growthShare"])).toBeGreaterThan(-0.01);
  });

  test("two files hold the letters, one of them inside a longer word", () => {
    const found = rowsOf(results["to-driver"]).filter(({ evidence }) => evidence === "findstr");
    expect(found.map(({ worth }) => worth)).toEqual(["strong", "weak"]);
    expect(found[1]!["says"]).toMatch(/longer word/);
    expect(rowsOf(results["to-driver"]).some(({ evidence }) => evidence === "pooltag.txt")).toBe(false);
  });

  test("the slow leak grew every night, by a little more than the whole pool", () => {
    const [top] = rowsOf(results["slow"]);
    expect(top!["grew"]).toBe("7 of 7");
    expect(plain(top!["ofPoolShare"])).toBeGreaterThan(1);
    expect(plain(top!["ofPoolShare"])).toBeLessThan(1.1);
  });

  test("by size the slow leak is far down the first list and leads the week", () => {
    const rows = rowsOf(results["slow-size"]);
    expect(rows.map(({ tag }) => tag)).toEqual(Array(4).fill(slow!.tag));
    const [first, , ...nights] = rows.map(({ placeBySize }) => plain(placeBySize));
    expect(first).toBeGreaterThan(10);
    expect(nights).toEqual([1, 1]);
  });

  test("the week's tag explains the slope of the week's nightly minima", () => {
    const [counter, tag] = rowsOf(results["slow-reconcile"]).map(({ value }) => plain(value));
    expectWithin(tag!, counter!, 0.05);
  });
});
