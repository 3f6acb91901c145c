import { describe, expect, test } from "vitest";
import { loadLesson } from "../../src/components/lesson/loadLesson.ts";
import type { LeakReport } from "../../src/pool/analyzers/case/leakReport.ts";
import type { StackSet } from "../../src/pool/analyzers/stacks/StackSet.ts";
import type { Verdict } from "../../src/pool/analyzers/verdict/Verdict.ts";
import { expectWithin } from "./expectWithin.ts";
import { manifest } from "./manifest.ts";
import { plain, rowsOf, runAnswer, valueOf } from "./runOn.ts";

const lesson = await loadLesson("lessons/windows-performance-toolkit");
const { results } = lesson;
const { periods } = manifest.machines["contoso-fs1"]!;
const [leak, slow] = periods.story.leaks;
const other = manifest.machines["fabrikam-app2"]!;

/** What the simulator counted of a trace while it was recorded. */
interface TraceFacts {
  windowSeconds: number;
  allocations: number;
  frees: number;
  lostEvents: number;
  stacks: number;
  unpaired: { tag: string; blocks: number; bytes: number }[];
}
const factsOf = (machine: string, file: string) =>
  (manifest.machines[machine]!.files[file] as unknown as { facts: TraceFacts }).facts;
const trace = factsOf("contoso-fs1", "trace.csv");
const dataOf = (cell: string) => {
  const value = valueOf(results[cell]);
  return value.kind === "extended" ? value.data : undefined;
};
const solutionOn = (id: string, machine: string) =>
  runAnswer(lesson, machine, lesson.exercises.find((exercise) => exercise.id === id)!.solution);

describe("the numbers of Part 7 are the truth of the machine", () => {
  test("the list has the events that were recorded, and all of them", () => {
    const values = Object.fromEntries(rowsOf(results["events"]).map(({ what, value }) => [what as string, value]));
    expect(values).toMatchObject({
      "lost events": trace.lostEvents,
      allocations: trace.allocations,
      frees: trace.frees,
      "allocations without a free": trace.unpaired.reduce((sum, { blocks }) => sum + blocks, 0),
      "different stacks": trace.stacks,
    });
    expect(trace.lostEvents).toBe(0);
  });

  test("the first stack is the leak's, with its tag, driver, process, blocks and rate, and freed nothing", () => {
    const [first] = rowsOf(results["stacks"]);
    expect(first).toMatchObject({ tag: leak!.tag, pool: leak!.pool, process: "NotMyfault.exe (3348)", freed: 0 });
    expect(first!["asks"]).toContain(leak!.driver);
    expect(plain(first!["stayed"])).toBe(trace.unpaired.find(({ tag }) => tag === leak!.tag)!.blocks);
    expectWithin(plain(first!["bytesPerHour"]), leak!.bytesPerHour, 0.01);
  });

  test("three tools agree on the rate to a hundredth", () => {
    const rates = rowsOf(results["reconcile"]).map(({ value }) => plain(value));
    for (const rate of rates.slice(0, 3)) expectWithin(rate, leak!.bytesPerHour, 0.01);
    expect(rates[3]).toBeGreaterThan(0.99);
    expect(rates[3]).toBeLessThan(1.01);
  });

  test("the verdict and the report name pool, tag, driver, process, rate and stack", () => {
    const verdict = dataOf("verdict") as Verdict;
    expect(verdict).toMatchObject({ verdict: "leak", pool: leak!.pool, tag: leak!.tag, driver: leak!.driver });
    expectWithin(Number(verdict.rate!.value), leak!.bytesPerHour, 0.01);
    const { text } = dataOf("report") as LeakReport;
    for (const fact of [leak!.pool, leak!.tag, leak!.driver, "NotMyfault.exe (3348)", "3.52 GiB per hour"])
      expect(text).toContain(fact);
    expect(text).toContain(`  nt!ExAllocatePoolWithTag\n  ${leak!.driver}!<PDB not found>`);
    expect(text).toContain("(trace.csv, line 8, 239 blocks, 239 MiB)");
  });
});

describe("the sentences of Part 7 say what its cells show", () => {
  test("ten times as busy, 256 MiB last under twenty seconds and ten minutes fill 8 GB", () => {
    const [, perSecond, , file, reach] = rowsOf(results["cost"]).map(({ value }) => plain(value));
    expect(perSecond).toBeGreaterThan(6000);
    expect(perSecond).toBeLessThan(6500);
    expect(reach! / 10).toBeLessThan(20);
    expect(Math.round((file! * 10) / 1024 ** 3)).toBe(8);
    expect(trace.unpaired.find(({ tag }) => tag === leak!.tag)!.blocks).toBe(239);
  });

  test("with events lost the first tag is the same and its rate an eighth too low, for want of half a minute", () => {
    const [whole, holed] = rowsOf(results["lost"]);
    expect(plain(holed!["lostEvents"])).toBe(factsOf("contoso-fs1", "trace-lost.csv").lostEvents);
    expect([whole!["tag"], holed!["tag"]]).toEqual([leak!.tag, leak!.tag]);
    expectWithin(1 - plain(holed!["bytesPerHour"]) / plain(whole!["bytesPerHour"]), 1 / 8, 0.1);
    const missing = plain(whole!["stayed"]) - plain(holed!["stayed"]);
    expect(missing).toBeGreaterThan(25);
    expect(missing).toBeLessThan(35);
  });

  test("one tag impacts sixty times the next; what came and went is megabytes by the hundred, nearly all freed", () => {
    const rows = rowsOf(results["impacting"]);
    expect(rows[0]!["tag"]).toBe(leak!.tag);
    expect(plain(rows[0]!["impactingBytes"]) / plain(rows[1]!["impactingBytes"])).toBeGreaterThan(60);
    const transient = rowsOf(results["transient"]);
    expect(transient.reduce((sum, { bytes }) => sum + plain(bytes), 0)).toBeGreaterThan(150 * 1024 ** 2);
    for (const row of transient) expect(plain(row["stayedShare"])).toBeLessThan(0.02);
  });

  test("the largest tag of Part 2's first snapshot has nothing in the trace, and PoolMon holds far more of the leak", () => {
    const rows = rowsOf(results["inventory"]);
    const row = (tag: string) => rows.find((each) => each["tag"] === tag)!;
    expect(plain(row("EtwB")["stayedInTheTrace"])).toBe(0);
    expect(plain(row("EtwB")["heldInPoolMon"])).toBeGreaterThan(10 * 1024 ** 2);
    expect(plain(row("Leak")["heldInPoolMon"]) / plain(row("Leak")["stayedInTheTrace"])).toBeGreaterThan(10);
  });

  test("a minute has sixty blocks of the leak, and those of the minute before are background", () => {
    const row = rowsOf(results["window"]).find(({ tag }) => tag === leak!.tag)!;
    expect([row["AIFI"], row["AIFO"], row["AOFI"], row["AOFO"]].map(plain)).toEqual([0, 60, 0, 60]);
  });

  test("the slow tag has two stacks of one driver, one from the network server and one from a program", () => {
    const rows = rowsOf(results["stacks"]).filter(({ tag }) => tag === slow!.tag);
    expect(rows.map(({ process }) => process)).toEqual(["System (4)", "ctxagent.exe (1688)"]);
    for (const { asks } of rows) expect(asks).toContain(slow!.driver);
    const { stacks } = dataOf("flame") as StackSet;
    expect(stacks[1]!.frames.some((frame) => frame.startsWith("srv2!"))).toBe(true);
    expect(stacks[2]!.frames).toContain("nt!NtCreateFile");
  });

  test("by blocks the filter driver is the larger problem, by bytes it vanishes", () => {
    const rows = rowsOf(results["stacks"]);
    const sum = (column: string, isLeak: boolean) =>
      rows.filter(({ tag }) => (tag === leak!.tag) === isLeak).reduce((total, row) => total + plain(row[column]), 0);
    expect(sum("stayed", false)).toBeGreaterThan(sum("stayed", true));
    expect(sum("bytes", false) / sum("bytes", true)).toBeLessThan(0.001);
  });

  test("three blocks of the names stayed in the first trace", () => {
    expect(trace.unpaired.find(({ tag }) => tag === "CtxM")!.blocks).toBe(3);
  });

  test("the harmless tag leads by bytes, in the last parts only; the leaking one stayed in all eight", () => {
    const [edge, leaking] = rowsOf(results["edge"]);
    expect([edge!["tag"], leaking!["tag"]]).toEqual(["Ntf0", "CtxM"]);
    expect(plain(edge!["bytes"])).toBeGreaterThan(plain(leaking!["bytes"]));
    expect(edge!["partsWithOne"]).toBe("3 of 8");
    expect(leaking!["partsWithOne"]).toBe("8 of 8");
    for (const row of [edge!, leaking!]) {
      expect(plain(row["usualLifeSeconds"])).toBeLessThan(2);
      expect(plain(row["longLifeSeconds"])).toBeLessThan(17);
    }
  });

  test("with all blocks it looks like one in seven; without the youngest it is one in ten, and next to nothing", () => {
    const share = (tag: string, age: number) =>
      plain(
        rowsOf(results["path"]).find((row) => row["tag"] === tag && plain(row["olderThanSeconds"]) === age)![
          "stayedShare"
        ],
      );
    expectWithin(share("CtxM", 0), 1 / 7, 0.1);
    for (const age of [15, 30]) expectWithin(share("CtxM", age), 1 / 10, 0.1);
    expect(share("Ntf0", 30)).toBeLessThan(0.01);
  });

  test("xperf's report has the sums of the summary, in kilobytes", () => {
    const [first] = rowsOf(results["text-report"]);
    expect(first).toMatchObject({ tag: leak!.tag, driver: leak!.driver });
    expectWithin(plain(first!["impactingBytes"]), plain(rowsOf(results["impacting"])[0]!["impactingBytes"]), 0.001);
  });
});

describe("the exercises of Part 7, on the other machine", () => {
  test("the first of each pool is its leak, and blocks in flight", async () => {
    const rows = rowsOf(await solutionOn("top-impacting", "fabrikam-app2"));
    const [leaking] = other.periods.story.leaks;
    const row = rows.find(({ pool }) => pool === leaking!.pool)!;
    expect(row["tag"]).toBe(leaking!.tag);
    // The header of each block is not what the driver asked for.
    expectWithin(plain(row["bytesPerHour"]), leaking!.bytesPerHour, 0.08);
  });

  test("the middle third has every type, and its counts are not those of the whole trace", async () => {
    const rows = rowsOf(await solutionOn("third", "fabrikam-app2"));
    expect(rows.map(({ type }) => type)).toEqual(["AIFI", "AIFO", "AOFI", "AOFO"]);
    for (const { count } of rows) expect(plain(count)).toBeGreaterThan(0);
    const facts = factsOf("fabrikam-app2", "trace.csv");
    expectWithin(plain(rows[0]!["count"]) + plain(rows[1]!["count"]), facts.allocations / 3, 0.1);
  });

  test.each(["contoso-fs1", "fabrikam-app2"])("the failing path is that of %s's leak", async (machine) => {
    const [row] = rowsOf(await solutionOn("failing-path", machine));
    const paths = (manifest.machines[machine]!.periods as Record<string, { leaks: { tag: string }[] }>)["path"]!;
    expect(paths.leaks.map(({ tag }) => tag)).toContain(row!["tag"]);
    expect(plain(row!["share"])).toBeGreaterThan(0.05);
    expect(plain(row!["share"])).toBeLessThan(0.2);
  });

  test("the ring of the fourth holds half a minute here", async () => {
    const value = valueOf(await solutionOn("ring", "contoso-fs1"));
    expect(value.kind).toBe("text");
    if (value.kind === "text") expectWithin(Number(value.text), 33, 0.03);
  });
});
