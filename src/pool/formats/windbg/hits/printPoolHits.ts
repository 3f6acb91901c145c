import { tagToValue } from "../../tags/tagValue.ts";
import { formatAddress, type Address } from "../Address.ts";
import { printMemoryRows } from "../code/printMemoryRows.ts";
import { formatDebuggerTime } from "../debuggerTime.ts";
import { printSession, type SessionOptions, type SessionPart } from "../printSession.ts";
import { hitKindIndex } from "./classifyHit.ts";
import { HIT_TAG_OFF } from "./parseHitTag.ts";
import { placeFrames } from "./placeFrames.ts";
import type { PoolHits } from "./PoolHits.ts";
import { printStack, type StackPrinting } from "./printStack.ts";

/** What the records of a session do not hold. */
export interface HitSessionOptions extends SessionOptions, StackPrinting {
  /** where the kernel keeps nt!PoolHitTag */
  tagAddress: Address;
  /** where a frame's name lies: the place of the break is printed with its address */
  addressOf: (symbol: string) => Address;
  /** where the machine stops when it is broken into: `nt!DbgBreakPointWithStatus` */
  manualPlace?: string;
  /** where the stack of a hit lies, for frames that have no stack pointer of their own */
  stackTopOf?: (hit: number) => Address;
  /** `UTC + 2:00`; breaks that have a time are printed with it */
  zone?: string;
  /** the instruction behind a call of the pool routine, as `u` prints it without its address */
  afterCall?: string;
}

/** What the debugger says after Ctrl+Break. */
const BANNER = [
  "*".repeat(79),
  ...[
    "",
    "  You are seeing this message because you pressed either",
    "      CTRL+C (if you run console kernel debugger) or,",
    "      CTRL+BREAK (if you run GUI kernel debugger),",
    "  on your debugger machine's keyboard.",
    "",
    "                  THIS IS NOT A BUG OR A SYSTEM CRASH",
    "",
    'If you did not intend to break into the debugger, press the "g" key, then',
    'press the "Enter" key now.  This message might immediately reappear.  If it',
    'does, press "g" and "Enter" again.',
    "",
  ].map((text) => `* ${text}`.padEnd(78) + "*"),
  "*".repeat(79),
];

/** Prints a whole session: the tag is set, each break is followed by its stack and, where it is known, its block, and the tag is taken off. */
export function printPoolHits(hits: PoolHits, options: HitSessionOptions): string {
  const { command = "k", tagAddress, zone = "UTC + 0:00" } = options;
  const isStamped = hits.time.some((time) => !Number.isNaN(time));
  const parts: SessionPart[] = [];
  const promptAt = (at: number) => ((hits.processor[at] ?? -1) < 0 ? "kd" : `${hits.processor[at]!}: kd`);
  let prompt = promptAt(0);
  const say = (text: string, output = "") => parts.push({ prompt, command: text, output });
  const show = (value: number) => {
    const bytes = Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24);
    say(
      "dc nt!PoolHitTag l1",
      printMemoryRows([{ command: "dc", symbol: undefined, address: tagAddress, bytes, line: 0 }]),
    );
  };
  if (isStamped) say(".echotimestamps 1");
  if (hits.tag !== undefined) {
    const value = tagToValue(hits.tag);
    show(HIT_TAG_OFF);
    say(`ed nt!PoolHitTag ${value.toString(16)}`);
    show(value);
  }
  for (let at = 0; at < hits.line.length; at++) {
    say("g", breakLines(hits, at, options, zone).join("\n"));
    prompt = promptAt(at);
    const frames = hits.stacks[hits.stack[at]!];
    const isPlaced = frames?.some(({ stackPointer }) => stackPointer !== undefined) ?? false;
    const top = isPlaced ? undefined : options.stackTopOf?.(at);
    if (frames) say(command, printStack(top === undefined ? frames : placeFrames(frames, top), options));
    if (hits.pointer[at] !== 0n) parts.push(...blockParts(hits, at, options, prompt));
  }
  if (hits.tag !== undefined) say("ed nt!PoolHitTag 0");
  // A log can be closed only while the machine stands.
  if (options.logFile === undefined) say("g");
  return printSession(parts, options);
}

function breakLines(hits: PoolHits, at: number, options: HitSessionOptions, zone: string): string[] {
  const { manualPlace = "nt!DbgBreakPointWithStatus", addressOf } = options;
  const isManual = hits.kind[at] === hitKindIndex("manual");
  const time = hits.time[at]!;
  const stamp = Number.isNaN(time) ? "" : `${formatDebuggerTime(time, zone)}: `;
  const first = hits.stacks[hits.stack[at]!]?.[0]?.symbol;
  const place = isManual ? manualPlace : (first ?? PLACES[hits.kind[at]!]!);
  const lines = [`${stamp}Break instruction exception - code 80000003 (first chance)`, ...(isManual ? BANNER : [])];
  return [...lines, `${place}:`, `${formatAddress(addressOf(place))} cc              int     3`];
}

/** The place of a hit that has no stack, by its kind. */
const PLACES = [
  "nt!ExAllocatePoolWithTag",
  "nt!ExFreePoolWithTag",
  "nt!DbgBreakPointWithStatus",
  "nt! ?? ::FNODOBFM::`string'",
];

/** An allocation's block is known once the routine has returned to its caller; a free's is its first argument. */
function blockParts(hits: PoolHits, at: number, options: HitSessionOptions, prompt: string): SessionPart[] {
  const { digits = 16, afterCall = "4885c0          test    rax,rax" } = options;
  const value = hits.pointer[at]!.toString(16).padStart(digits, "0");
  const isAllocation = hits.kind[at] === hitKindIndex("allocate");
  const register = (digits === 16 ? "r" : "e") + (isAllocation ? "ax" : "cx");
  if (!isAllocation) return [{ prompt, command: `r ${register}`, output: `${register}=${value}` }];
  const frames = hits.stacks[hits.stack[at]!];
  const back = frames?.[0]?.returnAddress;
  const there =
    frames?.[1] && back !== undefined ? [`${frames[1].symbol}:`, `${formatAddress(back)} ${afterCall}`] : [];
  return [{ prompt, command: `gu; r ${register}`, output: [...there, `${register}=${value}`].join("\n") }];
}
