import { quantity, type Quantity } from "../../Quantity.ts";
import { TRACE_POOLS, type PoolTrace } from "../../formats/wpt/PoolTrace.ts";
import type { EventPairs } from "./pairEvents.ts";
import { wholeWindow, type TraceWindow } from "./lifetimes.ts";

/** What one call path left behind in a window of a trace. */
export interface OutstandingStack {
  /** four characters */
  tag: string;
  pool: (typeof TRACE_POOLS)[number];
  /** the frames, the outermost first, as the trace has them; empty where none was recorded */
  stack: string[];
  /** an index into the trace's `stacks`; -1 for none */
  stackIndex: number;
  /** in whose context they were allocated, the one with the most blocks first: `NotMyfault.exe (3348)` */
  processes: string[];
  /** blocks allocated in the window and not freed in it */
  count: number;
  bytes: number;
  /** blocks that were allocated in the window and freed in it: the path's transient ones */
  freed: number;
  /** what it lost per hour, by blocks that had time to be freed; undefined where the window is too short for any */
  rate: Quantity | undefined;
  /** how many eighths of the window hold a block that stayed: 8 for a leak that goes on all the time */
  spread: number;
  /** all that stayed were allocated so late that they had no time to be freed: the edge of the window, not a leak */
  isEdge: boolean;
  /** the line of its first event that stayed */
  line: number;
}

const PARTS = 8;
const MICROSECONDS_PER_HOUR = 3.6e9;
/** Nineteen in twenty blocks of a path that are freed are freed within this time: what is younger at the end may still be. */
const USUAL = 0.95;

/**
 * Blocks that were allocated inside a window and not freed in it, by tag and stack, the most bytes first. Such blocks are only
 * candidates: those of the last moments had no time to be freed. A leak leaves blocks in every part of the window.
 */
export function outstandingStacks(
  trace: PoolTrace,
  pairs: EventPairs,
  window: TraceWindow = wholeWindow(trace),
): OutstandingStack[] {
  const groups = new Map<string, { stayed: number[]; lifetimes: number[] }>();
  for (let at = 0; at < trace.event.length; at++) {
    const born = trace.time[at]!;
    if (trace.event[at] !== 0 || born < window.from || born > window.until) continue;
    const key = `${trace.pool[at]!} ${trace.tag[at]!} ${trace.stack[at]!}`;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { stayed: [], lifetimes: [] }));
    const end = pairs.partner[at]!;
    if (end >= 0 && trace.time[end]! <= window.until) group.lifetimes.push(trace.time[end]! - born);
    else group.stayed.push(at);
  }
  return [...groups.values()]
    .filter(({ stayed }) => stayed.length > 0)
    .map(({ stayed, lifetimes }) => summarise(trace, window, stayed, lifetimes))
    .sort((a, b) => b.bytes - a.bytes);
}

function summarise(
  trace: PoolTrace,
  { from, until }: TraceWindow,
  stayed: readonly number[],
  lifetimes: readonly number[],
): OutstandingStack {
  const first = stayed[0]!;
  const length = Math.max(until - from, 1);
  const usual = usualLifetime(lifetimes);
  // Younger blocks may be waiting for their free.
  const old = stayed.filter((at) => until - trace.time[at]! > usual);
  const observed = length - usual;
  const parts = new Set(
    stayed.map((at) => Math.min(PARTS - 1, Math.floor(((trace.time[at]! - from) / length) * PARTS))),
  );
  const bytesOf = (events: readonly number[]): number => events.reduce((sum, at) => sum + trace.bytes[at]!, 0);
  const stackIndex = trace.stack[first]!;
  return {
    tag: trace.tags[trace.tag[first]!]!,
    pool: TRACE_POOLS[trace.pool[first]!]!,
    stack: stackIndex < 0 ? [] : trace.stacks[stackIndex]!,
    stackIndex,
    processes: processesOf(trace, stayed),
    count: stayed.length,
    bytes: bytesOf(stayed),
    freed: lifetimes.length,
    rate: observed > 0 ? quantity((bytesOf(old) / observed) * MICROSECONDS_PER_HOUR, "B/h") : undefined,
    spread: parts.size,
    isEdge: old.length === 0,
    line: trace.line[first]!,
  };
}

function processesOf(trace: PoolTrace, events: readonly number[]): string[] {
  const blocks = new Map<string, number>();
  for (const at of events) {
    const name = trace.processes[trace.process[at]!] ?? "";
    blocks.set(name, (blocks.get(name) ?? 0) + 1);
  }
  return [...blocks].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

function usualLifetime(lifetimes: readonly number[]): number {
  if (lifetimes.length === 0) return 0;
  const sorted = Float64Array.from(lifetimes).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(USUAL * sorted.length))]!;
}
