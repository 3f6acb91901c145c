import { VERIFIER_OPERATIONS, type VerifierLog } from "../../formats/windbg/verifier/VerifierLog.ts";
import type {
  VerifiedDriver,
  VerifierAllocation,
  VerifierReport,
} from "../../formats/windbg/verifier/VerifierReport.ts";
import type { StackFrame } from "../../formats/windbg/hits/StackFrame.ts";
import { parseAddress, type Address } from "../../formats/windbg/Address.ts";
import { pointerOf, requestedBytes } from "../blocks/blockBytes.ts";
import type { BlockEvent } from "../blocks/BlockEvent.ts";
import type { BlockWatch } from "../blocks/BlockLedger.ts";
import { Numbering } from "../blocks/Numbering.ts";
import { frameAddress, symbolAt, type KernelImage } from "../kernel/KernelImage.ts";
import { objectAddress } from "../kernel/objectAddress.ts";
import { stackOf } from "../kernel/stackOf.ts";
import type { AllocationSite, Caller, Scenario } from "../Scenario.ts";

/** How many operations the ring of 64-bit Windows keeps. */
export const RING_ENTRIES = 0x10000;
/** Tag of the memory descriptor lists that Verifier makes for a verified driver. */
const MDL_TAG = "VMdl";
/** Flag of pool tracking. */
const POOL_TRACKING = 0x8;

interface Counts {
  allocations: number;
  bytes: number;
}

/** Watches one driver like Driver Verifier's pool tracking, from its load on: what is outstanding, the peaks, and a ring of operations. */
export class VerifierWatch implements BlockWatch {
  readonly from: number;
  readonly until = Infinity;
  readonly driver: string;
  private readonly scenario: Scenario;
  private readonly kernel: KernelImage;
  private readonly ring: BlockEvent[] = [];
  private readonly outstanding = new Map<string, BlockEvent>();
  private attempted = 0;
  private readonly current = { nonpaged: emptyCounts(), paged: emptyCounts() };
  private readonly peak = { nonpaged: emptyCounts(), paged: emptyCounts() };

  constructor(scenario: Scenario, kernel: KernelImage, driver: string) {
    this.scenario = scenario;
    this.kernel = kernel;
    this.driver = driver;
    this.from = scenario.period.bootedAt - 1;
  }

  sites({ driver }: AllocationSite): boolean {
    return driver === this.driver;
  }

  take(event: BlockEvent): void {
    const { pool, blockBytes } = this.scenario.sites[event.site]!;
    const sign = event.kind === "allocate" ? 1 : -1;
    const key = `${event.site} ${event.address}`;
    if (event.kind === "allocate") {
      this.attempted += 1;
      this.outstanding.set(key, event);
    } else this.outstanding.delete(key);
    const [now, most] = [this.current[pool], this.peak[pool]];
    now.allocations += sign;
    now.bytes += sign * requestedBytes(blockBytes);
    most.allocations = Math.max(most.allocations, now.allocations);
    most.bytes = Math.max(most.bytes, now.bytes);
    this.ring.push(event);
    if (this.ring.length > 2 * RING_ENTRIES) this.ring.splice(0, RING_ENTRIES);
  }

  /** What `!verifier 3` or `verifier /query` says now. */
  report(source: VerifierReport["source"]): VerifierReport {
    const { current, peak } = this;
    const both = (counts: typeof current, what: keyof Counts) => ({
      nonpaged: counts.nonpaged[what],
      paged: counts.paged[what],
    });
    const driver: VerifiedDriver = {
      name: this.driver,
      state: "loaded",
      currentAllocations: both(current, "allocations"),
      currentBytes: both(current, "bytes"),
      peakAllocations: both(peak, "allocations"),
      peakBytes: both(peak, "bytes"),
      allocations: source === "!verifier" ? this.allocations() : [],
      line: 0,
      ...(source === "!verifier"
        ? { address: this.objectOf("verified", this.driver), contiguousBytes: 0, peakContiguousBytes: 0 }
        : { loads: 1, unloads: 0 }),
    };
    const summary = {
      "Pool Allocations Attempted": this.attempted,
      "Pool Allocations Succeeded": this.attempted,
      "Pool Allocations Failed": 0,
      "Current paged pool allocations": current.paged.allocations,
      "Current paged pool bytes": current.paged.bytes,
      "Peak paged pool allocations": peak.paged.allocations,
      "Peak paged pool bytes": peak.paged.bytes,
      "Current nonpaged pool allocations": current.nonpaged.allocations,
      "Current nonpaged pool bytes": current.nonpaged.bytes,
      "Peak nonpaged pool allocations": peak.nonpaged.allocations,
      "Peak nonpaged pool bytes": peak.nonpaged.bytes,
    };
    return {
      source,
      flags: POOL_TRACKING,
      isPoolTracking: true,
      summary: source === "!verifier" ? summary : {},
      drivers: [driver],
      line: 0,
    };
  }

  /** The outstanding blocks, the newest first. */
  private allocations(): VerifierAllocation[] {
    return [...this.outstanding.values()]
      .sort((a, b) => b.time - a.time)
      .map(({ site, address, caller }) => {
        const { tag, blockBytes } = this.scenario.sites[site]!;
        return {
          address: hex(pointerOf(address, blockBytes)),
          bytes: requestedBytes(blockBytes),
          tag,
          caller: frameAddress(this.kernel, caller!.frames[0]!),
          callerSymbol: symbolOf(this.kernel, caller!.frames[0]!),
          line: 0,
        };
      });
  }

  private objectOf(kind: string, which: string | number): Address {
    return objectAddress(this.kernel, this.scenario.seed, kind, which);
  }

  /** What `!verifier 80` says now: of one block, or the newest entries. */
  log(asked: { block?: Address; newest?: number }): VerifierLog {
    const ring = this.ring.slice(-RING_ENTRIES).sort((a, b) => b.time - a.time);
    const bytesOf = ({ site }: BlockEvent) => this.scenario.sites[site]!.blockBytes;
    const entries = ring
      .filter((event) => asked.block === undefined || hex(pointerOf(event.address, bytesOf(event))) === asked.block)
      .slice(0, asked.newest);
    const stacks = new Numbering<StackFrame[]>();
    const { length } = entries;
    const log: VerifierLog = {
      capacity: RING_ENTRIES,
      searched: asked.block,
      operation: new Uint8Array(length),
      block: new BigUint64Array(length),
      bytes: new Float64Array(length),
      thread: new BigUint64Array(length),
      stack: new Int32Array(length).fill(-1),
      line: new Uint32Array(length),
      startLine: 0,
      stacks: stacks.things,
    };
    for (const [at, event] of entries.entries()) {
      const { verifierFrames, verifierMdlFrames = verifierFrames } = this.kernel.routines[event.kind];
      const isMdl = this.scenario.sites[event.site]!.tag === MDL_TAG;
      const own = isMdl ? verifierMdlFrames : verifierFrames;
      const frames = [...own, ...verified(event.caller?.frames ?? [])];
      log.operation[at] = VERIFIER_OPERATIONS.indexOf(event.kind);
      log.block[at] = pointerOf(event.address, bytesOf(event));
      log.bytes[at] = requestedBytes(bytesOf(event));
      log.thread[at] = BigInt(`0x${this.objectOf("thread", event.thread)}`);
      log.stack[at] = stacks.numberOf(frames.join(), () => stackOf(this.kernel, frames, true));
    }
    return log;
  }
}

/** This listing leaves the offset out where there are symbols. */
function symbolOf(kernel: KernelImage, frame: string): string {
  const symbol = symbolAt(kernel, frameAddress(kernel, frame));
  return symbol.includes("!") ? symbol.replace(/\+0x[0-9a-f]+$/, "") : symbol;
}

const emptyCounts = (): Counts => ({ allocations: 0, bytes: 0 });

const hex = (value: bigint): Address => parseAddress(value.toString(16).padStart(16, "0"))!;

/** Calls into a verified driver go through Verifier's own routine, which stands between the driver and its caller. */
function verified(frames: Caller["frames"]): string[] {
  const first = frames.findIndex((frame) => frame.startsWith("nt!"));
  if (first < 0 || !frames[first]!.startsWith("nt!Iop")) return [...frames];
  return [...frames.slice(0, first), "nt!IovCallDriver+0x566", ...frames.slice(first)];
}
