import { describe, expect, it } from "vitest";
import { gaugeIndex, MachineState, meterIndex, sizeOfPool } from "../../../../src/pool/simulator/MachineState.ts";
import { makeScenario, makeSite, MIDNIGHT } from "./smallScenario.ts";

const traits = { restingBytes: 409_600, slackBytes: 10_000, maximumBytes: 1e9, maximumRule: "" };

describe("sizeOfPool", () => {
  it("stays at rest while small blocks fit into partly free pages", () => {
    expect(sizeOfPool(traits, 0, 0)).toBe(409_600);
    expect(sizeOfPool(traits, 10_000, 0)).toBe(409_600);
    expect(sizeOfPool(traits, 10_001, 0)).toBe(409_600 + 4096);
  });

  it("grows by whole pages, by a little more than the small blocks themselves", () => {
    const grown = sizeOfPool(traits, 10_010_000, 0) - 409_600;
    expect(grown % 4096).toBe(0);
    expect(grown / 10_000_000).toBeGreaterThan(1);
    expect(grown / 10_000_000).toBeLessThan(1.02);
  });

  it("grows by exactly the blocks that are whole pages", () => {
    expect(sizeOfPool(traits, 0, 1_048_576 * 5)).toBe(409_600 + 1_048_576 * 5);
  });

  it("is smaller than at rest before everything has been allocated", () => {
    expect(sizeOfPool(traits, -81_920, 0)).toBeLessThan(409_600);
    expect(sizeOfPool(traits, -81_920, 0) % 4096).toBe(0);
  });
});

describe("MachineState", () => {
  const scenario = makeScenario([makeSite(), makeSite({ pool: "paged", blockBytes: 8192, heldBlocks: 2 })]);

  it("sums events, and is at rest when exactly the held blocks are allocated", () => {
    const state = new MachineState(scenario);
    expect(state.poolBytes("paged")).toBe(8_192_000 - 2 * 8192);
    state.apply({ kind: "pool", time: 1, site: 1, allocations: 5, frees: 3 });
    state.apply({ kind: "pool", time: 2, site: 0, allocations: 10, frees: 0 });
    expect([state.poolBytes("paged"), state.poolBytes("nonpaged")]).toEqual([8_192_000, 4_096_000]);
    expect([state.poolBlocks("paged"), state.poolBlocks("nonpaged")]).toEqual([2, 10]);
    expect([...state.allocations]).toEqual([10, 5]);
    expect([...state.frees]).toEqual([0, 3]);
  });

  it("takes memory from what is available and adds it to what is committed", () => {
    const state = new MachineState(scenario);
    state.apply({ kind: "gauge", time: 1, gauge: 0, value: 40_960 });
    const [available, committed] = [state.availableBytes(), state.committedBytes()];
    state.apply({ kind: "pool", time: 2, site: 1, allocations: 100, frees: 0 });
    expect(state.committedBytes() - committed).toBe(819_200);
    // Paged pool is a little larger than the part of it that is in memory.
    expect((available - state.availableBytes()) / 819_200).toBeCloseTo(0.97, 1);
    state.apply({ kind: "gauge", time: 3, gauge: 0, value: NaN });
    expect(state.committedBytes() - committed).toBe(819_200 - 40_960);
    state.apply({ kind: "gauge", time: 4, gauge: 0, value: 8192 });
    expect(state.committedBytes() - committed).toBe(819_200 - 40_960 + 8192);
  });

  it("starts again at a boot", () => {
    const state = new MachineState(scenario);
    const fresh = state.poolBytes("nonpaged");
    state.apply({ kind: "pool", time: 1, site: 0, allocations: 900, frees: 0 });
    state.apply({ kind: "meter", time: 1, meter: 0, amount: 7 });
    state.apply({ kind: "gauge", time: 1, gauge: 0, value: 4096 });
    state.apply({ kind: "boot", time: MIDNIGHT });
    expect(state.poolBytes("nonpaged")).toBe(fresh);
    expect([state.totals[0], state.values[0], state.commitPeakBytes, state.bootedAt]).toEqual([0, 0, 0, MIDNIGHT]);
  });

  it("names what a scenario lacks", () => {
    expect(() => meterIndex(scenario, "page fault")).toThrow('no meter "page fault"');
    expect(() => gaugeIndex(scenario, "threads")).toThrow('no gauge "threads"');
  });
});
