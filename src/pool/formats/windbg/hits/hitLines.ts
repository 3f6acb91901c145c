import { parseAddress } from "../Address.ts";
import { parseDebuggerTime } from "../debuggerTime.ts";
import { parseSymbol } from "./parseSymbol.ts";

/*
 * The lines of a session with nt!PoolHitTag beside its stacks.
 */

const RE_BREAK = /^(.{0,120}?)Break instruction exception - code 80000003\b/;
const RE_BREAKPOINT = /^\s{0,8}Breakpoint \d{1,6} hit\s{0,8}$/;
const RE_BANNER = /^\s{0,8}\*.{0,40}You are seeing this message because you pressed/;
const RE_PLACE = /^\s{0,16}(\S.{0,900}?)(?: \[[^[\]]{1,400}\])?:\s{0,8}$/;
const RE_REGISTER = /^\s{0,16}(rax|rcx|eax|ecx|\$retreg)=([0-9a-f`]{8,17})\s{0,8}$/i;
const RE_TIME = /^\s{0,16}Debug session time: /;

/** A line that says that the machine has stopped; the time before it is that of `.echotimestamps`. */
export function parseBreak(text: string): { isBreakpoint: boolean; time: number } | undefined {
  if (RE_BREAKPOINT.test(text)) return { isBreakpoint: true, time: NaN };
  const match = RE_BREAK.exec(text);
  return match ? { isBreakpoint: false, time: parseDebuggerTime(match[1]!) } : undefined;
}

/** The debugger's words after somebody pressed Ctrl+Break. */
export function isManualBanner(text: string): boolean {
  return RE_BANNER.test(text);
}

/** The place of a break, on a line of its own: `nt!ExAllocatePoolWithTag+0xa41:`. */
export function parsePlace(text: string): string | undefined {
  if (text.length > 1400) return undefined;
  const place = RE_PLACE.exec(text)?.[1];
  return place === undefined ? undefined : parseSymbol(place)?.symbol;
}

/** A register on a line of its own, as `r rax` prints it. */
export function parseRegister(text: string): { name: string; value: bigint } | undefined {
  const match = text.length < 80 ? RE_REGISTER.exec(text) : null;
  const address = match ? parseAddress(match[2]!) : undefined;
  return match && address !== undefined ? { name: match[1]!.toLowerCase(), value: BigInt(`0x${address}`) } : undefined;
}

/** The time that `.time` says; undefined for any other line. */
export function parseSessionTime(text: string): number | undefined {
  return RE_TIME.test(text) ? parseDebuggerTime(text) : undefined;
}
