import { DistinctTexts } from "./DistinctTexts.ts";
import type { PoolTrace } from "./PoolTrace.ts";
import { FRAME_SEPARATOR } from "./traceLayout.ts";

/** About 42 bytes each: with the piece that is read, a trace of any size stays below 300 MB. */
export const MOST_EVENTS = 5_000_000;

/** The letters of all distinct stacks, 32 MiB. */
const MOST_LETTERS = 1 << 25;

/** Gathers the events of a trace in columns that grow by doubling. */
export class TraceBuilder {
  count = 0;
  readonly tags = new DistinctTexts(1 << 16, 1 << 18);
  readonly processes = new DistinctTexts(1 << 16, 1 << 22);
  readonly stacks = new DistinctTexts(1 << 20, MOST_LETTERS);
  private time = new Float64Array(0);
  private event = new Uint8Array(0);
  private pool = new Uint8Array(0);
  private tag = new Uint16Array(0);
  private address = new BigUint64Array(0);
  /** the same memory in halves, low first: a BigInt per row would cost more than all the rest of it */
  private halves = new Uint32Array(0);
  private bytes = new Float64Array(0);
  private process = new Uint16Array(0);
  private thread = new Uint32Array(0);
  private stack = new Int32Array(0);
  private line = new Uint32Array(0);

  /** Takes one event; `process`, `tag` and `stack` are places in the texts. */
  add(row: TraceRow): void {
    if (this.count === this.time.length) this.resize(Math.max(1024, this.count * 2));
    const at = this.count++;
    this.time[at] = row.time;
    this.event[at] = row.event;
    this.pool[at] = row.pool;
    this.tag[at] = row.tag;
    this.halves[2 * at] = row.addressLow;
    this.halves[2 * at + 1] = row.addressHigh;
    this.bytes[at] = row.bytes;
    this.process[at] = row.process;
    this.thread[at] = row.thread;
    this.stack[at] = row.stack;
    this.line[at] = row.line;
  }

  /** Makes room for as many events as are expected. */
  reserve(events: number): void {
    if (events > this.time.length) this.resize(events);
  }

  /** The trace of what was gathered. */
  finish(lostEvents: number | undefined, log: string | undefined): PoolTrace {
    if (this.count < this.time.length) this.resize(this.count);
    const { time, event, pool, tag, address, bytes, process, thread, stack, line } = this;
    return {
      ...{ time, event, pool, tag, address, bytes, process, thread, stack, line },
      tags: this.tags.texts,
      processes: this.processes.texts,
      stacks: this.stacks.texts.map((text) => text.split(FRAME_SEPARATOR)),
      lostEvents,
      log,
    };
  }

  private resize(size: number): void {
    const { count } = this;
    const moved = <Column extends { set(from: Column): void; subarray(from: number, to: number): Column }>(
      from: Column,
      to: Column,
    ) => {
      to.set(from.subarray(0, count));
      return to;
    };
    this.time = moved(this.time, new Float64Array(size));
    this.event = moved(this.event, new Uint8Array(size));
    this.pool = moved(this.pool, new Uint8Array(size));
    this.tag = moved(this.tag, new Uint16Array(size));
    this.address = moved(this.address, new BigUint64Array(size));
    this.halves = new Uint32Array(this.address.buffer);
    this.bytes = moved(this.bytes, new Float64Array(size));
    this.process = moved(this.process, new Uint16Array(size));
    this.thread = moved(this.thread, new Uint32Array(size));
    this.stack = moved(this.stack, new Int32Array(size));
    this.line = moved(this.line, new Uint32Array(size));
  }
}

/** One event as it goes into the columns. */
export interface TraceRow {
  time: number;
  event: number;
  pool: number;
  tag: number;
  addressLow: number;
  addressHigh: number;
  bytes: number;
  process: number;
  thread: number;
  stack: number;
  line: number;
}
