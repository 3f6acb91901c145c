import { describe, expect, it } from "vitest";
import { compareDumps, isSameBoot } from "../../../src/pool/analyzers/dump/compareDumps.ts";
import type { DebuggerSession } from "../../../src/pool/formats/windbg/DebuggerSession.ts";
import { judgeCase } from "../../../src/pool/analyzers/case/judgeCase.ts";
import { readLog } from "../../../src/pool/formats/readLog.ts";
import { bytesOf, debuggerSession, MACHINES, manifest } from "./evidence.ts";

const judged = async (machine: string, ...names: string[]) => {
  const files = await Promise.all(names.map((file) => readLog(bytesOf(`${machine}/${file}`), { file })));
  return judgeCase(files.flatMap(({ evidence }) => evidence ?? []));
};
const momentOf = ({ poolUsed, targets }: DebuggerSession, pool: "nonpaged" | "paged") => ({
  table: poolUsed.find(({ sortedBy, filter }) => sortedBy === pool && filter === undefined)!,
  target: targets[0],
});

describe.each(MACHINES)("%s's further dumps", (machine) => {
  const [leak] = manifest.machines[machine]!.periods["story"]!.leaks;

  it("show the leak at its true rate between two moments of one boot", async () => {
    const { records: earlier, problems } = await debuggerSession(machine, "dump-earlier.txt");
    const { records: later } = await debuggerSession(machine, "dump.txt");
    expect(problems.filter(({ effect }) => effect !== "note")).toEqual([]);
    expect(isSameBoot(earlier.targets[0], later.targets[0])).toBe(true);
    const [top] = compareDumps(momentOf(earlier, leak!.pool), momentOf(later, leak!.pool));
    expect(top).toMatchObject({ tag: leak!.tag, pool: leak!.pool, blockBytes: leak!.blockBytes[0] });
    expect(Math.abs(top!.rate!.value / leak!.bytesPerHour - 1)).toBeLessThan(0.01);
  });

  it("hold one of another server whose pools are small and whose commit limit is reached", async () => {
    const { records, problems } = await debuggerSession(machine, "dump-commit.txt");
    const [vm] = records.vm;
    expect(vm!.committedBytes! / vm!.commitLimitBytes!).toBeGreaterThan(0.98);
    expect(vm!.committedBytes!).toBeLessThan(vm!.commitLimitBytes!);
    for (const bytes of [vm!.nonpagedBytes!, vm!.pagedBytes!]) expect(bytes / vm!.physicalBytes!).toBeLessThan(0.05);
    expect(vm!.availableBytes! / vm!.physicalBytes!).toBeGreaterThan(0.3);
    // One of the two has a count below zero, printed as if it were huge.
    const underflows = vm!.values.filter(({ pages }) => Number.isNaN(pages)).map(({ label }) => label);
    expect(underflows).toEqual(machine === "contoso-fs1" ? ["PagedPool Commit"] : []);
    expect(problems.filter(({ effect }) => effect !== "note")).toHaveLength(underflows.length);
    expect(records.targets[0]!.machineName).toBe(manifest.machines[machine]!.periods["commit"]!.machine);
  });

  it("make a verdict that asks for nothing that the dumps say already, and takes no code of the other pool for a place", async () => {
    const { tag, next, sites } = await judged(machine, "dump.txt", "dump-earlier.txt");
    expect(tag).toBe(leak!.tag);
    const done = ["kd-search-tag", "kd-time", "kd-poolused-tag"];
    expect(next.filter(({ command }) => done.includes(command))).toEqual([]);
    expect(sites.map(({ says }) => says).join(" ")).toContain(`allocates from the ${leak!.pool} pool`);
    expect(sites.map(({ says }) => says).join(" ")).not.toContain(
      `allocates from the ${leak!.pool === "paged" ? "nonpaged" : "paged"} pool`,
    );
  });

  it("make one that looks for a process where commit ran out", async () => {
    const { verdict, summary, next } = await judged(machine, "dump-commit.txt");
    expect(verdict).toBe("unclear");
    expect(summary).toMatch(/^Committed memory is at 99 % of its limit/);
    expect(next[0]!.command).toBe("kd-vm-processes");
  });
});
