import { HIT_KINDS, type PoolHits } from "../../formats/windbg/hits/PoolHits.ts";

/** What one call path did in a PoolHitTag session. */
export interface HitPath {
  /** an index into the session's `stacks` */
  stack: number;
  kind: "allocate" | "free";
  /** the frames as printed, the innermost first */
  frames: string[];
  /** breaks on this path, without manual ones and truncated stacks */
  hits: number;
  /** allocations whose block was freed later in the session; of a free, those whose allocation was seen */
  paired: number;
  /** allocations of which the pointer is known and no free was seen */
  unpaired: number;
  /** hits without a pointer: they cannot be paired */
  withoutPointer: number;
  /** the line of its first break */
  line: number;
}

/** What the breaks of a session say. */
export interface HitSummary {
  paths: HitPath[];
  allocations: number;
  frees: number;
  /** manual breaks, which are no hits */
  manual: number;
  /** breaks with a stack that was cut off, or none: counted, but on no path */
  truncated: number;
  /** hits per second by the stamps; undefined without them. The machine stood still at each of them, so it is a lower bound. */
  perSecond: number | undefined;
}

/**
 * Pairs allocations with frees by pointer, in the order of the log: a block's address comes again once it was freed. Counting stacks is
 * a hint, pairing by pointer a proof; and a block that is not freed in the session may be freed after it.
 */
export function pairHits(hits: PoolHits): HitSummary {
  const paths = new Map<number, HitPath>();
  const open = new Map<bigint, HitPath | undefined>();
  const counts = { allocate: 0, free: 0, manual: 0, unknown: 0 };
  let truncated = 0;
  for (let at = 0; at < hits.kind.length; at++) {
    const kind = HIT_KINDS[hits.kind[at]!]!;
    counts[kind]++;
    if (kind !== "allocate" && kind !== "free") continue;
    const stack = hits.stack[at]!;
    const isWhole = stack >= 0 && hits.isTruncated[at] === 0;
    if (!isWhole) truncated++;
    const path = isWhole ? pathOf(paths, hits, stack, kind, at) : undefined;
    if (path) path.hits++;
    const pointer = hits.pointer[at]!;
    if (pointer === 0n) {
      if (path) path.withoutPointer++;
    } else if (kind === "allocate") {
      open.set(pointer, path);
      if (path) path.unpaired++;
    } else if (open.has(pointer)) {
      const allocation = open.get(pointer);
      open.delete(pointer);
      if (path) path.paired++;
      if (allocation) {
        allocation.paired++;
        allocation.unpaired--;
      }
    }
  }
  return {
    paths: [...paths.values()].sort((a, b) => b.unpaired - a.unpaired || b.hits - a.hits),
    allocations: counts.allocate,
    frees: counts.free,
    manual: counts.manual,
    truncated,
    perSecond: rateOf(hits),
  };
}

function pathOf(
  paths: Map<number, HitPath>,
  hits: PoolHits,
  stack: number,
  kind: HitPath["kind"],
  at: number,
): HitPath {
  const key = stack * 2 + (kind === "free" ? 1 : 0);
  let path = paths.get(key);
  if (!path) {
    const frames = hits.stacks[stack]!.map(({ symbol }) => symbol);
    path = { stack, kind, frames, hits: 0, paired: 0, unpaired: 0, withoutPointer: 0, line: hits.line[at]! };
    paths.set(key, path);
  }
  return path;
}

function rateOf({ time, kind }: PoolHits): number | undefined {
  let [count, first, last] = [0, Infinity, -Infinity];
  for (let at = 0; at < time.length; at++) {
    const stamp = time[at]!;
    if (!Number.isFinite(stamp) || HIT_KINDS[kind[at]!] === "manual") continue;
    count++;
    first = Math.min(first, stamp);
    last = Math.max(last, stamp);
  }
  return count > 1 && last > first ? ((count - 1) / (last - first)) * 1000 : undefined;
}
