import type { Pool } from "../formats/poolmon/PoolSnapshot.ts";
import type { Collector } from "./collect.ts";
import type { MachineState } from "./MachineState.ts";
import type { Scenario } from "./Scenario.ts";

/** What the machine really did between two moments of the same boot. */
export interface SegmentSums {
  /** the first and the last moment (UTC) */
  from: number;
  until: number;
  /** blocks of each site at both ends */
  blocksBefore: Float64Array;
  blocksAfter: Float64Array;
  /** allocations of each site in between */
  allocations: Float64Array;
  /** pool bytes at both ends */
  poolBytes: Record<Pool, { before: number; after: number }>;
  /** committed bytes at the end */
  committedBytes: number;
}

/** A period in segments: a reboot starts a new one. */
export interface PeriodSums {
  segments: SegmentSums[];
}

/** Sums the events themselves, so that the manifest says what happened and not what a log made of it. */
export class TruthCollector implements Collector {
  private readonly moments: readonly number[];
  private readonly seen: Snapshot[] = [];

  constructor({ period }: Scenario) {
    const ends = period.reboots.flatMap(({ downAt, upAt }) => [downAt - 1, upAt + 60_000]);
    this.moments = [period.from, ...ends, period.until];
  }

  nextTime(): number {
    return this.moments[this.seen.length] ?? Infinity;
  }

  observe(state: MachineState): void {
    this.seen.push({
      time: this.nextTime(),
      allocations: state.allocations.slice(),
      blocks: state.allocations.map((count, site) => count - state.frees[site]!),
      nonpaged: state.poolBytes("nonpaged"),
      paged: state.poolBytes("paged"),
      committed: state.committedBytes(),
    });
  }

  /** The sums: complete when the period has been played. */
  sums(): PeriodSums {
    const segments: SegmentSums[] = [];
    for (let at = 0; at + 1 < this.seen.length; at += 2) {
      const [first, last] = [this.seen[at]!, this.seen[at + 1]!];
      segments.push({
        from: first.time,
        until: last.time,
        blocksBefore: first.blocks,
        blocksAfter: last.blocks,
        allocations: last.allocations.map((count, site) => count - first.allocations[site]!),
        poolBytes: {
          nonpaged: { before: first.nonpaged, after: last.nonpaged },
          paged: { before: first.paged, after: last.paged },
        },
        committedBytes: last.committed,
      });
    }
    return { segments };
  }
}

interface Snapshot {
  time: number;
  allocations: Float64Array;
  blocks: Float64Array;
  nonpaged: number;
  paged: number;
  committed: number;
}
