import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadLesson } from "../../src/components/lesson/loadLesson.ts";
import type { StackSet } from "../../src/pool/analyzers/stacks/StackSet.ts";
import type { Finding } from "../../src/pool/analyzers/case/Finding.ts";
import { expectWithin } from "./expectWithin.ts";
import { plain, rowsOf, runAnswer, valueOf } from "./runOn.ts";

const lesson = await loadLesson("lessons/driver-verifier");
const { results } = lesson;

interface BothPools {
  nonpaged: number;
  paged: number;
}
interface Machine {
  files: Record<string, { facts: { outstanding: BothPools; outstandingBytes: BothPools; at: string } }>;
  periods: { verified: { until: string; leaks: Leak[] } };
}
interface Leak {
  tag: string;
  driver: string;
  since: string;
  bytesLost: number;
  blockBytes: number[];
  callSites: string[];
}
const { machines } = JSON.parse(readFileSync("datasets/manifest.json", "utf8")) as {
  machines: Record<string, Machine>;
};
const here = machines["contoso-fs1"]!;
const other = machines["fabrikam-app2"]!;
const [leak] = here.periods.verified.leaks;
const [otherLeak] = other.periods.verified.leaks;
const facts = (file: string) => here.files[file]!.facts;
/** While it leaked: the period begins before. */
const rateOf = ({ since, bytesLost }: Leak, { periods }: Machine) =>
  (bytesLost / (Date.parse(periods.verified.until) - Date.parse(since))) * 3_600_000;
const sum = ({ nonpaged, paged }: BothPools) => nonpaged + paged;
const text = () => readFileSync("content/lessons/driver-verifier.mdx", "utf8").replace(/\s+/g, " ");

describe("the numbers of Part 6 are the truth of the machine", () => {
  test("both looks count what the simulator held then, and what was freed of it: nothing", () => {
    const rows = rowsOf(results["counts"]);
    const truths = [facts("verified-earlier.txt"), facts("verified.txt")];
    expect(rows.map(({ blocks }) => plain(blocks))).toEqual(truths.map(({ outstanding }) => sum(outstanding)));
    expect(rows.map(({ currentBytes }) => plain(currentBytes))).toEqual(
      truths.map(({ outstandingBytes }) => sum(outstandingBytes)),
    );
    for (const row of rows) {
      expect(plain(row["freed"])).toBe(0);
      expect(plain(row["peakBlocks"])).toBe(plain(row["blocks"]));
    }
    expect(Date.parse(truths[1]!.at) - Date.parse(truths[0]!.at)).toBe(300_000);
  });

  test("the largest group is the leak, at its place in the code and with its size", () => {
    const [top, rest, ...more] = rowsOf(results["by-caller"]);
    expect(top).toMatchObject({ place: leak!.callSites[0], tag: leak!.tag, eachBytes: leak!.blockBytes[0] });
    expect(more).toEqual([]);
    expect(rest).toMatchObject({ tag: "VMdl", blocks: 1 });
    expect(plain(top!["blocks"]) + 1).toBe(sum(facts("verified.txt").outstanding));
  });

  test("what grew between the looks is the rate of the leak, and none of it went", () => {
    const [top, rest] = rowsOf(results["two-looks"]);
    expect(top!["place"]).toBe(leak!.callSites[0]);
    expectWithin(plain(top!["growthBytesPerHour"]), rateOf(leak!, here), 0.001);
    expect([top, rest].map((row) => plain(row!["keptShare"]))).toEqual([1, 1]);
    expect(plain(rest!["growthBytesPerHour"])).toBe(0);
  });

  test("the verdict names the driver, the place and the rate, and does not call ten minutes a leak", () => {
    const value = valueOf(results["verdict"]);
    const finding = (value.kind === "extended" ? value.data : {}) as Finding;
    expect(finding).toMatchObject({ verdict: "unclear", tag: leak!.tag, driver: leak!.driver });
    expect(finding.sites[0]!.place).toBe(leak!.callSites[0]);
    expectWithin(finding.rate!.value, rateOf(leak!, here), 0.001);
  });
});

describe("the sentences of Part 6 say what its cells show", () => {
  test("the experiment is set up as it should be: six times yes", () => {
    expect(rowsOf(results["set-up"]).map(({ answer }) => answer)).toEqual(Array(6).fill("yes"));
  });

  test("0x1F5 is 501 blocks, and 300 of them came in 300 seconds", () => {
    expect(JSON.stringify(valueOf(results["excerpt"]))).toContain("0x000001F5");
    expect(sum(facts("verified.txt").outstanding)).toBe(0x1f5);
    const [before, after] = [facts("verified-earlier.txt"), facts("verified.txt")].map(({ outstanding }) =>
      sum(outstanding),
    );
    expect(after! - before!).toBe(300);
    const [top] = rowsOf(results["two-looks"]);
    expect([top!["before"], top!["after"]]).toEqual([200, 500]);
    expect(text()).toContain("gained 300 blocks in 300 seconds");
  });

  test("the older layout says the same without prefixes", () => {
    const old = JSON.stringify(valueOf(results["old-layout"]));
    expect(old).toContain("PoolAddress  SizeInBytes");
    expect(old).toContain("Current Pool Allocations  000001f5    00000000");
  });

  test("the list adds up to the byte", () => {
    for (const { inTheList, asCounted } of rowsOf(results["adds-up"])) expect(inTheList).toEqual(asCounted);
  });

  test("the caller is six bytes behind Part 4's 0x1629, and both callers have one base of whole pages", () => {
    const offsets = rowsOf(results["offsets"]);
    expect(offsets[0]!["offset"]).toBe("0x162f");
    expect(0x162f - 0x1629).toBe(6);
    expect(new Set(offsets.map(({ moduleBase }) => moduleBase)).size).toBe(1);
    expect(BigInt(String(offsets[0]!["moduleBase"])) % 4096n).toBe(0n);
  });

  test("everything in the ring is an allocation here, told by the topmost frames", () => {
    const rows = rowsOf(results["ring"]);
    expect(new Set(rows.map(({ was }) => was))).toEqual(new Set(["allocate"]));
    for (const { topFrame } of rows) expect(topFrame).toMatch(/Alloc/);
  });

  test("the stack has the frames that the prose walks through, Verifier's three among them, and they are Part 5's", () => {
    const value = valueOf(results["stacks"]);
    const { stacks } = (value.kind === "extended" ? value.data : {}) as unknown as StackSet;
    const [leaking, table] = stacks;
    expect(leaking).toMatchObject({ role: "outstanding", mark: leak!.callSites[0] });
    expect(table!.role).toBe("other");
    const verifiers = (frame: string) => /!(?:Ve|Verifier|Iov)/.test(frame);
    expect(leaking!.frames.filter(verifiers)).toHaveLength(3);
    const own = leaking!.frames.filter((frame) => !verifiers(frame));
    expect(own.slice(0, 4)).toEqual([
      "myfault+0x162f",
      "myfault+0x17c4",
      "nt!IopXxxControlFile+0x607",
      "nt!NtDeviceIoControlFile+0x56",
    ]);
    const live = readFileSync("datasets/contoso-fs1/poolhittag.txt", "utf8");
    for (const frame of own.slice(0, -1)) expect(live).toContain(frame);
  });

  test("the busiest tag would empty the ring in two minutes, this driver's reaches back most of a day", () => {
    const rows = rowsOf(results["reach"]);
    const minutes = rows.map(({ reachSeconds }) => plain(reachSeconds) / 60);
    expect(minutes[0]).toBeGreaterThan(1.5);
    expect(minutes[0]).toBeLessThan(2.5);
    expect(rows.at(-1)!["tag"]).toBe(leak!.tag);
    expect(minutes.at(-1)! / 60).toBeGreaterThan(18);
    expect(minutes.at(-1)! / 60).toBeLessThan(24);
  });

  test("the oldest block of the leak still has its stack", () => {
    const log = readFileSync("datasets/contoso-fs1/verified.txt", "utf8");
    const listed = [...log.matchAll(/0x([0-9a-f]{16}) {2}0x00100000 {2}Leak/g)].map(([, address]) => address);
    expect(log).toContain(`!verifier 80 ${listed.at(-1)}`);
    expect(rowsOf(results["ring"]).map(({ block }) => block)).toContain(listed.at(-1));
  });

  test("PoolMon has the same blocks, and a header of 16 bytes on the small one", () => {
    const [big, small] = rowsOf(results["poolmon"]);
    for (const row of [big, small]) expect(row!["poolmonBlocks"]).toEqual(row!["verifierBlocks"]);
    expect(plain(big!["moreEachBytes"])).toBe(0);
    expect(plain(small!["moreEachBytes"])).toBe(16);
  });
});

describe("the answers of Part 6", () => {
  const solve = (id: string, machine = lesson.exerciseMachine!) =>
    runAnswer(lesson, machine, lesson.exercises.find((exercise) => exercise.id === id)!.solution);
  const typed = async (id: string, machine: string) => {
    const value = valueOf(await solve(id, machine));
    return value.kind === "text" ? value.text : "";
  };

  test("the caller that grew is the other machine's leak, with fewer blocks than the one that does not", async () => {
    const [row] = rowsOf(await solve("what-grew"));
    expect(row!["place"]).toBe(otherLeak!.callSites[0]);
    expectWithin(plain(row!["growthBytesPerHour"]), rateOf(otherLeak!, other), 0.1);
    const log = (file: string) => readFileSync(`datasets/fabrikam-app2/${file}`, "utf8");
    const count = (file: string, place: string) => log(file).split(`  ${place}\r\n`).length - 1;
    const [healthy, leaking] = ["fbmon+0x51e5", otherLeak!.callSites[0]!];
    expect(["verified-earlier.txt", "verified.txt"].map((file) => count(file, healthy!))).toEqual([730, 740]);
    expect(["verified-earlier.txt", "verified.txt"].map((file) => count(file, leaking!))).toEqual([306, 574]);
  });

  test("on the other machine one block of the ring was freed, here none", async () => {
    const freed = (rows: ReturnType<typeof rowsOf>) => rows.filter(({ held }) => held === false).length;
    expect(freed(rowsOf(await solve("held")))).toBe(1);
    expect(freed(rowsOf(await solve("held", "contoso-fs1")))).toBe(0);
  });

  test("the ring lasts 18.2 hours here, and less where the driver also frees", async () => {
    expect(await typed("ring-hours", "contoso-fs1")).toBe("18.2");
    expect(Number(await typed("ring-hours", "fabrikam-app2"))).toBeLessThan(6);
  });

  test("the caller at the new base is base plus the leak's offset", async () => {
    expect(await typed("next-boot", "contoso-fs1")).toBe("fffff88006c4c62f");
    const offset = BigInt(`0x${otherLeak!.callSites[0]!.split("+0x")[1]}`);
    expect(await typed("next-boot", "fabrikam-app2")).toBe((0xfffff88006c4b000n + offset).toString(16));
  });

  test("one of the five colleagues may restart", async () => {
    const rows = rowsOf(await solve("colleagues"));
    expect(rows.filter(({ fault }) => fault === "none").map(({ who }) => who)).toEqual(["Ana"]);
  });
});
