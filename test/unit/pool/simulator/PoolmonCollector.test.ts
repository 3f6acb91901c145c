import { describe, expect, it } from "vitest";
import type { PoolSnapshot } from "../../../../src/pool/formats/poolmon/PoolSnapshot.ts";
import { collect } from "../../../../src/pool/simulator/collect.ts";
import { PoolmonCollector, type PoolmonRecording } from "../../../../src/pool/simulator/PoolmonCollector.ts";
import type { AllocationSite } from "../../../../src/pool/simulator/Scenario.ts";
import { printStampLine } from "../../../../src/pool/simulator/stampLine.ts";
import { HOUR, makeScenario, makeSite, MIDNIGHT } from "./smallScenario.ts";

const FROM = MIDNIGHT + 4 * HOUR;

function snapshots(sites: AllocationSite[], parts: Partial<PoolmonRecording> = {}): PoolSnapshot[] {
  const scenario = makeScenario(sites);
  const times = [FROM, FROM + HOUR];
  const collector = new PoolmonCollector(scenario, { times, sortBy: "bytes", stampStyle: "american", ...parts });
  collect(scenario, [collector]);
  return collector.snapshots;
}

describe("PoolmonCollector", () => {
  it("adds the sites of a tag up, one row per pool", () => {
    const [first] = snapshots([
      makeSite({ blockBytes: 112, heldBlocks: 300 }),
      makeSite({ blockBytes: 128, heldBlocks: 100 }),
      makeSite({ pool: "paged", blockBytes: 64, heldBlocks: 7 }),
    ]);
    expect(first!.rows).toEqual([
      { tag: "Test", pool: "nonpaged", allocs: 400, frees: 0, diff: 400, bytes: 46_400, perAlloc: 116, line: 0 },
      { tag: "Test", pool: "paged", allocs: 7, frees: 0, diff: 7, bytes: 448, perAlloc: 64, line: 0 },
    ]);
  });

  it("has no row for a tag that was never used, and one without blocks for a tag that freed them all", () => {
    const leak = { everyMilliseconds: 1000, from: FROM + 60_000 };
    const [first, second] = snapshots([
      makeSite({ tag: "Late", heldBlocks: 0, leak }),
      makeSite({ tag: "Busy", heldBlocks: 0, churnPerSecond: 5 }),
    ]);
    expect(first!.rows.map(({ tag }) => tag)).toEqual(["Busy"]);
    expect(second!.rows.map(({ tag }) => tag)).toEqual(["Late", "Busy"]);
    const idle = makeSite({ tag: "Idle", blockBytes: 4096, heldBlocks: 0, churnPerSecond: 5 });
    expect(snapshots([idle])[0]!.rows[0]).toMatchObject({ diff: 0, bytes: 0, perAlloc: 0 });
  });

  it("starts counts again at 2^32 and keeps what is held", () => {
    const busy = makeSite({ heldBlocks: 50, churnPerSecond: 200_000 });
    const [first, second] = snapshots([busy]);
    // About 2.9 thousand million by four o'clock, and three times as much per second once the users are there.
    expect(first!.rows[0]!.allocs).toBeGreaterThan(2_500_000_000);
    expect(second!.rows[0]!.allocs).toBeLessThan(first!.rows[0]!.allocs);
    expect(second!.rows[0]!.allocs - second!.rows[0]!.frees).toBe(second!.rows[0]!.diff);
    expect(second!.rows[0]!.diff).toBeLessThan(60);
  });

  it("sorts by bytes, or by the characters of the tag with capitals first", () => {
    const sites = [
      makeSite({ tag: "alph", heldBlocks: 3 }),
      makeSite({ tag: "Zulu", heldBlocks: 1 }),
      makeSite({ tag: "Mike", heldBlocks: 9 }),
    ];
    const order = (sortBy: "bytes" | "tag") => snapshots(sites, { sortBy })[0]!.rows.map(({ tag }) => tag);
    expect(order("bytes")).toEqual(["Mike", "alph", "Zulu"]);
    expect(order("tag")).toEqual(["Mike", "Zulu", "alph"]);
  });

  it("is taken within a second of its time and knows the memory of that moment", () => {
    const [first, second] = snapshots([makeSite({ heldBlocks: 1000 })]);
    expect(first!.time! - (FROM - 7 * HOUR)).toBeGreaterThan(0);
    expect(first!.time! - (FROM - 7 * HOUR)).toBeLessThan(1000);
    expect(first!.memory!.nonpagedBytes).toBe(4_096_000);
    expect(first!.memory!.pagedBytes).toBe(8_192_000);
    expect(first!.memory!.commitBytes).toBe(4_096_000 * 2 + 8_192_000);
    expect(second!.memory!.pageFaults).toBeGreaterThan(first!.memory!.pageFaults);
  });
});

describe("printStampLine", () => {
  const time = Date.UTC(2012, 7, 14, 9, 30, 0, 417);

  it("writes date and time as cmd does in the American and the German format", () => {
    expect(printStampLine(time, "american")).toBe("Tue 08/14/2012  9:30:00.41 ");
    expect(printStampLine(time, "german")).toBe("14.08.2012  9:30:00,41 ");
  });

  it("has no blank in front of an hour of two digits", () => {
    expect(printStampLine(time + 4 * HOUR, "american")).toBe("Tue 08/14/2012 13:30:00.41 ");
  });
});
