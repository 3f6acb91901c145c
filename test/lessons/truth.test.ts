import { describe, expect, test } from "vitest";
import { loadLesson } from "../../src/components/lesson/loadLesson.ts";
import type { CellSource } from "../../src/notebook/compile/Program.ts";
import type { Scalar } from "../../src/notebook/value/Value.ts";
import { manifest } from "./manifest.ts";
import { numberOf, plain, rowsOf, runOn, valueOf } from "./runOn.ts";

const perfmon = await loadLesson("lessons/perfmon");
const poolmon = await loadLesson("lessons/poolmon");
const { periods, files } = manifest.machines["contoso-fs1"]!;

/** The ends of the interval of a table's cell; both are the number where it has none. */
function intervalOf(scalar: Scalar | undefined): { low: number; high: number } {
  if (typeof scalar !== "object" || scalar === null) return { low: plain(scalar), high: plain(scalar) };
  const { low, high } = scalar as { low?: unknown; high?: unknown };
  return { low: Number(low ?? scalar.value), high: Number(high ?? scalar.value) };
}

/** Holds a number to the truth within a share of it. */
function expectWithin(actual: number, truth: number, share: number): void {
  expect(Math.abs(actual / truth - 1), `${actual} against ${truth}`).toBeLessThanOrEqual(share);
}

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

describe("the exercises", () => {
  const all = [perfmon, poolmon].flatMap((lesson) => lesson.exercises.map((exercise) => [lesson, exercise] as const));
  const as = (source: CellSource): CellSource[] => [{ ...source, id: "answer" }];

  test("are three or more in each lesson", () => {
    expect(perfmon.exercises.length).toBeGreaterThanOrEqual(3);
    expect(poolmon.exercises.length).toBeGreaterThanOrEqual(3);
  });

  test.each(all.map(([lesson, exercise]) => [`${lesson.page}, ${exercise.id}`, lesson, exercise] as const))(
    "%s: starter and solution run on both machines, and the starter is not the answer",
    async (_, lesson, { starter, solution }) => {
      for (const machine of [lesson.machine!, lesson.exerciseMachine!]) {
        const [start, solved] = await Promise.all([
          runOn(lesson, machine, as(starter)),
          runOn(lesson, machine, as(solution)),
        ]);
        expect(start["answer"]!.failed).toBe(false);
        expect(JSON.stringify(valueOf(solved["answer"]))).not.toBe(JSON.stringify(start["answer"]!.values.at(-1)));
      }
    },
  );

  const onOther = async (lesson: typeof perfmon, id: string) => {
    const { solution } = lesson.exercises.find((exercise) => exercise.id === id)!;
    return (await runOn(lesson, lesson.exerciseMachine!, as(solution)))["answer"];
  };
  const other = manifest.machines["fabrikam-app2"]!;

  test("the slope within one boot is the other machine's slow leak", async () => {
    expectWithin(
      numberOf(await onOther(perfmon, "autumn-slope")).value,
      other.periods.autumn.leaks[0]!.bytesPerHour,
      0.35,
    );
  });

  test("the classification finds the other server's load and cache, which lie in the other pools", async () => {
    const rows = rowsOf(await onOther(perfmon, "classify"));
    expect(rows.map(({ label }) => label)).toEqual([
      other.periods.load.pools.nonpaged.label,
      other.periods.load.pools.paged.label,
    ]);
  });

  test("the time to exhaustion elsewhere is that of the other machine's pool, up to the commit limit", async () => {
    const { leaks, pools } = other.periods.story;
    const room = 24 * 1024 ** 3 - pools[leaks[0]!.pool].floorAtEndBytes;
    const answer = numberOf(await onOther(perfmon, "other-machine"));
    expectWithin(answer.value, (room / leaks[0]!.bytesPerHour) * 3600, 0.05);
  });

  test("the time to exhaustion elsewhere is longer here than before, since the other release gives more", async () => {
    const { solution } = perfmon.exercises.find(({ id }) => id === "other-machine")!;
    const answer = numberOf((await runOn(perfmon, "contoso-fs1", as(solution)))["answer"]);
    const { leaks, pools } = periods.story;
    expectWithin(
      answer.value,
      ((16 * 1024 ** 3 - pools.nonpaged.floorAtEndBytes) / leaks[0]!.bytesPerHour) * 3600,
      0.01,
    );
  });

  test("the German log's column is the one of the whole nonpaged pool", async () => {
    const rows = rowsOf(await onOther(perfmon, "german-log"));
    expect(rows).toHaveLength(1);
    expect(rows[0]!["path"]).toBe(
      `\\\\${other.periods.story.machine}\\Arbeitsspeicher\\Nicht-Auslagerungsseiten (Bytes)`,
    );
    expect(plain(rows[0]!["bytes"]) % 4096).toBe(0);
  });

  test("the bytes to search for are those of the other machine's leaking tag", async () => {
    const hexOf = (text: string) =>
      Buffer.from(text, "latin1")
        .toString("hex")
        .replace(/..(?=.)/g, "$& ");
    const { tag } = other.periods.story.leaks[0]!;
    const rows = rowsOf(await onOther(poolmon, "search-bytes"));
    expect(rows[0]!["hex"]).toBe(hexOf(tag));
    expect(rows[1]!["hex"]).toBe(hexOf(tag.slice(0, 3) + String.fromCharCode(tag.charCodeAt(3) | 0x80)));
    expect(rows[2]!["hex"]).toBe(hexOf([...tag].reverse().join("")));
  });

  test("the file to look at first is the leaking driver, and one tag has no file left", async () => {
    const rows = rowsOf(await onOther(poolmon, "findstr"));
    const [leak] = other.periods.story.leaks;
    expect(rows.find(({ tag }) => tag === leak!.tag)).toMatchObject({ driver: leak!.driver });
    const tags = [...new Set(rows.map(({ tag }) => tag))];
    const strongFile = (name: unknown) =>
      rows.some(({ tag, worth, driver }) => tag === name && worth !== "weak" && String(driver).endsWith(".sys"));
    expect(tags.filter((tag) => !strongFile(tag))).toHaveLength(1);
  });

  test("the steady grower of the week is the other machine's slow leak", async () => {
    const [row] = rowsOf(await onOther(poolmon, "week-grower"));
    expect(row!["tag"]).toBe(other.periods.week.leaks[0]!.tag);
  });

  test("the share is that of the other machine's leaking tag", async () => {
    expectWithin(
      numberOf(await onOther(poolmon, "share")).value,
      other.files["poolmon.txt"]!.poolmon!.leaks[0]!.shareOfPoolGrowth,
      0.02,
    );
  });

  test("the leaking tag is first by bytes on both machines, and busiest only on the other one", async () => {
    const { solution } = poolmon.exercises.find(({ id }) => id === "places")!;
    const places = async (machine: string) =>
      rowsOf((await runOn(poolmon, machine, as(solution)))["answer"]).map(({ place }) => plain(place));
    const [busy, , bytes] = await places("contoso-fs1");
    expect(busy).toBeGreaterThan(20);
    expect(bytes).toBe(1);
    expect(await places("fabrikam-app2")).toEqual([1, 1, 1]);
  });
});
