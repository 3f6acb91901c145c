import { addToAddress, formatAddress, type Address } from "../../formats/windbg/Address.ts";
import { printMemoryRows } from "../../formats/windbg/code/printMemoryRows.ts";
import { HIT_KINDS, type PoolHits } from "../../formats/windbg/hits/PoolHits.ts";
import { printStack } from "../../formats/windbg/hits/printStack.ts";
import { printTarget } from "../../formats/windbg/memory/printTarget.ts";
import { printSession, type SessionPart } from "../../formats/windbg/printSession.ts";
import { frameAddress, moduleNamed, symbolAt, type KernelImage } from "../kernel/KernelImage.ts";
import { hashNames, noiseAt } from "../Random.ts";
import type { Scenario } from "../Scenario.ts";
import { biasAt, utcFromLocalTime } from "../TimeZone.ts";
import { HitCollector, type HitRecording } from "./HitCollector.ts";
import type { ToolRecording } from "./ToolRecording.ts";

/** What a scenario says of a session with PoolHitTag. */
export interface HitNote {
  file: string;
  shows: string;
  logFile: string;
  recording: HitRecording;
}

/** What the debugger says at a break that somebody made by hand. */
const BANNER = [
  "*******************************************************************************",
  "*                                                                             *",
  "*   You are seeing this message because you pressed either                    *",
  "*       CTRL+C (if you run console kernel debugger) or,                       *",
  "*       CTRL+BREAK (if you run GUI kernel debugger),                          *",
  "*   on your debugger machine's keyboard.                                      *",
  "*                                                                             *",
  "*                   THIS IS NOT A BUG OR A SYSTEM CRASH                       *",
  "*                                                                             *",
  '* If you did not intend to break into the debugger, press the "g" key, then   *',
  '* press the "Enter" key now.  This message might immediately reappear.  If it *',
  '* does, press "g" and "Enter" again.                                          *',
  "*                                                                             *",
  "*******************************************************************************",
];
const BREAK = "Break instruction exception - code 80000003 (first chance)";

/** The log of a session in which the kernel stops at each allocation and free of a tag; the time, the stack and the block are noted each time. */
export function hitLog({ file, shows, logFile, recording }: HitNote): ToolRecording {
  return {
    ...{ file, shows },
    command: `a kernel debugger over the network: ed nt!PoolHitTag with the tag's DWORD, then at each break .time, k and the block (gu; r rax for an allocation, r rcx for a free)`,
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
  const parts: SessionPart[] = startParts(hits, kernel);
  for (const [at, kind] of hits.kind.entries()) {
    const prompt = `${hits.processor[at]}: kd`;
    const name = HIT_KINDS[kind]!;
    parts.at(-1)!.output = breakText(kernel, name);
    parts.push({ prompt, command: ".time", output: timeText(scenario, hits.time[at]!) });
    if (name === "allocate" || name === "free") {
      const frames = hits.stacks[hits.stack[at]!]!;
      const stackPointers = pointersOf(scenario, frames.length, at);
      const layout = kernel.hasNxPool ? "new" : "old";
      parts.push({ prompt, command: "k", output: printStack(frames, { layout, stackPointers }) });
      const pointer = hits.pointer[at]!.toString(16).padStart(16, "0");
      parts.push(
        name === "free"
          ? { prompt, command: "r rcx", output: `rcx=${pointer}` }
          : {
              prompt,
              command: "gu; r rax",
              output: `${returnText(kernel, frames[0]!.returnAddress!)}\nrax=${pointer}`,
            },
      );
    }
    parts.push({ prompt, command: "g", output: "" });
  }
  return printSession(stopParts(parts, kernel), { logFile });
}

/** The tag is set, and the machine let go. */
function startParts({ tag, processor }: PoolHits, kernel: KernelImage): SessionPart[] {
  const prompt = `${processor[0] ?? 0}: kd`;
  const address = addToAddress(moduleNamed(kernel, "nt").base, kernel.poolHitTagOffset);
  const bytes = Uint8Array.from(tag ?? "", (letter) => letter.charCodeAt(0));
  const value = [...bytes].reduceRight((sum, byte) => sum * 256 + byte, 0).toString(16);
  const shown = (content: Uint8Array) => ({
    prompt,
    command: "dc nt!PoolHitTag l1",
    output: printMemoryRows([{ command: "dc", symbol: "nt!PoolHitTag", address, bytes: content, line: 0 }]),
  });
  return [
    shown(Uint8Array.of(0x0f, 0xff, 0xff, 0xff)),
    { prompt, command: `ed nt!PoolHitTag ${value}`, output: "" },
    shown(bytes),
    { prompt, command: "g", output: "" },
  ];
}

/** The last time the machine is not let go before the tag is taken off. */
function stopParts(parts: readonly SessionPart[], kernel: KernelImage): SessionPart[] {
  const { prompt } = parts.at(-1)!;
  // Without a debugger the next hit would stop the machine for good.
  const off = kernel.hasNxPool ? "ed nt!PoolHitTag 0" : "ed nt!PoolHitTag ffffff0f";
  return [...parts.slice(0, -1), { prompt, command: off, output: "" }, { prompt, command: "g", output: "" }];
}

function breakText(kernel: KernelImage, kind: (typeof HIT_KINDS)[number]): string {
  const isManual = kind === "manual" || kind === "unknown";
  const frame = isManual ? "nt!DbgBreakPointWithStatus+0x0" : kernel.routines[kind].hitFrame;
  const address = frameAddress(kernel, frame);
  const place = [`${symbolAt(kernel, address)}:`, `${formatAddress(address)} cc              int     3`];
  return [BREAK, ...(isManual ? BANNER : []), ...place].join("\n");
}

/** Where the allocation returned to: the instruction that looks at what it got. */
function returnText(kernel: KernelImage, address: Address): string {
  return `${symbolAt(kernel, address)}:\n${formatAddress(address)} 4885c0          test    rax,rax`;
}

function timeText(scenario: Scenario, local: number): string {
  const { zone } = scenario.machine;
  const time = utcFromLocalTime(zone, local);
  return printTarget({
    ...{ version: undefined, architecture: undefined, machineName: undefined, source: undefined, line: 0 },
    time: local,
    zoneMinutes: -biasAt(zone, time),
    uptimeSeconds: (time - scenario.period.bootedAt) / 1000,
  });
}

/** Stack pointers from the innermost frame outwards: each frame takes some hundred bytes. */
function pointersOf({ seed, machine }: Scenario, count: number, hit: number): Address[] {
  const hash = hashNames("stack", seed);
  const base = machine.operatingSystem.includes("2008") ? "fffff88006a00000" : "ffffc58e3f200000";
  let pointer = addToAddress(base, Math.floor(noiseAt(hash, hit % 3) * 0x60) * 0x6000 + 0x26f0);
  return Array.from({ length: count }, (_, frame) => {
    const own = pointer;
    pointer = addToAddress(pointer, 0x30 + 16 * Math.floor(noiseAt(hash ^ 1, frame) * 18));
    return own;
  });
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
