import type { Address } from "../Address.ts";
import type { StackTable } from "../hits/StackFrame.ts";

/** What an entry was, by the top frames of its stack: the log has no word for it. */
export const VERIFIER_OPERATIONS = ["allocate", "free", "unknown"] as const;

/**
 * What `!verifier 80` printed: a ring of the most recent operations, the newest first, as columns of the same length. What is
 * not in it may have been overwritten.
 */
export interface VerifierLog extends StackTable {
  /** how many entries the ring holds: 0x10000 on most systems; undefined where not printed */
  capacity: number | undefined;
  /** the block asked for; undefined for all */
  searched: Address | undefined;
  /** an index into VERIFIER_OPERATIONS */
  operation: Uint8Array;
  /** the block's address */
  block: BigUint64Array;
  /** bytes; those of an allocation and of its free may differ by a few */
  bytes: Float64Array;
  thread: BigUint64Array;
  /** an index into `stacks` */
  stack: Int32Array;
  line: Uint32Array;
  /** the line of the command, or of the first line understood */
  startLine: number;
}
