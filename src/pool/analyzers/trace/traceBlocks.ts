import { TRACE_POOLS, type PoolTrace } from "../../formats/wpt/PoolTrace.ts";
import type { EventPairs } from "./pairEvents.ts";

/** One block of a trace: what both its events tell. */
export interface TraceBlock {
  /** four characters */
  tag: string;
  pool: (typeof TRACE_POOLS)[number];
  bytes: number;
  /** when it was allocated, in microseconds since the trace began; `-Infinity` for a block that is older */
  born: number;
  /** when it was freed; `Infinity` where that is not in the trace */
  died: number;
  /** of the allocation, or of the free where that is all there is: `NotMyfault.exe (3348)` */
  process: string;
  /** an index into the trace's `stacks`, of the same event; -1 for none */
  stackIndex: number;
  /** the line of that event */
  line: number;
}

/** Which blocks are wanted. */
export interface BlockFilter {
  tag?: string;
  /** an index into the trace's `stacks` */
  stackIndex?: number;
  /** at most so many; a trace has millions of events, and each block is an object */
  most?: number;
}

/** The blocks of a trace in the order in which they appear in it, each once. */
export function traceBlocks(
  trace: PoolTrace,
  { partner }: EventPairs,
  { tag, stackIndex, most = 100_000 }: BlockFilter = {},
): TraceBlock[] {
  const { time, event } = trace;
  const wanted = tag === undefined ? undefined : trace.tags.indexOf(tag.padEnd(4));
  const blocks: TraceBlock[] = [];
  for (let at = 0; at < event.length && blocks.length < most; at++) {
    const isAllocation = event[at] === 0;
    const other = partner[at]!;
    if (!isAllocation && other >= 0) continue;
    if (wanted !== undefined && trace.tag[at] !== wanted) continue;
    if (stackIndex !== undefined && trace.stack[at] !== stackIndex) continue;
    blocks.push({
      tag: trace.tags[trace.tag[at]!]!,
      pool: TRACE_POOLS[trace.pool[at]!]!,
      bytes: trace.bytes[at]!,
      born: isAllocation ? time[at]! : -Infinity,
      died: isAllocation ? (other < 0 ? Infinity : time[other]!) : time[at]!,
      process: trace.processes[trace.process[at]!] ?? "",
      stackIndex: trace.stack[at]!,
      line: trace.line[at]!,
    });
  }
  return blocks;
}
