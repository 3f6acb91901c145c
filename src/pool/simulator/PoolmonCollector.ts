import type { Pool, PoolMemory, PoolSnapshot, PoolTagRow } from "../formats/poolmon/PoolSnapshot.ts";
import type { Collector } from "./collect.ts";
import { gaugeIndex, meterIndex, type MachineState } from "./MachineState.ts";
import { createRandom } from "./Random.ts";
import type { Scenario } from "./Scenario.ts";
import { printStampLine, type StampStyle } from "./stampLine.ts";
import { localFromUtc } from "./TimeZone.ts";

/** How the loop around PoolMon was set up. */
export interface PoolmonRecording {
  /** when each snapshot is due (UTC); it is taken within the second */
  times: readonly number[];
  /** what `-b` and PoolMon's own order do */
  sortBy: "bytes" | "tag";
  stampStyle: StampStyle;
}

/** The tag table's counters have 32 bits: they start again at 0. */
const WRAP = 4_294_967_296;

/** Takes snapshots like `poolmon -r -n`: one row per tag and pool that was ever used since boot. */
export class PoolmonCollector implements Collector {
  readonly snapshots: PoolSnapshot[] = [];
  private readonly scenario: Scenario;
  private readonly recording: PoolmonRecording;
  private readonly times: readonly number[];
  private readonly pageFaults: number;
  private readonly kernelCode: number;

  constructor(scenario: Scenario, recording: PoolmonRecording) {
    const random = createRandom("poolmon", scenario.seed);
    this.scenario = scenario;
    this.recording = recording;
    // The script waits by `ping -n`, so it comes a little late, by another little each time.
    this.times = recording.times.map((time) => time + 300 + Math.floor(random.next() * 45) * 10);
    this.pageFaults = meterIndex(scenario, "page faults");
    this.kernelCode = gaugeIndex(scenario, "kernel code");
  }

  nextTime(): number {
    return this.times[this.snapshots.length] ?? Infinity;
  }

  observe(state: MachineState): void {
    const time = localFromUtc(this.scenario.machine.zone, this.nextTime());
    this.snapshots.push({
      number: this.snapshots.length + 1,
      stamp: printStampLine(time, this.recording.stampStyle),
      time,
      memory: this.memory(state),
      scope: "system",
      rows: this.rows(state),
      line: 0,
      log: undefined,
    });
  }

  private memory(state: MachineState): PoolMemory {
    const { machine } = this.scenario;
    const wholeKilobytes = (bytes: number) => Math.floor(bytes / 1024) * 1024;
    return {
      physicalBytes: machine.physicalBytes,
      availableBytes: wholeKilobytes(state.availableBytes()),
      pageFaults: state.totals[this.pageFaults]! % WRAP,
      residentKernelBytes: state.values[this.kernelCode]!,
      residentPagedPoolBytes: state.residentPagedBytes(),
      commitBytes: wholeKilobytes(state.committedBytes()),
      commitLimitBytes: machine.commitLimitBytes,
      commitPeakBytes: wholeKilobytes(state.commitPeakBytes),
      nonpagedBytes: state.poolBytes("nonpaged"),
      pagedBytes: state.poolBytes("paged"),
    };
  }

  private rows(state: MachineState): PoolTagRow[] {
    const rows = new Map<string, PoolTagRow>();
    for (const [index, { tag, pool, blockBytes }] of this.scenario.sites.entries()) {
      if (state.allocations[index] === 0) continue;
      const row = rows.get(tag + pool) ?? emptyRow(tag, pool);
      rows.set(tag + pool, row);
      const blocks = state.allocations[index]! - state.frees[index]!;
      row.allocs += state.allocations[index]!;
      row.frees += state.frees[index]!;
      row.diff += blocks;
      row.bytes += blocks * blockBytes;
    }
    for (const row of rows.values()) {
      row.perAlloc = row.diff === 0 ? 0 : Math.floor(row.bytes / row.diff);
      row.allocs %= WRAP;
      row.frees %= WRAP;
    }
    const order = this.recording.sortBy === "bytes" ? byBytes : byTag;
    return [...rows.values()].sort(order);
  }
}

function emptyRow(tag: string, pool: Pool): PoolTagRow {
  return { tag, pool, allocs: 0, frees: 0, diff: 0, bytes: 0, perAlloc: 0, line: 0 };
}

const byBytes = (a: PoolTagRow, b: PoolTagRow) => b.bytes - a.bytes || byTag(a, b);

/** By character code, as PoolMon sorts: capitals before small letters. */
function byTag(a: PoolTagRow, b: PoolTagRow): number {
  const [first, second] = [a.tag + a.pool, b.tag + b.pool];
  return first < second ? -1 : Number(first > second);
}
