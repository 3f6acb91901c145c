import type { Lifetime } from "../../formats/wpt/PoolSummary.ts";
import type { PoolTrace } from "../../formats/wpt/PoolTrace.ts";
import type { EventPairs } from "./pairEvents.ts";

/** A part of a trace, in microseconds since its beginning: the first moment counts, the last one too. */
export interface TraceWindow {
  from: number;
  until: number;
}

/** How many blocks of each kind a window shows. */
export type LifetimeCounts = Record<Lifetime, { count: number; bytes: number }>;

/** The whole of a trace. */
export function wholeWindow({ time }: Pick<PoolTrace, "time">): TraceWindow {
  return { from: time[0] ?? 0, until: time.at(-1) ?? 0 };
}

/**
 * Where blocks were allocated and freed, as seen from a window: AIFI came and went inside, AIFO came and stayed, AOFI is older and was
 * freed inside, AOFO was there before and after. A block of which neither event is in the trace is not counted: nothing tells of it.
 *
 * @param tag an index into `tags`; all unless said
 */
export function lifetimes(
  trace: PoolTrace,
  { partner }: EventPairs,
  window: TraceWindow = wholeWindow(trace),
  tag?: number,
): LifetimeCounts {
  const counts: LifetimeCounts = {
    AIFI: { count: 0, bytes: 0 },
    AIFO: { count: 0, bytes: 0 },
    AOFI: { count: 0, bytes: 0 },
    AOFO: { count: 0, bytes: 0 },
  };
  const { time, event, bytes } = trace;
  for (let at = 0; at < event.length; at++) {
    if (tag !== undefined && trace.tag[at] !== tag) continue;
    const isAllocation = event[at] === 0;
    // Each block once: by its allocation, or by its free where that is all there is.
    if (!isAllocation && partner[at]! >= 0) continue;
    const born = isAllocation ? time[at]! : -Infinity;
    const died = isAllocation ? (partner[at]! < 0 ? Infinity : time[partner[at]!]!) : time[at]!;
    const kind = lifetimeIn(window, born, died);
    if (!kind) continue;
    counts[kind].count++;
    counts[kind].bytes += bytes[at]!;
  }
  return counts;
}

/**
 * What a block is as seen from a window, by when it was allocated and freed; undefined where it was there neither in it nor around it.
 *
 * @param born microseconds since the trace began; `-Infinity` for a block that is older
 * @param died `Infinity` where it was not freed in the trace
 */
export function lifetimeIn({ from, until }: TraceWindow, born: number, died: number): Lifetime | undefined {
  if (born > until || died < from) return undefined;
  return `A${born >= from ? "I" : "O"}F${died <= until ? "I" : "O"}`;
}
