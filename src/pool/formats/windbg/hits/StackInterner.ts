import type { StackFrame, StackTable } from "./StackFrame.ts";

/** Keeps each distinct stack once. Two are the same when their routines and the addresses they return to are. */
export class StackInterner implements StackTable {
  readonly stacks: StackFrame[][] = [];
  private readonly known = new Map<string, number>();

  /** The index of a stack in `stacks`; -1 for one without frames. The first of equal stacks is kept, with its lines. */
  intern(frames: readonly StackFrame[]): number {
    if (frames.length === 0) return -1;
    let key = "";
    for (const { symbol, returnAddress = "", isInline } of frames) key += `${symbol} ${returnAddress} ${+isInline}\n`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, this.stacks.length);
    return this.stacks.push([...frames]) - 1;
  }
}
