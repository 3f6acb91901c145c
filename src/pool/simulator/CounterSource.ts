import type { Pool } from "../formats/poolmon/PoolSnapshot.ts";
import { gaugeIndex, meterIndex, type MachineState } from "./MachineState.ts";
import type { Scenario } from "./Scenario.ts";

/** Where a counter of the log gets its numbers from. */
export type CounterSource =
  | { of: "pool"; pool: Pool; what: "bytes" | "blocks" | "residentBytes" }
  | { of: "memory"; what: "availableMegabytes" | "committedBytes" | "commitLimitBytes" | "commitPercent" }
  | { of: "upTime" }
  /** no value ever: whoever provides the counter could not be asked */
  | { of: "nothing" }
  /** no value before that moment (UTC), when whoever provides the counter could be asked at last */
  | { of: "since"; from: number; source: CounterSource }
  /** the gauge as it is */
  | { of: "gauge"; name: string }
  /** the gauge, and so much more for each block that a site holds: handles, or quota, of a process that keeps objects */
  | { of: "gaugeAndBlocks"; name: string; site: number; each: number }
  /** what the meters counted per second since the last sample */
  | { of: "rate"; meters: readonly string[] }
  /** the meters together as a percentage of the most they can count per second; `idle` for the rest of it */
  | { of: "percent"; meters: readonly string[]; mostPerSecond: number; idle?: boolean }
  /** what one meter counted for each count of another: seconds per transfer, bytes per packet */
  | { of: "quotient"; meter: string; per: readonly string[]; scale: number };

/** What a source needs to know of one sample. */
export interface RawSample {
  /** seconds since boot, to 100 nanoseconds */
  upTime: number;
  /** each meter's total since boot */
  totals: Float64Array;
}

/** A counter of the log: reads the machine at a sample; NaN where it needs an earlier sample and there is none. */
export type ReadCounter = (state: MachineState, now: RawSample, before: RawSample | undefined) => number;

/** Makes the reader of a source. Throws for a meter or gauge that the scenario does not have. */
export function readerOf(source: CounterSource, scenario: Scenario): ReadCounter {
  switch (source.of) {
    case "pool": {
      const { pool, what } = source;
      if (what === "blocks") return (state) => state.poolBlocks(pool);
      return what === "bytes" ? (state) => state.poolBytes(pool) : (state) => state.residentPagedBytes();
    }
    case "memory":
      return memoryReader(source.what);
    case "nothing":
      return () => NaN;
    case "since": {
      const read = readerOf(source.source, scenario);
      const isThere = (state: MachineState, { upTime }: RawSample) => state.bootedAt + upTime * 1000 >= source.from;
      return (state, now, before) =>
        isThere(state, now) ? read(state, now, before && isThere(state, before) ? before : undefined) : NaN;
    }
    case "upTime":
      return (_, now) => now.upTime;
    case "gauge": {
      const index = gaugeIndex(scenario, source.name);
      return (state) => state.values[index]!;
    }
    case "gaugeAndBlocks": {
      const [index, { site, each }] = [gaugeIndex(scenario, source.name), source];
      return (state) => state.values[index]! + each * (state.allocations[site]! - state.frees[site]!);
    }
    case "rate": {
      const counted = counterOf(source.meters, scenario);
      return (_, now, before) => (before ? counted(now, before) / (now.upTime - before.upTime) : NaN);
    }
    case "percent": {
      const counted = counterOf(source.meters, scenario);
      return (_, now, before) => {
        if (!before) return NaN;
        const share = Math.min(1, counted(now, before) / ((now.upTime - before.upTime) * source.mostPerSecond));
        return (source.idle ? 1 - share : share) * 100;
      };
    }
    case "quotient": {
      const [counted, per] = [counterOf([source.meter], scenario), counterOf(source.per, scenario)];
      return (_, now, before) => {
        if (!before) return NaN;
        const count = per(now, before);
        return count > 0 ? (counted(now, before) * source.scale) / count : 0;
      };
    }
  }
}

function counterOf(names: readonly string[], scenario: Scenario) {
  const meters = names.map((name) => meterIndex(scenario, name));
  return (now: RawSample, before: RawSample): number => {
    let counted = 0;
    for (const meter of meters) counted += now.totals[meter]! - before.totals[meter]!;
    return counted;
  };
}

function memoryReader(what: (CounterSource & { of: "memory" })["what"]): ReadCounter {
  switch (what) {
    case "availableMegabytes":
      return (state) => Math.floor(state.availableBytes() / 1_048_576);
    case "committedBytes":
      return (state) => state.committedBytes();
    case "commitLimitBytes":
      return (state) => state.scenario.machine.commitLimitBytes;
    case "commitPercent":
      // Windows computes this one from 32-bit fractions, which is why its last digits look so long.
      return (state) => {
        const share = state.committedBytes() / state.scenario.machine.commitLimitBytes;
        return (Math.floor(share * 4_294_967_296) / 4_294_967_296) * 100;
      };
  }
}
