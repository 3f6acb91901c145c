import { describe, expect, test } from "vitest";
import { readStacks } from "../../src/components/stacks/readStacks.ts";
import { loadLesson } from "../../src/components/lesson/loadLesson.ts";
import type { Value } from "../../src/notebook/value/Value.ts";
import type { StackSet } from "../../src/pool/analyzers/stacks/StackSet.ts";
import { expectWithin } from "./expectWithin.ts";
import { manifest } from "./manifest.ts";
import { plain, rowsOf, runAnswer, valueOf } from "./runOn.ts";

const lesson = await loadLesson("lessons/poolhittag");
const { results } = lesson;

/** What the simulator noted of a session with nt!PoolHitTag. */
interface HitFacts {
  tag: string;
  allocate: number;
  free: number;
  manual: number;
  truncated: number;
  outstanding: Record<string, number>;
}

function truthOf(machine: string, file: string): HitFacts {
  const { facts } = manifest.machines[machine]!.files[file] as unknown as { facts: HitFacts };
  return facts;
}

function stacksOf(value: Value | undefined): StackSet {
  const set = value?.kind === "extended" ? readStacks(value.data) : undefined;
  if (!set) throw new Error("The cell shows no stacks.");
  return set;
}

const own = truthOf("contoso-fs1", "poolhittag.txt");
const [leaking, healthy] = Object.keys(own.outstanding);

describe("the numbers of Part 5 are the truth of the machine", () => {
  test("the session holds as many breaks of each kind as the simulator made, and watches the tag that Part 4 left", () => {
    const counts = rowsOf(results["session"]).map(({ count }) => count);
    expect(counts).toEqual([own.allocate, own.free, own.truncated, own.manual]);
    expect(rowsOf(results["session"])[0]!["breaks"]).toBe(`allocations of ${own.tag}`);
    const patched = manifest.machines["contoso-fs1"]!.files["poolmon-patched.txt"]!.poolmon!;
    expect(patched.leaks[0]!.tag).toBe(own.tag);
  });

  test("what pointers say is held, with the hit whose stack was cut off, is what was not freed", () => {
    const held = rowsOf(results["pairs"]).map(({ allocatedBy, held }) => [allocatedBy, plain(held)]);
    expect(held).toEqual([
      [leaking, own.outstanding[leaking!]! - own.truncated],
      [healthy, own.outstanding[healthy!]],
    ]);
  });

  test("the last cell names the caller of the leaking path, and marks its owner in the graph", () => {
    const [owner, caller] = leaking!.split(" < ");
    const rows = rowsOf(results["report"]);
    expect(rows).toMatchObject([{ tag: own.tag, driver: "myfault", allocatesAt: owner, calledFrom: caller }]);
    const { stacks } = stacksOf(results["report"]!.values[0]);
    expect(stacks.map(({ mark, role }) => [mark, role])).toEqual([
      [owner, "outstanding"],
      [undefined, "alloc"],
    ]);
  });

  test("PoolMon and the session tell the same pace", () => {
    for (const row of rowsOf(results["rate"]))
      expectWithin(plain(row["sessionPerSecond"]), plain(row["poolmonPerSecond"]), 0.05);
    // The story's leak loses a block a second, of 1 MiB.
    expectWithin(plain(rowsOf(results["rate"])[1]!["poolmonPerSecond"]), 1, 0.01);
    expect(manifest.machines["contoso-fs1"]!.periods.story.leaks[0]!.blockBytes).toEqual([2 ** 20]);
  });
});

describe("the sentences of Part 5 say what its cells show", () => {
  test("Part 4 left two tags at two places, and the one to watch stands in the call that the leaking path returns from", () => {
    const rows = rowsOf(results["places"]).map(({ place, tag }) => [place, tag]);
    expect(rows).toEqual([
      ["myfault+0x13aa", "Lea1"],
      ["myfault+0x1621", own.tag],
    ]);
  });

  test("the tag's number reads backwards, and typed as read it is another tag", () => {
    expect(rowsOf(results["dword"]).map(({ write, tag }) => [write, tag])).toEqual([
      ["3261654c", "Lea2"],
      ["'2aeL'", "Lea2"],
      ["4c656132", "2aeL"],
    ]);
  });

  test("the tag stops the machine twice a second, the busiest more than two hundred times as often, the slow leak less than twice", () => {
    const rows = rowsOf(results["quiet"]);
    const stops = (wanted: string) => plain(rows.find(({ tag }) => tag === wanted)!["stopsPerSecond"]);
    expect(Math.round(stops("Lea2"))).toBe(2);
    expect(plain(rows[0]!["stopsPerSecond"]) / stops("Lea2")).toBeGreaterThan(200);
    expect(stops("CtxL")).toBeLessThan(2);
    expect(rows.find(({ tag }) => tag === "Lea1")).toMatchObject({ pool: "paged", diffGrowth: 0 });
  });

  test("forty hits make three stacks, which share the system call and differ in one frame", () => {
    expect(own.allocate + own.free).toBe(40);
    const { stacks } = stacksOf(results["paths"]!.values.at(-1));
    expect(stacks.map(({ role, value }) => [role, value])).toEqual([
      ["alloc", 18],
      ["alloc", 11],
      ["free", 10],
    ]);
    const [first, second] = stacks.map(({ frames }) => frames);
    expect(first!.filter((frame, at) => frame !== second![at])).toEqual(["myfault+0x17c4"]);
    expect(second![2]).toBe("myfault+0x186e");
    for (const { frames, mark } of stacks) {
      expect(frames).toContain("nt!NtDeviceIoControlFile+0x56");
      expect(mark).toBeUndefined();
    }
  });

  test("by place 29 allocations and 10 frees, by path 18, 11 and 10", () => {
    expect(rowsOf(results["count"]).map(({ by, name, allocations, frees }) => [by, name, allocations, frees])).toEqual([
      ["place", "myfault+0x162f", 29, 0],
      ["place", "myfault+0x16cf", 0, 10],
      ["path", leaking, 18, 0],
      ["path", healthy, 11, 0],
      ["path", "myfault+0x16cf < myfault+0x18b1", 0, 10],
    ]);
  });

  test("one path's blocks live for moments and only the youngest is held, the other's are held from the first to the last", () => {
    const [leak, freed] = rowsOf(results["pairs"]);
    expect(freed).toMatchObject({ freed: 10, held: 1, freedBy: "myfault+0x16cf < myfault+0x18b1" });
    expect(plain(freed!["usualLifeSeconds"])).toBeLessThan(1);
    expect(plain(freed!["oldestHeldSeconds"])).toBe(0);
    expect(leak).toMatchObject({ freed: 0, freedBy: "" });
    expect(plain(leak!["oldestHeldSeconds"])).toBeGreaterThan(18);
  });

  test("a free that is missed now and then leaves old blocks on a path whose freed ones live for moments", () => {
    const [row, ...others] = rowsOf(results["partial"]);
    expect(others).toEqual([]);
    const { allocatedBy, freed, held, usualLifeSeconds, oldestHeldSeconds } = row!;
    expect(allocatedBy).toBe(healthy);
    expect(plain(freed)).toBeGreaterThan(2 * plain(held));
    expect(plain(usualLifeSeconds)).toBeLessThan(1);
    expect(plain(oldestHeldSeconds)).toBeGreaterThan(5);
  });

  test("of the healthy tag 20 allocations, 20 frees and 19 pairs; the free shares no frame of the driver with them", () => {
    const [table, stacks] = results["healthy"]!.values;
    expect(table).toMatchObject({ kind: "table", rows: [[20, 20, 19]] });
    const truth = truthOf("contoso-fs1", "poolhittag-healthy.txt");
    expect([truth.allocate, truth.free]).toEqual([20, 20]);
    const set = stacksOf(stacks).stacks;
    const free = set.find(({ role }) => role === "free")!;
    const outside = free.frames.filter((frame) => !/^(?:nt|fltmgr)!|^0x/.test(frame));
    for (const { frames } of set.filter(({ role }) => role === "alloc"))
      expect(frames.filter((frame) => outside.includes(frame))).toEqual([]);
    expect(free.frames.join()).toContain("nt!IopCloseFile");
    const byServer = set.find(({ frames }) => frames.some((frame) => frame.startsWith("srv2!")))!;
    expect(byServer.frames.at(-1)).toMatch(/^nt!KiStartSystemThread/);
  });
});

describe("the exercises of Part 5 have the truth of both machines as their answer", () => {
  const solved = async (id: string, machine: string) => {
    const { solution } = lesson.exercises.find((exercise) => exercise.id === id)!;
    return runAnswer(lesson, machine, solution);
  };

  test("the number is that of the slow leak", async () => {
    for (const [machine, number] of [
      ["contoso-fs1", "4c787443"],
      ["fabrikam-app2", "65516441"],
    ] as const)
      expect(valueOf(await solved("other-number", machine))).toMatchObject({ text: number });
  });

  test.each(["contoso-fs1", "fabrikam-app2"])(
    "the hits that count on %s are those without the cut stack",
    async (machine) => {
      const { allocate, free, truncated } = truthOf(machine, "poolhittag.txt");
      const value = JSON.stringify(valueOf(await solved("usable-hits", machine)));
      const [allocations = NaN, frees = NaN] = [
        ...value.matchAll(/"(?:allocations|frees)",\{"type":"leaf","value":(\d+)/g),
      ].map(([, count]) => Number(count));
      expect([allocate - allocations, free - frees].toSorted()).toEqual([0, truncated]);
    },
  );

  test.each(["contoso-fs1", "fabrikam-app2"])("the caller whose blocks are never freed on %s", async (machine) => {
    const { outstanding } = truthOf(machine, "poolhittag.txt");
    const [path, count] = Object.entries(outstanding).toSorted(([, a], [, b]) => b - a)[0]!;
    const rows = rowsOf(await solved("never-freed", machine));
    expect(rows.map(({ caller }) => caller)).toEqual([path.split(" < ")[1]]);
    expect(count - plain(rows[0]!["blocks"])).toBe(machine === "contoso-fs1" ? 1 : 0);
  });

  test("one path frees what one other allocates, and never the leaking one's", async () => {
    for (const [machine, allocates, frees] of [
      ["contoso-fs1", "myfault+0x162f < myfault+0x186e", "myfault+0x16cf < myfault+0x18b1"],
      ["fabrikam-app2", "fbmon+0x3c94 < fbmon+0x2c5e < fbmon+0x1d78", "fbmon+0x5852 < fbmon+0x4f6d < fbmon+0x1d9e"],
    ] as const)
      expect(rowsOf(await solved("who-frees", machine))).toEqual([{ allocates, frees }]);
  });
});
