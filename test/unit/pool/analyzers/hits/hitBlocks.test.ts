import { openAsBlob, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hitBlocks, pairHits, readPoolHits } from "../../../../../src/pool/index.ts";

async function readSession(machine: string, file: string) {
  const { records } = await readPoolHits(await openAsBlob(`datasets/${machine}/${file}`));
  return records!;
}

describe.each(["contoso-fs1", "fabrikam-app2"])("the blocks of the sessions on %s", (machine) => {
  it.each(["poolhittag.txt", "poolhittag-healthy.txt"])("of %s pair as the hits do", async (file) => {
    const hits = await readSession(machine, file);
    const { allocations, paths } = pairHits(hits);
    const blocks = hitBlocks(hits);
    expect(blocks).toHaveLength(allocations);
    for (const { stack, kind, hits: count, paired } of paths) {
      const ofPath = blocks.filter((block) => block.allocatedBy !== undefined && block.stack === stack);
      if (kind === "allocate")
        expect([ofPath.length, ofPath.filter(({ isFreed }) => isFreed).length]).toEqual([count, paired]);
    }
  });

  it("are freed after they were allocated, and never held longer than the session", async () => {
    const blocks = hitBlocks(await readSession(machine, "poolhittag.txt"));
    const end = Math.max(...blocks.map(({ fromSeconds, heldSeconds }) => fromSeconds + heldSeconds));
    for (const { isFreed, fromSeconds, untilSeconds, heldSeconds, line, freeLine } of blocks) {
      expect(heldSeconds).toBeGreaterThanOrEqual(0);
      expect(isFreed ? untilSeconds! - fromSeconds : end - fromSeconds).toBeCloseTo(heldSeconds, 9);
      if (isFreed) expect(freeLine).toBeGreaterThan(line);
    }
  });
});

describe("a block", () => {
  it("says which calls asked for it and which gave it back, and where the log has both", async () => {
    const blocks = hitBlocks(await readSession("contoso-fs1", "poolhittag.txt"));
    expect(blocks.find(({ isFreed }) => isFreed)).toMatchObject({
      pointer: "fffffa80`6f039000",
      allocatedBy: "myfault+0x162f < myfault+0x186e",
      freedBy: "myfault+0x16cf < myfault+0x18b1",
      line: 43,
      freeLine: 60,
    });
  });

  it("whose stack was cut off has no path of its own, though it is a block", async () => {
    const blocks = hitBlocks(await readSession("contoso-fs1", "poolhittag.txt"));
    expect(blocks.filter(({ allocatedBy }) => allocatedBy === undefined).map(({ line }) => line)).toEqual([306]);
  });
});

describe("a session that went on by itself", () => {
  /** As `.while (1) { k; r rcx; gu; r rax; g }` leaves it: no prompts, and both registers at each hit. */
  function looped(): string {
    let hasBegun = false;
    const lines = readFileSync("datasets/contoso-fs1/poolhittag.txt", "latin1").split("\r\n");
    return lines
      .flatMap((line) => {
        if (line.startsWith("rcx=")) return [line, "myfault+0x16cf:", "rax=0000000000000001"];
        const [, command] = /^\d: kd> (.*)$/.exec(line) ?? [];
        if (command === undefined) return [line];
        if (command.startsWith("gu")) return ["rcx=0000000000000000"];
        if (command !== "k" || hasBegun) return hasBegun ? [] : [line];
        hasBegun = true;
        return ["0: kd> .while (1) { k; r rcx; gu; r rax; g }"];
      })
      .join("\r\n");
  }

  it("gives the same blocks: of the two registers that it prints each time the right one is kept", async () => {
    const { records } = await readPoolHits(new Blob([looped()]));
    const facts = (blocks: ReturnType<typeof hitBlocks>) =>
      blocks.map(({ pointer, allocatedBy, freedBy, fromSeconds }) => [pointer, allocatedBy, freedBy, fromSeconds]);
    expect(facts(hitBlocks(records!))).toEqual(facts(hitBlocks(await readSession("contoso-fs1", "poolhittag.txt"))));
  });
});
