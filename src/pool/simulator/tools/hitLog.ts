import { addToAddress, type Address } from "../../formats/windbg/Address.ts";
import { HIT_KINDS, type PoolHits } from "../../formats/windbg/hits/PoolHits.ts";
import type { StackFrame } from "../../formats/windbg/hits/StackFrame.ts";
import { printPoolHits } from "../../formats/windbg/hits/printPoolHits.ts";
import { formatZone } from "../../formats/windbg/memory/printTarget.ts";
import { frameAddress, moduleNamed, type KernelImage } from "../kernel/KernelImage.ts";
import { hashNames, noiseAt } from "../Random.ts";
import type { Scenario } from "../Scenario.ts";
import { biasAt } from "../TimeZone.ts";
import { HitCollector, type HitRecording } from "./HitCollector.ts";
import type { ToolRecording } from "./ToolRecording.ts";

/** What a scenario says of a session with PoolHitTag. */
export interface HitNote {
  file: string;
  shows: string;
  logFile: string;
  recording: HitRecording;
}

/** The log of a session in which the kernel stops at each allocation and free of a tag; the time, the stack and the block are noted each time. */
export function hitLog({ file, shows, logFile, recording }: HitNote): ToolRecording {
  return {
    ...{ file, shows },
    command: `a kernel debugger over the network: ed nt!PoolHitTag with the tag's DWORD, then at each break k and the block (gu; r rax for an allocation, r rcx for a free)`,
    start({ scenario, kernel, ledger }) {
      const collector = new HitCollector(scenario, kernel, recording);
      ledger.follow(collector);
      return {
        text: () => printHits(collector.hits(), scenario, kernel, logFile),
        truth: () => hitFacts(collector.hits()),
      };
    },
  };
}

function printHits(hits: PoolHits, scenario: Scenario, kernel: KernelImage, logFile: string): string {
  const { zone } = scenario.machine;
  return printPoolHits(hits, {
    logFile,
    layout: kernel.hasNxPool ? "new" : "old",
    tagAddress: addToAddress(moduleNamed(kernel, "nt").base, kernel.poolHitTagOffset),
    addressOf: (symbol) => frameAddress(kernel, symbol),
    stackTopOf: (hit) => stackTop(scenario, kernel, hits.stacks[hits.stack[hit]!] ?? []),
    zone: formatZone(-biasAt(zone, scenario.period.from)),
  });
}

/** The same work is done by the same thread, on its own stack. */
function stackTop({ seed }: Scenario, { hasNxPool }: KernelImage, frames: readonly StackFrame[]): Address {
  const stacks = hasNxPool ? "ffffc58e3f200000" : "fffff88006a00000";
  const work = hashNames(frames[2]?.symbol ?? "");
  return addToAddress(stacks, Math.floor(noiseAt(hashNames("stack", seed), work) * 0x60) * 0x6000 + 0x26f0);
}

/** How many of each kind, and what of the allocations was not freed, by stack. */
function hitFacts(hits: PoolHits): Readonly<Record<string, unknown>> {
  const open = new Map<bigint, number>();
  const counts = { allocate: 0, free: 0, manual: 0, unknown: 0 };
  for (const [at, kind] of hits.kind.entries()) {
    const name = HIT_KINDS[kind]!;
    counts[name] += 1;
    if (name === "allocate") open.set(hits.pointer[at]!, hits.stack[at]!);
    if (name === "free") open.delete(hits.pointer[at]!);
  }
  const outstanding: Record<string, number> = {};
  for (const stack of open.values()) {
    const place = hits.stacks[stack]!.slice(1, 3)
      .map(({ symbol }) => symbol)
      .join(" < ");
    outstanding[place] = (outstanding[place] ?? 0) + 1;
  }
  return { tag: hits.tag, ...counts, truncated: hits.isTruncated.reduce((sum, cut) => sum + cut, 0), outstanding };
}
