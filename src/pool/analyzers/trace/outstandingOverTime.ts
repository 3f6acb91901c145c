import type { PoolTrace } from "../../formats/wpt/PoolTrace.ts";
import { wholeWindow } from "./lifetimes.ts";
import type { EventPairs } from "./pairEvents.ts";

/** What a call path held at one moment of the blocks that it allocated since the trace began. */
export interface OutstandingRow {
  /** since the trace began */
  seconds: number;
  blocks: number;
  bytes: number;
}

/**
 * How what a stack allocated in the trace, and has not freed yet, grew over it: level for work that comes and goes, a ramp for a leak.
 *
 * @param path whose blocks are counted, by tag and stack: an index into `stacks`; all of them where it is not given
 * @param moments how many rows
 */
export function outstandingOverTime(
  trace: PoolTrace,
  { partner }: EventPairs,
  { tag, stackIndex }: { tag?: string; stackIndex?: number } = {},
  moments = 40,
): OutstandingRow[] {
  const { from, until } = wholeWindow(trace);
  const wanted = tag === undefined ? undefined : trace.tags.indexOf(tag.padEnd(4));
  const isOther = (at: number): boolean =>
    (wanted !== undefined && trace.tag[at] !== wanted) || (stackIndex !== undefined && trace.stack[at] !== stackIndex);
  const rows: OutstandingRow[] = [];
  let [blocks, bytes] = [0, 0];
  let at = 0;
  for (let number = 0; number < moments; number++) {
    const moment = from + ((until - from) * number) / Math.max(1, moments - 1);
    for (; at < trace.event.length && trace.time[at]! <= moment; at++) {
      const allocated = trace.event[at] === 0 ? at : partner[at]!;
      // The free of an older block takes nothing away from what the trace saw allocated.
      if (allocated < 0 || isOther(allocated)) continue;
      const change = trace.event[at] === 0 ? 1 : -1;
      blocks += change;
      bytes += change * trace.bytes[allocated]!;
    }
    rows.push({ seconds: (moment - from) / 1e6, blocks, bytes });
  }
  return rows;
}
