import { describe, expect, it } from "vitest";
import { contosoStory } from "../../../datasets/scenarios/contosoStory.ts";
import { contosoWeek } from "../../../datasets/scenarios/contosoWeek.ts";
import { playMachine } from "../../../src/pool/simulator/playMachine.ts";
import { manifest } from "./evidence.ts";

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
