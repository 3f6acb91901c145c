import type { Address } from "../Address.ts";
import type { StackFrame } from "../hits/StackFrame.ts";
import { classifyOperation } from "./classifyOperation.ts";
import type { VerifierLog } from "./VerifierLog.ts";

const FIRST_ROWS = 64;

/** What the line of an entry says. */
export interface LogEntry {
  block: Address;
  bytes: number;
  thread: Address;
  line: number;
}

/** Collects the entries of one log: the ring holds 65,536, so columns grow by doubling and each distinct stack is kept once. */
export class VerifierLogBuilder {
  capacity: number | undefined;
  searched: Address | undefined;
  entries = 0;
  private readonly startLine: number;
  private readonly stacks: StackFrame[][] = [];
  private readonly known = new Map<string, number>();
  private operation = new Uint8Array(FIRST_ROWS);
  private block = new BigUint64Array(FIRST_ROWS);
  private bytes = new Float64Array(FIRST_ROWS);
  private thread = new BigUint64Array(FIRST_ROWS);
  private stack = new Int32Array(FIRST_ROWS);
  private line = new Uint32Array(FIRST_ROWS);

  constructor(startLine: number) {
    this.startLine = startLine;
  }

  add(entry: LogEntry, frames: StackFrame[]): void {
    const at = this.entries++;
    if (at === this.line.length) this.grow();
    this.operation[at] = classifyOperation(frames);
    this.block[at] = BigInt(`0x${entry.block}`);
    this.bytes[at] = entry.bytes;
    this.thread[at] = BigInt(`0x${entry.thread}`);
    this.stack[at] = this.keep(frames);
    this.line[at] = entry.line;
  }

  build(): VerifierLog {
    const { entries } = this;
    return {
      capacity: this.capacity,
      searched: this.searched,
      stacks: this.stacks,
      operation: this.operation.slice(0, entries),
      block: this.block.slice(0, entries),
      bytes: this.bytes.slice(0, entries),
      thread: this.thread.slice(0, entries),
      stack: this.stack.slice(0, entries),
      line: this.line.slice(0, entries),
      startLine: this.startLine,
    };
  }

  /** The index of a stack; -1 for an entry without one. */
  private keep(frames: StackFrame[]): number {
    if (frames.length === 0) return -1;
    const key = frames.map(({ returnAddress, symbol }) => `${returnAddress ?? ""} ${symbol}`).join("\n");
    const index = this.known.get(key) ?? this.stacks.push(frames) - 1;
    this.known.set(key, index);
    return index;
  }

  private grow(): void {
    const rows = this.line.length * 2;
    this.operation = copyInto(new Uint8Array(rows), this.operation);
    this.block = copyInto(new BigUint64Array(rows), this.block);
    this.bytes = copyInto(new Float64Array(rows), this.bytes);
    this.thread = copyInto(new BigUint64Array(rows), this.thread);
    this.stack = copyInto(new Int32Array(rows), this.stack);
    this.line = copyInto(new Uint32Array(rows), this.line);
  }
}

function copyInto<Column extends { set(values: Column): void }>(larger: Column, column: Column): Column {
  larger.set(column);
  return larger;
}
