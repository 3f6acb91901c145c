import { describe, expect, test } from "vitest";
import { loadLesson } from "../../src/components/lesson/loadLesson.ts";
import type { IrpStack } from "../../src/pool/index.ts";
import { expectWithin } from "./expectWithin.ts";
import { manifest, type MachineTruth } from "./manifest.ts";
import { numberOf, plain, rowsOf, runAnswer, runOn, valueOf } from "./runOn.ts";

const lesson = await loadLesson("field-notes/irp-control");
const { results } = lesson;
const truthOf = (name: string) => {
  const truth = manifest.machines[name]!;
  const files = truth.files as Record<string, MachineTruth["files"][string] & { facts?: Record<string, unknown> }>;
  const [period] = Object.values(truth.periods);
  return { files, leak: period!.leaks[0]!, heldBy: files["irp.txt"]!.facts!["heldBy"] as Record<string, number> };
};
const here = truthOf("wideworld-san1");
const there = truthOf("trey-nas2");
const solve = (id: string, machine: string) =>
  runAnswer(lesson, machine, lesson.exercises.find((exercise) => exercise.id === id)!.solution);

describe("the requests of the page are those of the machine", () => {
  test("who holds them is what the simulator wrote down, all writes, three quarters of them at the disk", () => {
    const rows = rowsOf(results["holders"]);
    expect(Object.fromEntries(rows.map(({ driver, count }) => [driver, count]))).toEqual(here.heldBy);
    expect(rows.map(({ does }) => does)).toEqual(rows.map(() => "IRP_MJ_WRITE"));
    expect(rows[0]!["driver"]).toBe("\\Driver\\disk");
    expectWithin(plain(rows[0]!["ofAllShare"]), 0.75, 0.03);
  });

  test("six are shown, most of them with the disk, one still in the file system", () => {
    const holders = rowsOf(results["requests"]).map(({ holder }) => holder);
    expect(holders).toHaveLength(6);
    expect(holders.filter((holder) => holder === "\\Driver\\disk")).toHaveLength(5);
    expect(holders.filter((holder) => holder === "\\FileSystem\\Ntfs")).toHaveLength(1);
  });

  test("the print has one marker, on the disk's row, and no rows of zeros or arguments", () => {
    const value = valueOf(results["as-printed"]);
    const text = value.kind === "text" ? value.text : "";
    expect(text.match(/^>/gm)).toHaveLength(1);
    expect(text).toMatch(
      />\[IRP_MJ_WRITE\(4\), N\/A\(0\)\]\n\s+0 e0 .*\n\s+\\Driver\\disk\tpartmgr!PartitionIoCompletion/,
    );
    expect(text).not.toMatch(/Args|N\/A\(0\), N\/A/);
  });

  test("flg is zero throughout", () => {
    expect(rowsOf(results["columns"]).map(({ flg }) => flg)).toEqual(["0", "0", "0", "0", "0"]);
  });

  test("each byte prints the words of its bits, and every row has one of them", () => {
    const rows = rowsOf(results["bits"]);
    expect(rows.map(({ cl, printed }) => [cl, printed])).toEqual([
      ["e1", "Success Error Cancel pending"],
      ["e0", "Success Error Cancel"],
      ["41", "Success pending"],
      ["01", "pending"],
    ]);
  });

  test("all printed addresses are the computed ones", () => {
    expect(rowsOf(results["addresses"]).map(({ agrees }) => agrees)).toEqual(Array(6).fill("yes"));
  });

  test("the picture shows a request at the disk, whose routine in volmgr's row the mirror has set", () => {
    const value = valueOf(results["stack"]);
    expect(value.kind).toBe("extended");
    const { kind, locations } = (value.kind === "extended" ? value.data : {}) as IrpStack;
    expect(kind).toBe("irpStack");
    expect(locations.find(({ isCurrent }) => isCurrent)).toMatchObject({ driver: "\\Driver\\disk", control: 0xe0 });
    expect(locations.find(({ driver }) => driver === "\\Driver\\volmgr")).toMatchObject({
      routine: "wwmirror+0x2c40",
      setBy: "\\Driver\\wwmirror",
      control: 0x41,
    });
  });

  test("three of the four routines hear of every result, the mirror's of success alone", () => {
    const rows = rowsOf(results["routines"]);
    expect(rows.map(({ passedBy }) => passedBy)).toEqual(["never", "never", "error, cancel", "never"]);
    expect(rows[2]).toMatchObject({ setBy: "\\Driver\\wwmirror", called: "success" });
    expect(rowsOf(results["passed-by"])[0]).toMatchObject({ routine: "wwmirror+0x2c40", notCalledOn: "error, cancel" });
  });
});

describe("the leak of the page is that of the machine", () => {
  const contexts = rowsOf(results["contexts"]);

  test("the driver that set the routine has one tag, the leaking one, with blocks of 336 bytes and a header of 16", () => {
    const rows = rowsOf(results["tag"]);
    expect([...new Set(rows.map(({ tag }) => tag))]).toEqual([here.leak.tag]);
    expect(rows.map(({ module }) => module)).toEqual(rows.map(() => here.leak.driver));
    expect(rows.map(({ bytesEach }) => plain(bytesEach) + 16)).toEqual(rows.map(() => here.leak.blockBytes[0]));
  });

  test("there are five hundred times as many contexts as requests, which are some three thousand", () => {
    expect(contexts.map(({ contexts: held }) => held)).toEqual(here.files["poolmon.txt"]!.poolmon!.leaks[0]!.diffs);
    for (const { contexts: held, requests } of contexts) {
      expectWithin(plain(requests), 3100, 0.25);
      expectWithin(plain(held) / plain(requests), 500, 0.2);
    }
  });

  test("the counter's floor and the tag's growth agree in size, and the floor's interval holds zero far on both sides", () => {
    const [floor, tag] = rowsOf(results["counters"]).map(({ bytesPerHour }) => bytesPerHour);
    expectWithin(plain(tag), here.leak.bytesPerHour, 0.05);
    expectWithin(plain(floor), plain(tag), 0.25);
    const { low, high } = floor as unknown as { low: number; high: number };
    expect(low).toBeLessThan(-plain(tag));
    expect(high).toBeGreaterThan(2 * plain(tag));
    expect(contexts.map(({ contexts: held }) => plain(held))).toEqual(
      contexts.map(({ contexts: held }) => plain(held)).toSorted((a, b) => a - b),
    );
  });

  test("AIFO alone is too high, by about as many as were on their way when the trace began", () => {
    const [inside, kept, before, lost, ofThousand] = rowsOf(results["trace"]).map(({ value }) => plain(value));
    expect(lost).toBe(kept! - before!);
    expect(before! / kept!).toBeGreaterThan(0.3);
    expect(ofThousand).toBe(Math.round((lost! / (inside! + kept!)) * 1000));
  });

  test("the simulated day is right in size, and too high in most intervals", () => {
    const rows = rowsOf(results["simulate"]);
    const ratios = rows.map(({ simulated, poolmon }) => plain(simulated) / plain(poolmon));
    for (const ratio of ratios) {
      expect(ratio).toBeGreaterThan(0.5);
      expect(ratio).toBeLessThan(3);
    }
    expect(ratios.filter((ratio) => ratio > 1).length).toBeGreaterThan(ratios.length / 2);
  });

  test.each([
    ["e1", 0],
    ["c1", 0],
    ["61", 1],
  ])("with cl %s the simulated day loses %i of what it loses as printed", async (cl, share) => {
    const cells = lesson.cells.map((cell) =>
      cell.id === "simulate"
        ? { ...cell, text: cell.text.replace("value: hexByte(asPrinted.control)", `value: "${cl}"`) }
        : cell,
    );
    const rows = rowsOf((await runOn(lesson, "wideworld-san1", cells))["simulate"]);
    const asPrinted = rowsOf(results["simulate"]).map(({ simulated }) => plain(simulated));
    rows.forEach(({ simulated }, i) => expect(plain(simulated)).toBe(share * asPrinted[i]!));
  });
});

describe("the exercises' answers are the other machine's truth", () => {
  test("the routine is that of the leaking driver", async () => {
    const value = valueOf(await solve("routine-owner", "trey-nas2"));
    expect(JSON.stringify(value)).toContain(there.leak.driver.replace(/\.sys$/, ""));
  });

  test("the largest pile of one kind is not the disk's, which holds the most in all", async () => {
    const text = JSON.stringify(valueOf(await solve("pile", "trey-nas2")));
    expect(text).toContain("trsnap");
    const [most] = Object.entries(there.heldBy).toSorted(([, a], [, b]) => b - a);
    expect(most![0]).toBe("\\Driver\\disk");
  });

  test("the share lost is the leak's blocks among all that PoolMon counted, on both machines", async () => {
    for (const [machine, { files }] of [
      ["wideworld-san1", here],
      ["trey-nas2", there],
    ] as const) {
      const lost = numberOf(await solve("lost-of-thousand", machine)).value;
      const { diffs } = files["poolmon.txt"]!.poolmon!.leaks[0]!;
      expect(diffs.at(-1)!).toBeGreaterThan(diffs[0]!);
      expect(lost).toBeGreaterThan(25);
      expect(lost).toBeLessThan(65);
    }
  });

  test("a cancel is heard by every routine there, and not by the mirror's here", async () => {
    const said = async (machine: string) => {
      const value = valueOf(await solve("cancelled", machine));
      return value.kind === "text" ? value.text : "";
    };
    expect(await said("trey-nas2")).toBe("Every routine in it.");
    expect(await said("wideworld-san1")).toContain("but the one");
  });

  test("the mended byte has all three conditions and keeps pending", async () => {
    for (const machine of ["wideworld-san1", "trey-nas2"]) {
      const value = valueOf(await solve("mended-byte", machine));
      expect(value.kind === "text" && value.text).toBe("e1");
    }
  });
});
