import { describe, expect, test } from "vitest";
import { loadLesson } from "../../src/components/lesson/loadLesson.ts";
import type { CellSource } from "../../src/notebook/compile/Program.ts";
import { manifest } from "./manifest.ts";
import { numberOf, plain, rowsOf, runOn, valueOf } from "./runOn.ts";

const perfmon = await loadLesson("lessons/perfmon");
const poolmon = await loadLesson("lessons/poolmon");
const { periods, files } = manifest.machines["contoso-fs1"]!;

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

describe("the numbers of Part 2 are the truth of the machine", () => {
  const { results } = poolmon;
  const [leak] = periods.story.leaks;
  const truth = files["poolmon.txt"]!.poolmon!;

  test("the top grower is the leaking tag, with its rate, its blocks and its share of the pool's growth", () => {
    const [top] = rowsOf(results["growth"]);
    expect(top!["tag"]).toBe(leak!.tag);
    expect(top!["grew"]).toBe("6 of 6");
    expect(plain(top!["diffGrowth"])).toBe(truth.leaks[0]!.diffs.at(-1)! - truth.leaks[0]!.diffs[0]!);
    expect(plain(top!["blockBytes"])).toBe(leak!.blockBytes[0]);
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
