import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { contosoStory } from "../../../datasets/scenarios/contosoStory.ts";
import { contosoWeek } from "../../../datasets/scenarios/contosoWeek.ts";
import { datasetFiles } from "../../../src/cli/datasetFiles.ts";
import { playMachine } from "../../../src/pool/simulator/playMachine.ts";
import { bytesOf, folder, MACHINES, manifest } from "./evidence.ts";

describe("npm run datasets", () => {
  let files: Map<string, string>;
  beforeAll(() => {
    files = datasetFiles();
  }, 120_000);

  it("makes the committed files again, byte for byte", () => {
    const different = [...files].filter(([path, text]) => !Buffer.from(text, "latin1").equals(bytesOf(path)));
    expect(different.map(([path]) => path)).toEqual([]);
  });

  it("makes every file that is there, eight per machine", () => {
    for (const machine of MACHINES) {
      const there = readdirSync(new URL(machine, folder)).sort();
      expect(there).toEqual(
        [...files.keys()]
          .filter((path) => path.startsWith(machine))
          .map((path) => path.split("/")[1])
          .sort(),
      );
      expect(there).toHaveLength(8);
    }
  });

  it("keeps each file below a megabyte, plain ASCII, lines ended by CR LF", () => {
    for (const [path, text] of files) {
      expect(text.length, path).toBeLessThan(1_000_000);
      expect(/^[\x09\x0a\x0d\x20-\x7e]*$/.test(text), path).toBe(true);
      if (path !== "manifest.json") expect(text.replaceAll("\r\n", "").includes("\n"), path).toBe(false);
    }
  });
});

describe("the manifest's truth", () => {
  it.each([
    ["contoso-fs1", "story", contosoStory],
    ["contoso-fs1", "week", contosoWeek],
  ] as const)("is what the events of %s's %s come to", (machine, period, { scenario }) => {
    const { leaks, from, until } = manifest.machines[machine]!.periods[period]!;
    const [start, end] = [Date.parse(from), Date.parse(until)];
    const lost = new Map<string, { blocks: number; bytes: number }>();
    for (const event of playMachine(scenario)) {
      if (event.kind !== "pool" || event.time <= start || event.time > end) continue;
      const site = scenario.sites[event.site]!;
      if (!site.leak) continue;
      const sum = lost.get(site.tag) ?? { blocks: 0, bytes: 0 };
      sum.blocks += event.allocations - event.frees;
      sum.bytes += (event.allocations - event.frees) * site.blockBytes;
      lost.set(site.tag, sum);
    }
    expect(leaks.length).toBeGreaterThan(0);
    for (const leak of leaks) {
      expect(lost.get(leak.tag)).toEqual({ blocks: leak.blocksLost, bytes: leak.bytesLost });
      expect(leak.bytesPerSecond).toBe(leak.bytesLost / ((end - start) / 1000));
      expect(leak.bytesPerHour).toBeCloseTo(leak.bytesPerSecond * 3600, 6);
    }
  });
});
