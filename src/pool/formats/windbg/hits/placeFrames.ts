import { addToAddress, type Address } from "../Address.ts";
import type { StackFrame } from "./StackFrame.ts";

/** Where a frame of user mode lies: threads have a stack of their own there. */
const USER_STACK: Readonly<Record<number, Address>> = { 16: "000000000012f0c8", 8: "0012f0c8" };

/**
 * Gives each frame a stack pointer, for a stack that has none: the innermost lies at `top`, and each routine takes as much as a frame of
 * its kind does, always the same. Records of a simulated machine hold no stack pointers, but every `k` prints them.
 */
export function placeFrames(frames: readonly StackFrame[], top: Address): StackFrame[] {
  let at = top;
  return frames.map((frame) => {
    const isUser = frame.module === undefined;
    const stackPointer = isUser ? USER_STACK[top.length]! : at;
    if (!isUser) at = addToAddress(at, frameBytes(frame.symbol));
    return { ...frame, stackPointer };
  });
}

/** Between 0x30 and 0x120 bytes, in steps of 16: the stack is aligned so at each call. */
function frameBytes(symbol: string): number {
  let hash = 0;
  for (let at = 0; at < symbol.length; at++) hash = (Math.imul(hash, 31) + symbol.charCodeAt(at)) >>> 0;
  return 0x30 + 0x10 * (hash % 16);
}
