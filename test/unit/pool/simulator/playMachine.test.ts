import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MachineEvent } from "../../../../src/pool/simulator/MachineEvent.ts";
import { MachineState } from "../../../../src/pool/simulator/MachineState.ts";
import { playMachine } from "../../../../src/pool/simulator/playMachine.ts";
import type { Scenario } from "../../../../src/pool/simulator/Scenario.ts";
import { HOUR, makeScenario, makeSite, MIDNIGHT, MINUTE } from "./smallScenario.ts";

function stateAt(scenario: Scenario, time: number): MachineState {
  const state = new MachineState(scenario);
  for (const event of playMachine(scenario)) if (event.time <= time) state.apply(event);
  return state;
}

const blocks = (state: MachineState, site = 0) => state.allocations[site]! - state.frees[site]!;

describe("playMachine", () => {
  it("gives the same events for the same seed, and others for another", () => {
    const sites = [makeSite({ churnPerSecond: 3, follows: { users: 40 } }), makeSite({ heldBlocks: 4000 })];
    const play = (seed: string) => JSON.stringify([...playMachine(makeScenario(sites, { seed }))]);
    expect(play("one")).toBe(play("one"));
    expect(play("one")).not.toBe(play("two"));
  });

  it("gives events in time order, from boot to the end of the period", () => {
    const leak = { everyMilliseconds: 700 };
    const events = [...playMachine(makeScenario([makeSite({ churnPerSecond: 2, leak }), makeSite()]))];
    expect(events[0]).toEqual({ kind: "boot", time: MIDNIGHT });
    expect(events.every(({ time }, at) => at === 0 || time >= events[at - 1]!.time)).toBe(true);
    expect(events.at(-1)!.time).toBe(MIDNIGHT + 6 * HOUR);
  });

  it("never frees what was not allocated, whatever the site does", () => {
    const amount = fc.integer({ min: 0, max: 500 });
    const anySite = fc.record({
      heldBlocks: amount,
      churnPerSecond: fc.integer({ min: 0, max: 20 }),
      follows: fc.record({ users: fc.integer({ min: -300, max: 800 }), background: amount }),
      fallSeconds: fc.constantFrom(0, 30, 4000),
      blockBytes: fc.constantFrom(16, 240, 4096, 1_048_576),
    });
    fc.assert(
      fc.property(anySite, fc.string(), (parts, seed) => {
        let held = 0;
        for (const event of playMachine(makeScenario([makeSite(parts)], { seed }))) {
          if (event.kind !== "pool") continue;
          expect(Number.isSafeInteger(event.allocations) && event.allocations >= 0).toBe(true);
          expect(Number.isSafeInteger(event.frees) && event.frees >= 0).toBe(true);
          held += event.allocations - event.frees;
          expect(held).toBeGreaterThanOrEqual(0);
        }
      }),
      { seed: 20_120_814, numRuns: 40 },
    );
  });

  it("loses a block at each beat of a timer leak, beginning one beat after its start", () => {
    const from = MIDNIGHT + 5 * HOUR;
    const scenario = makeScenario([makeSite({ heldBlocks: 0, leak: { everyMilliseconds: 1000, from } })]);
    expect(blocks(stateAt(scenario, from + 999))).toBe(0);
    for (const seconds of [1, 59, 60, 61, 1800]) expect(blocks(stateAt(scenario, from + seconds * 1000))).toBe(seconds);
    const events = [...playMachine(scenario)].filter((event) => event.kind === "pool");
    expect(events.every((event) => event.kind !== "pool" || event.frees === 0)).toBe(true);
  });

  it("loses blocks at the stated rate where chance decides, and two structures of one object together", () => {
    const leak = { blocksPerSecond: 2.5, spread: 0.8, together: "context" };
    const scenario = makeScenario([
      makeSite({ heldBlocks: 0, blockBytes: 112, leak }),
      makeSite({ heldBlocks: 0, blockBytes: 128, leak }),
    ]);
    const state = stateAt(scenario, MIDNIGHT + 6 * HOUR);
    expect(blocks(state, 0)).toBe(blocks(state, 1));
    expect(blocks(state, 0) / (6 * 3600)).toBeCloseTo(2.5, 0);
    const perMinute = [...playMachine(scenario)]
      .filter((event): event is MachineEvent & { kind: "pool" } => event.kind === "pool" && event.site === 0)
      .filter(({ time }) => time > MIDNIGHT + 4 * HOUR)
      .map(({ allocations }) => allocations);
    expect(new Set(perMinute).size).toBeGreaterThan(20);
  });

  it("holds after the warm-up what a site holds for good, and more only while it is busy", () => {
    const scenario = makeScenario([makeSite({ heldBlocks: 1000, follows: { users: 600 } })]);
    expect(blocks(stateAt(scenario, MIDNIGHT))).toBeLessThan(1000);
    expect(blocks(stateAt(scenario, MIDNIGHT + 4 * HOUR))).toBe(1000);
    expect(blocks(stateAt(scenario, MIDNIGHT + 5 * HOUR))).toBeGreaterThan(1300);
  });

  it("gives back slowly what is to fall slowly", () => {
    const schedules: Scenario["schedules"] = [
      {
        activity: "users",
        schedule: {
          kind: "day",
          hours: [
            [0, 1],
            [5, 1],
            [5.01, 0],
            [24, 0],
          ],
          weekend: 1,
        },
      },
    ];
    const at = (fallSeconds: number, minutes: number) => {
      const site = makeSite({ heldBlocks: 0, follows: { users: 10_000 }, fallSeconds });
      return blocks(stateAt(makeScenario([site], { schedules }), MIDNIGHT + 5 * HOUR + minutes * MINUTE));
    };
    expect(at(0, 3)).toBe(0);
    expect(at(600, 3)).toBeGreaterThan(4000);
    expect(at(600, 45)).toBeLessThan(400);
  });

  it("fills a cache towards its size and trims it at its hour", () => {
    const cache = makeSite({
      heldBlocks: 0,
      fills: { blocks: 20_000, seconds: 900, trim: { hour: 5.75, share: 0.2 } },
    });
    const at = (minutes: number) => blocks(stateAt(makeScenario([cache]), MIDNIGHT + 5 * HOUR + minutes * MINUTE));
    expect(at(40)).toBeGreaterThan(at(0));
    expect(at(40)).toBeLessThanOrEqual(20_000);
    expect(at(46)).toBeLessThan(at(44) * 0.9);
  });

  it("forgets everything at a restart and begins another life", () => {
    const downAt = MIDNIGHT + 5 * HOUR + 30 * MINUTE;
    const upAt = downAt + 5 * MINUTE;
    const scenario = makeScenario([makeSite({ heldBlocks: 100, leak: { blocksPerSecond: 1 } })]);
    const restarted = { ...scenario, period: { ...scenario.period, reboots: [{ downAt, upAt }] } };
    const events = [...playMachine(restarted)];
    expect(events.filter(({ kind }) => kind === "boot").map(({ time }) => time)).toEqual([MIDNIGHT, upAt]);
    expect(events.some(({ time }) => time > downAt && time < upAt)).toBe(false);
    expect(blocks(stateAt(restarted, downAt))).toBeGreaterThan(19_000);
    expect(blocks(stateAt(restarted, upAt + 10 * MINUTE))).toBeLessThan(800);
    expect(stateAt(restarted, upAt + MINUTE).bootedAt).toBe(upAt);
  });

  it("puts the machine under pressure when memory runs out, and takes pages back then", () => {
    const leak = makeSite({ heldBlocks: 0, blockBytes: 1_048_576, leak: { everyMilliseconds: 10_000 } });
    const scenario = makeScenario([leak]);
    const gauge = { name: "handles", base: 500, follows: { pressure: -400 }, wander: 0, quantum: 1 };
    const gauges = [scenario.gauges[0]!, gauge];
    expect(stateAt({ ...scenario, gauges }, MIDNIGHT + HOUR).values[1]).toBe(500);
    expect(stateAt({ ...scenario, gauges }, MIDNIGHT + 6 * HOUR).values[1]).toBeLessThan(150);
  });
});
