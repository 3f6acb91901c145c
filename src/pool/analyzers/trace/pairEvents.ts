import type { PoolTrace } from "../../formats/wpt/PoolTrace.ts";

/** Which event of a trace belongs to which. */
export interface EventPairs {
  /** for each allocation the index of its free, for each free that of its allocation; -1 where there is none in the trace */
  partner: Int32Array;
  allocations: number;
  frees: number;
  /** allocations without a free in the trace */
  unfreed: number;
  /** frees of blocks that were allocated before the trace */
  older: number;
  /** allocations at an address that was not freed: an event is missing in between */
  missing: number;
}

const ALLOCATE = 0;

/**
 * Pairs each free with the last allocation at its address, in the order of time, since addresses are used again. Where events were lost,
 * pairs are missing too: `lostEvents` comes before anything that this says.
 */
export function pairEvents(trace: Pick<PoolTrace, "event" | "address">): EventPairs {
  const { event, address } = trace;
  const partner = new Int32Array(event.length).fill(-1);
  const open = new Map<bigint, number>();
  let [allocations, frees, unfreed, older, missing] = [0, 0, 0, 0, 0];
  for (let at = 0; at < event.length; at++) {
    const block = address[at]!;
    const held = open.get(block);
    if (event[at] === ALLOCATE) {
      allocations++;
      unfreed++;
      if (held !== undefined) missing++;
      open.set(block, at);
      continue;
    }
    frees++;
    if (held === undefined) {
      older++;
      continue;
    }
    unfreed--;
    partner[at] = held;
    partner[held] = at;
    open.delete(block);
  }
  return { partner, allocations, frees, unfreed, older, missing };
}
