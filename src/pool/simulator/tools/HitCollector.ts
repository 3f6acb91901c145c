import { HIT_KINDS, type PoolHits } from "../../formats/windbg/hits/PoolHits.ts";
import type { StackFrame } from "../../formats/windbg/hits/StackFrame.ts";
import { pointerOf } from "../blocks/blockBytes.ts";
import type { BlockEvent } from "../blocks/BlockEvent.ts";
import type { BlockWatch } from "../blocks/BlockLedger.ts";
import { Numbering } from "../blocks/Numbering.ts";
import type { KernelImage } from "../kernel/KernelImage.ts";
import { stackOf } from "../kernel/stackOf.ts";
import { hashNames, noiseAt } from "../Random.ts";
import type { AllocationSite, Scenario } from "../Scenario.ts";
import { localFromUtc } from "../TimeZone.ts";

/** A session with nt!PoolHitTag. */
export interface HitRecording {
  /** UTC: when the tag is set and when it is taken off */
  from: number;
  until: number;
  tag: string;
  /** somebody stops the machine by hand at these moments (UTC) */
  manualBreaks: readonly number[];
  /** hits, counted from 0, whose stack is cut off */
  truncated: readonly number[];
  /** a session is stopped after so many hits */
  most: number;
}

/** Breaks like a kernel whose PoolHitTag is set: at every allocation and free of the tag, and for nothing else. */
export class HitCollector implements BlockWatch {
  readonly from: number;
  readonly until: number;
  private readonly scenario: Scenario;
  private readonly kernel: KernelImage;
  private readonly recording: HitRecording;
  private readonly events: BlockEvent[] = [];

  constructor(scenario: Scenario, kernel: KernelImage, recording: HitRecording) {
    this.scenario = scenario;
    this.kernel = kernel;
    this.recording = recording;
    this.from = recording.from;
    this.until = recording.until;
  }

  sites({ tag }: AllocationSite): boolean {
    return tag === this.recording.tag;
  }

  take(event: BlockEvent): void {
    this.events.push(event);
  }

  hits(): PoolHits {
    const { tag, manualBreaks, truncated, most } = this.recording;
    const breaks = [
      ...this.events.map((event) => ({ time: event.time, event })),
      ...manualBreaks.map((time) => ({ time })),
    ]
      .sort((a, b) => a.time - b.time)
      .slice(0, most) as { time: number; event?: BlockEvent }[];
    const stacks = new Numbering<StackFrame[]>();
    const { length } = breaks;
    const hits: PoolHits = {
      tag,
      kind: new Uint8Array(length),
      stack: new Int32Array(length).fill(-1),
      isTruncated: new Uint8Array(length),
      processor: new Int16Array(length),
      time: new Float64Array(length),
      pointer: new BigUint64Array(length),
      line: new Uint32Array(length),
      stacks: stacks.things,
    };
    let number = 0;
    for (const [at, { time, event }] of breaks.entries()) {
      hits.kind[at] = HIT_KINDS.indexOf(event?.kind ?? "manual");
      hits.time[at] = Math.floor(localFromUtc(this.scenario.machine.zone, time));
      hits.processor[at] = this.processorAt(time);
      if (!event) continue;
      const frames = [this.kernel.routines[event.kind].hitFrame, ...(event.caller?.frames ?? [])];
      const isCut = truncated.includes(number);
      number += 1;
      hits.isTruncated[at] = Number(isCut);
      hits.pointer[at] = pointerOf(event.address, this.scenario.sites[event.site]!.blockBytes);
      const shown = isCut ? 3 : frames.length;
      hits.stack[at] = stacks.numberOf(`${shown} ${frames.join()}`, () => stackOf(this.kernel, frames).slice(0, shown));
    }
    return hits;
  }

  private processorAt(time: number): number {
    const { machine, seed } = this.scenario;
    return Math.floor(noiseAt(hashNames("processor", seed), Math.floor(time)) * machine.processors);
  }
}
