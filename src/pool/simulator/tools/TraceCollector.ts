import type { PoolSummary, PoolSummaryRow, Lifetime } from "../../formats/wpt/PoolSummary.ts";
import { TRACE_EVENTS, TRACE_POOLS, type PoolTrace } from "../../formats/wpt/PoolTrace.ts";
import { pointerOf, requestedBytes } from "../blocks/blockBytes.ts";
import type { BlockEvent } from "../blocks/BlockEvent.ts";
import type { BlockWatch } from "../blocks/BlockLedger.ts";
import { Numbering } from "../blocks/Numbering.ts";
import type { KernelImage } from "../kernel/KernelImage.ts";
import { traceStackOf } from "../kernel/stackOf.ts";
import { createRandom } from "../Random.ts";
import type { AllocationSite, Scenario } from "../Scenario.ts";

/** How the recording was started and stopped. */
export interface TraceRecording {
  /** UTC */
  from: number;
  until: number;
  /** at most four, as the recorder's filter takes them; all where absent */
  tags?: readonly string[];
  /** the share of events that never reached the file, since the buffers were too few */
  lostShare?: number;
}

/** Records allocations and frees like `xperf -on …+POOL`: within its window, with stacks, and without anything before it. */
export class TraceCollector implements BlockWatch {
  readonly from: number;
  readonly until: number;
  private readonly scenario: Scenario;
  private readonly kernel: KernelImage;
  private readonly recording: TraceRecording;
  private readonly events: BlockEvent[] = [];

  constructor(scenario: Scenario, kernel: KernelImage, recording: TraceRecording) {
    this.scenario = scenario;
    this.kernel = kernel;
    this.recording = recording;
    this.from = recording.from;
    this.until = recording.until;
  }

  sites({ tag }: AllocationSite): boolean {
    return this.recording.tags?.includes(tag) ?? true;
  }

  take(event: BlockEvent): void {
    this.events.push(event);
  }

  /** The events in time order, without those that were lost. */
  trace(): PoolTrace {
    const { kept, lost } = this.keptEvents();
    const { length } = kept;
    const tags = new Numbering<string>();
    const processes = new Numbering<string>();
    const stacks = new Numbering<string[]>();
    const trace: PoolTrace = {
      time: new Float64Array(length),
      event: new Uint8Array(length),
      pool: new Uint8Array(length),
      tag: new Uint16Array(length),
      address: new BigUint64Array(length),
      bytes: new Float64Array(length),
      process: new Uint16Array(length),
      thread: new Uint32Array(length),
      stack: new Int32Array(length).fill(-1),
      line: new Uint32Array(length),
      tags: tags.things,
      processes: processes.things,
      stacks: stacks.things,
      lostEvents: lost,
      log: undefined,
    };
    for (const [at, { kind, time, site, address, caller, thread }] of kept.entries()) {
      const { tag, pool, blockBytes } = this.scenario.sites[site]!;
      const process = `${caller?.process ?? "System"} (${caller?.processId ?? 4})`;
      trace.time[at] = Math.round((time - this.from) * 1000);
      trace.event[at] = TRACE_EVENTS.indexOf(kind);
      trace.pool[at] = TRACE_POOLS.indexOf(
        pool === "paged" ? "paged" : this.kernel.hasNxPool ? "nonpagedNx" : "nonpaged",
      );
      trace.tag[at] = tags.numberOf(tag, () => tag);
      trace.address[at] = pointerOf(address, blockBytes);
      trace.bytes[at] = requestedBytes(blockBytes);
      trace.process[at] = processes.numberOf(process, () => process);
      trace.thread[at] = thread;
      if (!caller) continue;
      // Without offsets two ways to a routine may look the same.
      const shown = traceStackOf(this.kernel, [this.kernel.routines[kind].hitFrame, ...caller.frames]);
      trace.stack[at] = stacks.numberOf(shown.join(), () => shown);
    }
    return trace;
  }

  /** The table that WPA shows of the whole window: one row per pool, tag and lifetime, the largest first. */
  summary(form: PoolSummary["form"]): PoolSummary {
    const { kept, lost } = this.keptEvents();
    const rows = new Map<string, PoolSummaryRow>();
    const inside = new Map<bigint, BlockEvent>();
    const add = ({ site }: BlockEvent, lifetime: Lifetime) => {
      const { tag, pool, driver, blockBytes } = this.scenario.sites[site]!;
      // xperf tells allocations and what is left of them; frees of older blocks are no rows of its report.
      if (form === "xperf" && lifetime === "AOFI") return;
      const key = `${pool} ${tag} ${driver} ${form === "WPA" ? lifetime : ""}`;
      const row = rows.get(key) ?? emptyRow({ tag, pool, driver }, form, lifetime, this.kernel);
      rows.set(key, row);
      row.count += 1;
      row.bytes += requestedBytes(blockBytes);
      if (lifetime !== "AIFO") return;
      row.impactingBytes += requestedBytes(blockBytes);
      if (row.outstandingCount !== undefined) row.outstandingCount += 1;
    };
    for (const event of kept) {
      if (event.kind === "allocate") inside.set(event.address, event);
      else if (inside.delete(event.address)) add(event, "AIFI");
      else add(event, "AOFI");
    }
    for (const event of inside.values()) add(event, "AIFO");
    const windowSeconds = (this.until - this.from) / 1000;
    const sorted = [...rows.values()].sort((a, b) => b.impactingBytes - a.impactingBytes || b.bytes - a.bytes);
    return { form, rows: sorted, lostEvents: lost, windowSeconds, log: undefined };
  }

  private keptEvents(): { kept: BlockEvent[]; lost: number } {
    const { lostShare } = this.recording;
    const sorted = this.events.toSorted((a, b) => a.time - b.time);
    if (lostShare === undefined) return { kept: sorted, lost: 0 };
    const random = createRandom("lost", this.scenario.seed, this.from);
    // Buffers are lost whole: some hundreds of events in a row.
    let left = 0;
    const kept = sorted.filter(() => {
      if (left <= 0 && random.next() < lostShare / (250 * (1 - lostShare)))
        left = 150 + Math.floor(random.next() * 200);
      left -= 1;
      return left < 0;
    });
    return { kept, lost: sorted.length - kept.length };
  }
}

function emptyRow(
  { tag, pool, driver }: Pick<AllocationSite, "tag" | "pool" | "driver">,
  form: PoolSummary["form"],
  lifetime: Lifetime,
  { hasNxPool }: KernelImage,
): PoolSummaryRow {
  return {
    lifetime: form === "WPA" ? lifetime : undefined,
    pool,
    isNx: form === "xperf" && pool === "nonpaged" ? hasNxPool : undefined,
    tag,
    module: driver,
    stack: [],
    count: 0,
    bytes: 0,
    impactingBytes: 0,
    outstandingCount: form === "xperf" ? 0 : undefined,
    line: 0,
  };
}
