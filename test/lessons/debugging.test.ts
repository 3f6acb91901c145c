import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadLesson } from "../../src/components/lesson/loadLesson.ts";
import { runLesson } from "../../src/components/lesson/runLesson.ts";
import { compileProgram } from "../../src/notebook/compile/compileProgram.ts";
import { checkAll } from "./checkAll.ts";
import { expectWithin } from "./expectWithin.ts";
import { manifest } from "./manifest.ts";
import { numberOf, plain, rowsOf, runAnswer, valueOf } from "./runOn.ts";

interface DumpFacts {
  uptimeSeconds: number;
  nonpagedBytes: number;
  pagedBytes: number;
  committedBytes: number;
  "largest nonpaged": { tag: string; bytes: number }[];
  "largest paged": { tag: string; bytes: number }[];
}

const lesson = await loadLesson("lessons/debugging");
const { results } = lesson;
const { files, periods } = manifest.machines["contoso-fs1"]!;
const factsOf = (machine: string, file: string) =>
  (manifest.machines[machine]!.files[file] as unknown as { facts: DumpFacts }).facts;
const facts = factsOf("contoso-fs1", "dump.txt");
const [leak, slow] = periods.story.leaks;
const prose = readFileSync("content/lessons/debugging.mdx", "utf8");

/** Holds that the prose says this, so that a number in a test and in the text stay one. */
const says = (text: string) => expect(prose.replaceAll(/\s+/g, " ")).toContain(text);

describe("the numbers of Part 3 are the truth of the machine", () => {
  test("each limit's use is what !vm was made from", () => {
    const [nonpaged, paged, commit] = rowsOf(results["limits"]);
    expect(plain(nonpaged!["bytes"])).toBe(facts.nonpagedBytes);
    expect(plain(paged!["bytes"])).toBe(facts.pagedBytes);
    expect(plain(commit!["bytes"])).toBe(facts.committedBytes);
    expect(plain(nonpaged!["limitBytes"])).toBe(periods.story.pools.nonpaged.maximumBytes);
  });

  test("the tag that fills the pool is the leaking one, in blocks of its size", () => {
    const [top] = rowsOf(results["shares"]);
    expect(top!["tag"]).toBe(leak!.tag);
    expect(plain(top!["bytes"])).toBe(facts["largest nonpaged"][0]!.bytes);
    expect(plain(top!["bytesEach"])).toBe(leak!.blockBytes[0]);
    expectWithin(plain(top!["ofPoolShare"]), facts["largest nonpaged"][0]!.bytes / facts.nonpagedBytes, 1e-12);
  });

  test("the average is what it holds over the uptime, and the rate between the dumps is the leak's", () => {
    const held = facts["largest nonpaged"][0]!.bytes;
    expectWithin(numberOf(results["average"]).value, (held / facts.uptimeSeconds) * 3600, 1e-9);
    const [top, second] = rowsOf(results["growth"]);
    expect([top!["tag"], second!["tag"]]).toEqual([leak!.tag, slow!.tag]);
    expectWithin(plain(top!["rate"]), leak!.bytesPerHour, 0.001);
    // Two structures of one object, so as many blocks of each size.
    expect(plain(second!["bytesEach"])).toBe((slow!.blockBytes[0]! + slow!.blockBytes[1]!) / 2);
  });

  test("the verdict names pool, tag, driver and rate, and is not sure", () => {
    const value = valueOf(results["verdict"]);
    const verdict = (value.kind === "extended" ? value.data : {}) as Record<string, unknown>;
    expect(verdict).toMatchObject({ pool: leak!.pool, tag: leak!.tag, driver: leak!.driver, confidenceWord: "medium" });
    expectWithin((verdict["rate"] as { value: number }).value, leak!.bytesPerHour, 0.001);
  });
});

describe("the sentences of Part 3 say what its cells show", () => {
  test("the nonpaged pool is nearly full, and the other limits are far", () => {
    const [nonpaged, paged, commit] = rowsOf(results["limits"]).map(({ usedShare }) => plain(usedShare));
    expect(Math.round(100 * nonpaged!)).toBe(94);
    says("at 94 % of its maximum");
    expect(paged).toBeLessThan(0.05);
    expect(commit).toBeLessThan(0.5);
    expect(readFileSync("datasets/contoso-fs1/dump.txt", "latin1")).toMatch(
      /NonPagedPool Max:.*\r?\n\t\*+ Excessive NonPaged Pool Usage/,
    );
  });

  test("the other server's first line is a megabyte of a pool that has its memory in the second", () => {
    const [first, nx, most] = rowsOf(results["two-lines"]).map(({ bytes }) => plain(bytes));
    expect(Math.round(first! / 1024 ** 2)).toBe(1);
    expect(nx! / first!).toBeGreaterThan(250);
    expect(most).toBe(16 * 1024 ** 4);
    const [row] = rowsOf(results["below-zero"]);
    expect(row!["message"]).toMatch(/\b\d{20}\b.*negative/);
    says("Twenty digits of pages");
  });

  test("the listings are two plain ones of all tags, and two verbose ones of a tag each", () => {
    const rows = rowsOf(results["listings"]);
    expect(rows.map(({ layout, tag }) => `${String(layout)} ${String(tag)}`)).toEqual([
      "wide all",
      "wide all",
      `verbose ${leak!.tag}`,
      `verbose ${slow!.tag}`,
    ]);
    const total = plain(rows[0]!["totalNonpagedBytes"]);
    expect(total).toBeLessThan(facts.nonpagedBytes);
    expect(total / facts.nonpagedBytes).toBeGreaterThan(0.99);
  });

  test("one tag holds 98 % of the pool, and neither leak frees anything", () => {
    expect(Math.round(100 * plain(rowsOf(results["shares"])[0]!["ofPoolShare"]))).toBe(98);
    const rows = rowsOf(results["since-start"]);
    for (const { allocs, frees, held } of rows) expect([frees, held]).toEqual([0, allocs]);
    expect(rows[0]!["held"]).toBe(5652);
    says("held 98 % of it, in 5,652 blocks of 1 MiB");
    expect(plain(rows[1]!["held"]) * plain(rows[1]!["bytesEach"])).toBeCloseTo(3.2e6, -5);
    says("at three megabytes nobody would have looked at it here");
  });

  test("the leak's rate is more than twice the average, since it began two hours after the start", () => {
    const average = numberOf(results["average"]).value;
    expect((average / 1024 ** 3).toFixed(1)).toBe("1.5");
    says("On average since the start 1.5 GiB an hour");
    expect(leak!.bytesPerHour / average).toBeGreaterThan(2);
    const [earlier, later] = rowsOf(results["same-boot"]);
    expect(earlier!["started"]).toBe(later!["started"]);
    expect(earlier!["sameBoot"]).toBe(true);
    // PoolMon's first snapshot, two hours after the start, has no block of it yet.
    expect(files["poolmon.txt"]!.poolmon!.leaks[0]!.diffs[0]).toBe(0);
    expect(String(earlier!["started"])).toBe("2012-08-14 07:21:38");
    says("At 09:34, when the first alarm came");
    expect(String(earlier!["taken"])).toContain(" 09:34:");
    expect(String(later!["taken"])).toContain(" 11:04:");
  });

  test("the slow leak's mean size is no multiple of 16, so it has two, and the page shows the smaller one", () => {
    const [, second] = rowsOf(results["since-start"]);
    expect(plain(second!["bytesEach"])).toBe(120);
    expect(120 % 16).not.toBe(0);
    const page = readFileSync("datasets/contoso-fs1/dump.txt", "latin1").split("!pool fffffa80070f31e0")[1]!;
    const sizes = [...page.split("kd>")[0]!.matchAll(/size: +([0-9a-f]+) previous.* \*?CtxL/g)].map(([, size]) => size);
    expect(new Set(sizes)).toEqual(new Set(["70"]));
    expect(0x70).toBe(slow!.blockBytes[0]);
    says("each of them has 0x70 bytes, 112");
  });

  test("forty blocks of one size were found before somebody stopped the search", () => {
    expect(rowsOf(results["blocks"])).toMatchObject([{ found: 40, sizes: "0x100000", ended: "stopped by hand" }]);
  });

  test("five hits are two pieces of text and three places of one driver: paged, nonpaged, free", () => {
    const rows = rowsOf(results["hits"]);
    expect(rows.map(({ kind }) => kind)).toEqual(["string", "string", "allocate", "allocate", "free"]);
    expect(rows.slice(2, 4).map(({ pool }) => pool)).toEqual(["paged", "nonpaged"]);
    for (const { place } of rows.slice(2)) expect(place).toMatch(/^myfault\+0x/);
    expect(rowsOf(results["module"])).toMatchObject([{ imageName: leak!.driver, company: "Sysinternals" }]);
  });

  test("the other tags gained a fraction of a percent of what the leak gained", () => {
    const [top, ...others] = rowsOf(results["growth"]).map(({ gainedBytes }) => plain(gainedBytes));
    for (const gained of others) expect(gained / top!).toBeLessThan(0.005);
  });

  test("dumps and snapshots count one block a second from first to last", () => {
    const rows = rowsOf(results["one-more-snapshot"]);
    expect(rows.map(({ source }) => source)).toEqual(["dump", ...Array<string>(6).fill("PoolMon"), "dump"]);
    for (const { rate } of rows.slice(1)) expectWithin(plain(rate), 1, 0.001);
  });
});

describe("the cells of Part 3 on an own log", () => {
  const run = async (dump: string) => {
    const names = lesson.logs.map(({ name }) => name);
    const program = compileProgram(lesson.cells, { logs: names });
    const textOf = (name: string) =>
      name === "dump.txt" ? dump : readFileSync(`datasets/contoso-fs1/${name}`, "latin1");
    return runLesson(program, Object.fromEntries(names.map((name) => [name, new Blob([textOf(name)])])));
  };
  const verdictOf = (ran: Awaited<ReturnType<typeof run>>) => {
    const value = valueOf(ran["verdict"]);
    return (value.kind === "extended" ? value.data : {}) as { tag?: string; summary: string };
  };
  const errorsOf = (ran: Awaited<ReturnType<typeof run>>) =>
    Object.entries(ran).flatMap(([id, { values }]) => (values.some(({ kind }) => kind === "error") ? [id] : []));

  test("of another machine compare it with no sample", async () => {
    const ran = await run(readFileSync("datasets/fabrikam-app2/dump.txt", "latin1"));
    expect(errorsOf(ran)).toEqual([]);
    expect(rowsOf(ran["growth"])).toEqual([]);
    expect(verdictOf(ran)).toMatchObject({ verdict: "unclear", tag: "FbMn" });
  });

  test("with two commands only say what these show, and judge that log alone", async () => {
    const whole = readFileSync("datasets/contoso-fs1/dump.txt", "latin1");
    const ran = await run(whole.slice(whole.indexOf("3: kd> !vm 1"), whole.indexOf("3: kd> !poolused 4")));
    expect(errorsOf(ran)).toEqual([]);
    expect(verdictOf(ran)).toMatchObject({ verdict: "unclear", tag: "Leak" });
    expect(verdictOf(ran).summary).toMatch(/98 % of the nonpaged pool/);
  });
});

describe("the exercises of Part 3", () => {
  const solutionOf = (id: string) => lesson.exercises.find((exercise) => exercise.id === id)!.solution;
  const other = "fabrikam-app2";
  const [otherLeak] = manifest.machines[other]!.periods.story.leaks;
  const otherFacts = factsOf(other, "dump.txt");

  test.each([lesson.machine!, other])("find that commit ran out on the other server of %s", async (machine) => {
    const answer = valueOf(await runAnswer(lesson, machine, solutionOf("what-ran-out")));
    expect(JSON.stringify(answer)).toContain("Committed memory");
    const { committedBytes, nonpagedBytes, pagedBytes } = factsOf(machine, "dump-commit.txt");
    expect((nonpagedBytes + pagedBytes) / committedBytes).toBeLessThan(0.05);
  });

  test("give the other machine's tag, its share and its average as they were made", async () => {
    const [row] = rowsOf(await runAnswer(lesson, other, solutionOf("suspect")));
    const [largest] = otherFacts["largest paged"];
    expect(row!["tag"]).toBe(otherLeak!.tag);
    expectWithin(plain(row!["share"]), largest!.bytes / otherFacts.pagedBytes, 1e-12);
    expect(plain(row!["bytesEach"])).toBe(otherLeak!.blockBytes[0]);
    expectWithin(plain(row!["bytesPerHour"]), (largest!.bytes / otherFacts.uptimeSeconds) * 3600, 1e-9);
  });

  test("find the places whose code allocates for the leak, on both machines", async () => {
    const own = rowsOf(await runAnswer(lesson, lesson.machine!, solutionOf("places")));
    const others = rowsOf(await runAnswer(lesson, other, solutionOf("places")));
    expect(own.map(({ place }) => place)).toEqual(["myfault+0x1621"]);
    expect(others.map(({ place }) => place)).toEqual(["fbmon+0x3c80", "fbmon+0x51d4"]);
    // The solution's words: a fixed size of 890h and a header come to the size of the blocks.
    expect(0x890 + 16).toBe(otherLeak!.blockBytes[0]);
  });

  test("give the other machine's true rate from two dumps, several times its average", async () => {
    const [row] = rowsOf(await runAnswer(lesson, other, solutionOf("two-dumps")));
    expect(row!["tag"]).toBe(otherLeak!.tag);
    expectWithin(plain(row!["bytesPerHour"]), otherLeak!.bytesPerHour, 0.01);
    expect(plain(row!["timesAverage"])).toBeGreaterThan(3);
  });

  test("know the mistakes of reading a fill from one of two lines on the newer Windows only", async () => {
    const exercise = lesson.exercises.find(({ id }) => id === "fill")!;
    const typed = [
      { name: "first-line", text: '"0.0065"' },
      { name: "share", text: '"0.03"' },
    ];
    const found = await checkAll(lesson, exercise, other, typed);
    expect([...found.values()].map((outcome) => ("wrong" in outcome ? outcome.wrong : "solved"))).toEqual([
      "other",
      "share",
    ]);
  });
});
