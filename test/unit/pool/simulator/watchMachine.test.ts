import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Collector } from "../../../../src/pool/simulator/collect.ts";
import { MachineState } from "../../../../src/pool/simulator/MachineState.ts";
import { playMachine } from "../../../../src/pool/simulator/playMachine.ts";
import type { Scenario } from "../../../../src/pool/simulator/Scenario.ts";
import { watchMachine } from "../../../../src/pool/simulator/watchMachine.ts";
import { HOUR, makeScenario, makeSite, MIDNIGHT, MINUTE } from "./smallScenario.ts";

interface Seen {
  time: number;
  bootedAt: number;
  blocks: number[];
  pool: number;
  poolBlocks: number;
}

/** Somebody who looks at given times and notes everything. */
function noteAt(times: readonly number[]): Collector & { seen: Seen[] } {
  const seen: Seen[] = [];
  return {
    seen,
    nextTime: () => times[seen.length] ?? Infinity,
    observe: (state: MachineState) => {
      const blocks = Array.from(state.allocations, (count, site) => count - state.frees[site]!);
      const { bootedAt } = state;
      const [pool, poolBlocks] = [state.poolBytes("nonpaged"), state.poolBlocks("nonpaged")];
      seen.push({ time: times[seen.length]!, bootedAt, blocks, pool, poolBlocks });
    },
  };
}

const every = (minutes: number) =>
  Array.from({ length: 120 / minutes + 1 }, (_, at) => MIDNIGHT + 4 * HOUR + at * minutes * MINUTE);

function watch(scenario: Scenario, counterTimes: readonly number[], tagTimes: readonly number[] = []) {
  const [counters, tags] = [noteAt(counterTimes), noteAt(tagTimes)];
  watchMachine(scenario, { counters: [counters], tags: [tags] });
  return { counters: counters.seen, tags: tags.seen };
}

describe("watchMachine", () => {
  it("gives the same looks for the same seed, and others for another", () => {
    const sites = [
      makeSite({ churnPerSecond: 3, follows: { users: 4000 } }),
      makeSite({ heldBlocks: 4000, churnPerSecond: 1 }),
    ];
    const look = (seed: string) => JSON.stringify(watch(makeScenario(sites, { seed }), every(5), every(30)));
    expect(look("one")).toBe(look("one"));
    expect(look("one")).not.toBe(look("two"));
  });

  it("lets everybody look at their times, at the same machine where times are the same", () => {
    const { counters, tags } = watch(makeScenario([makeSite({ follows: { users: 900 } })]), every(5), every(30));
    expect(counters.map(({ time }) => time)).toEqual(every(5));
    expect(tags.map(({ time }) => time)).toEqual(every(30));
    for (const look of tags) expect(counters.find(({ time }) => time === look.time)).toEqual(look);
  });

  it("holds no more and no less than its sites do, whatever they are", () => {
    const amount = fc.integer({ min: 0, max: 500 });
    const anySite = fc.record({
      heldBlocks: amount,
      churnPerSecond: fc.integer({ min: 0, max: 20 }),
      follows: fc.record({ users: fc.integer({ min: -300, max: 5000 }), background: amount }),
      fallSeconds: fc.constantFrom(0, 30, 4000),
      blockBytes: fc.constantFrom(16, 240, 4096),
    });
    fc.assert(
      fc.property(fc.array(anySite, { minLength: 1, maxLength: 40 }), fc.string(), (parts, seed) => {
        const { counters } = watch(makeScenario(parts.map(makeSite), { seed }), every(10), every(60));
        for (const { blocks, poolBlocks } of counters) {
          expect(blocks.every((count) => count >= 0)).toBe(true);
          expect(blocks.reduce((sum, count) => sum + count, 0)).toBe(poolBlocks);
        }
      }),
      { seed: 20_120_814, numRuns: 30 },
    );
  });

  it("loses what a leak's rate says, as playMachine does", () => {
    const leak = { blocksPerSecond: 0.7, spread: 0.5, follows: { users: 2 } };
    const scenario = makeScenario([makeSite({ heldBlocks: 0, leak })]);
    const state = new MachineState(scenario);
    for (const event of playMachine(scenario)) state.apply(event);
    const { counters } = watch(scenario, every(1));
    const [first, last] = [counters[0]!.blocks[0]!, counters.at(-1)!.blocks[0]!];
    expect(first).toBeGreaterThan(4 * 3600 * 0.7 * 0.9);
    expect(first).toBeLessThan(4 * 3600 * 0.7 * 1.1);
    expect(last / state.allocations[0]!).toBeGreaterThan(0.95);
    expect(last / state.allocations[0]!).toBeLessThan(1.05);
  });

  it("moves the pool with the load as playMachine does, within its noise", () => {
    const sites = Array.from({ length: 30 }, (_, at) =>
      makeSite({ heldBlocks: 400, churnPerSecond: 0.2, follows: { users: 60 + 40 * at } }),
    );
    const scenario = makeScenario(sites);
    const [before, after] = [new MachineState(scenario), new MachineState(scenario)];
    for (const event of playMachine(scenario)) {
      if (event.time <= MIDNIGHT + 4 * HOUR) before.apply(event);
      after.apply(event);
    }
    const { counters } = watch(scenario, every(5));
    const rise = after.poolBytes("nonpaged") - before.poolBytes("nonpaged");
    const watched = counters.at(-1)!.pool - counters[0]!.pool;
    expect(watched / rise).toBeGreaterThan(0.85);
    expect(watched / rise).toBeLessThan(1.15);
  });

  it("churns the more the busier it was, also where it was not looked at for hours", () => {
    const scenario = makeScenario([makeSite({ churnPerSecond: 2 })]);
    const tags: number[] = [];
    const times = [MIDNIGHT + 4 * HOUR, MIDNIGHT + 4.5 * HOUR, MIDNIGHT + 6 * HOUR];
    watchMachine(scenario, {
      counters: [],
      tags: [
        {
          nextTime: () => times[tags.length] ?? Infinity,
          observe: (state) => tags.push(state.allocations[0]!),
        },
      ],
    });
    const [quiet, busy] = [(tags[1]! - tags[0]!) / 1800, (tags[2]! - tags[1]!) / 5400];
    expect(quiet).toBeGreaterThan(1.7);
    expect(quiet).toBeLessThan(2.3);
    expect(busy).toBeGreaterThan(6);
    expect(busy).toBeLessThan(11);
  });

  it("begins anew after a reboot; who looks while the machine is off sees it as it was", () => {
    const [downAt, upAt] = [MIDNIGHT + 5 * HOUR, MIDNIGHT + 5 * HOUR + 10 * MINUTE];
    const period = {
      bootedAt: MIDNIGHT,
      from: MIDNIGHT + 4 * HOUR,
      until: MIDNIGHT + 6 * HOUR,
      stepSeconds: 60,
      reboots: [{ downAt, upAt }],
    };
    const scenario = makeScenario([makeSite({ heldBlocks: 0, leak: { blocksPerSecond: 1 } })], { period });
    const { counters } = watch(scenario, every(5));
    const at = (minutes: number) => counters[minutes / 5]!;
    expect(at(60).blocks[0]).toBeGreaterThan(17_000);
    expect(at(65)).toMatchObject({ blocks: at(60).blocks, bootedAt: MIDNIGHT });
    expect(at(75).bootedAt).toBe(upAt);
    expect(at(75).blocks[0]).toBeLessThan(330);
    expect(at(120).blocks[0]).toBeGreaterThan(2900);
  });
});
