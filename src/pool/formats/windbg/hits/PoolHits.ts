import type { StackTable } from "./StackFrame.ts";

/** What a hit was, by the routine in which the machine stopped. */
export const HIT_KINDS = ["allocate", "free", "manual", "unknown"] as const;
export type HitKind = (typeof HIT_KINDS)[number];

/**
 * The breaks of a PoolHitTag session, in the order of the log, as columns of the same length. Manual break-ins are kept and
 * marked: they are no hits.
 */
export interface PoolHits extends StackTable {
  /** the tag that was set, as far as the session says: four characters */
  tag: string | undefined;
  /** an index into HIT_KINDS */
  kind: Uint8Array;
  /** an index into `stacks`; -1 where no stack was printed */
  stack: Int32Array;
  /** whether the stack was cut off before it reached its root */
  isTruncated: Uint8Array;
  /** the processor in the prompt that followed; -1 where not printed */
  processor: Int16Array;
  /** milliseconds since 1970, local time as if UTC, from `.echotimestamps` or `.time`; NaN where there is none */
  time: Float64Array;
  /** the block: the value returned, or the first argument of the free, where the session printed it; 0n where not */
  pointer: BigUint64Array;
  /** the line of the break in the log */
  line: Uint32Array;
}
