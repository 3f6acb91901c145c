import { describe, expect, it } from "vitest";
import { contosoKernel } from "../../../../datasets/scenarios/contosoKernel.ts";
import type { BlockEvent } from "../../../../src/pool/simulator/blocks/BlockEvent.ts";
import { BlockLedger } from "../../../../src/pool/simulator/blocks/BlockLedger.ts";
import { cutPage } from "../../../../src/pool/simulator/blocks/PoolAddresses.ts";
import { collect, type Collector } from "../../../../src/pool/simulator/collect.ts";
import type { MachineState } from "../../../../src/pool/simulator/MachineState.ts";
import type { AllocationSite } from "../../../../src/pool/simulator/Scenario.ts";
import { HOUR, makeScenario, makeSite, MIDNIGHT, MINUTE } from "./smallScenario.ts";

const caller = { frames: ["myfault+0x162f"], process: "a.exe", processId: 8, threads: [12, 16] };
const sites: AllocationSite[] = [
  makeSite({ tag: "Slow", blockBytes: 112, callers: [caller], leak: { blocksPerSecond: 0.9, spread: 0.7 } }),
  makeSite({
    tag: "Busy",
    blockBytes: 272,
    heldBlocks: 400,
    churnPerSecond: 3,
    follows: { users: 300 },
    callers: [caller],
  }),
  makeSite({
    tag: "Tick",
    blockBytes: 65_536,
    callers: [caller],
    leak: { everyMilliseconds: 2500, from: MIDNIGHT + 4 * HOUR },
  }),
];

/** What the ledger tells between half past four and five, and what it has at five. */
function watched() {
  const scenario = makeScenario(sites);
  const [from, until] = [MIDNIGHT + 4.5 * HOUR, MIDNIGHT + 5 * HOUR];
  const ledger = new BlockLedger(scenario, contosoKernel);
  const events: BlockEvent[] = [];
  ledger.follow({ from, until, sites: () => true, take: (event) => events.push(event) });
  const counts: { site: number; allocations: number; frees: number; before: number }[] = [];
  const live: { address: bigint }[][] = [];
  const times = [from, until];
  let seen: MachineState | undefined;
  const looks: Collector = {
    nextTime: () => times[0] ?? Infinity,
    observe(state) {
      times.shift();
      for (const site of sites.keys()) {
        const [allocations, frees] = [state.allocations[site]!, state.frees[site]!];
        if (!seen) counts.push({ site, allocations: -allocations, frees: -frees, before: allocations - frees });
        else {
          counts[site]!.allocations += allocations;
          counts[site]!.frees += frees;
          live.push(ledger.liveBlocks(site, state).map(({ address }) => ({ address })));
          expect(live[site]).toHaveLength(allocations - frees);
        }
      }
      seen = state;
    },
  };
  collect(scenario, [ledger, looks]);
  return { events, counts, live };
}

describe("a ledger of blocks", () => {
  const { events, counts, live } = watched();

  it("tells as many allocations and frees of each site as the site's events count", () => {
    for (const { site, allocations, frees } of counts) {
      const own = events.filter((event) => event.site === site);
      // A timer's block may be told some milliseconds late, and the last one then falls out of the window.
      const told = own.filter(({ kind }) => kind === "allocate").length;
      expect(Math.abs(told - allocations)).toBeLessThanOrEqual(sites[site]!.tag === "Tick" ? 1 : 0);
      expect(own.filter(({ kind }) => kind === "free")).toHaveLength(frees);
      expect(allocations).toBeGreaterThan(100);
    }
  });

  it("gives no address to two blocks that live at the same time", () => {
    const held = new Map<bigint, BlockEvent>();
    for (const event of events.toSorted((a, b) => a.time - b.time)) {
      if (event.kind === "allocate") {
        expect(held.has(event.address)).toBe(false);
        held.set(event.address, event);
      } else held.delete(event.address);
    }
    const ranges = live
      .flatMap((blocks, site) => blocks.map(({ address }) => ({ address, bytes: BigInt(sites[site]!.blockBytes) })))
      .sort((a, b) => (a.address < b.address ? -1 : 1));
    expect(
      ranges.every(({ address }, at) => at === 0 || address >= ranges[at - 1]!.address + ranges[at - 1]!.bytes),
    ).toBe(true);
  });

  it("takes addresses again that were given back, soon", () => {
    const freed = new Set<bigint>();
    const again = events.filter(({ site, kind, address }) => {
      if (sites[site]!.tag !== "Busy") return false;
      if (kind === "free") freed.add(address);
      return kind === "allocate" && freed.has(address);
    });
    expect(again.length).toBeGreaterThan(500);
  });

  it("frees what it allocated, after it did, and never what leaks", () => {
    const born = new Map<bigint, number>();
    for (const { kind, address, time, born: birth, site } of events.toSorted((a, b) => a.time - b.time)) {
      if (kind === "allocate") born.set(address, time);
      else if (!Number.isNaN(birth) && birth > MIDNIGHT + 4.5 * HOUR) {
        expect(born.get(address)).toBe(birth);
        expect(time).toBeGreaterThan(birth);
      }
      if (kind === "free") expect(sites[site]!.tag).toBe("Busy");
    }
  });

  it("spreads a leak evenly over the window, and puts a timer's blocks at their times", () => {
    const times = events.filter(({ site }) => site === 0).map(({ time }) => time - MIDNIGHT - 4.5 * HOUR);
    const firstHalf = times.filter((time) => time < 15 * MINUTE).length;
    expect(firstHalf / times.length).toBeGreaterThan(0.42);
    expect(firstHalf / times.length).toBeLessThan(0.58);
    const ticks = events.filter(({ site }) => site === 2).map(({ time }) => (time - MIDNIGHT) % 2500);
    expect(Math.max(...ticks)).toBeLessThan(15);
  });

  it("names a caller's process and one of its threads for every block that has one", () => {
    expect(events.every(({ caller: who, thread }) => who === caller && caller.threads.includes(thread))).toBe(true);
  });
});

describe("cutPage", () => {
  it("fills a page without holes, the same way each time", () => {
    for (const blockBytes of [32, 112, 640, 2208, 4080]) {
      const slots = cutPage(0xfffffa80077c8000n, blockBytes);
      expect(slots.reduce((end, { offset, bytes }) => (offset === end ? end + bytes : NaN), 0)).toBe(4096);
      expect(slots.filter(({ isOwn }) => isOwn).every(({ bytes }) => bytes === blockBytes)).toBe(true);
      expect(cutPage(0xfffffa80077c8000n, blockBytes)).toEqual(slots);
    }
  });
});
