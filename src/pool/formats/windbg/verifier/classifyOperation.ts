import type { StackFrame } from "../hits/StackFrame.ts";
import { VERIFIER_OPERATIONS } from "./VerifierLog.ts";

/** Modules whose routines stand between the pool and the driver; below them the names say nothing about the operation. */
const BETWEEN = new Set(["nt", "verifierext", "verifier", "ndis", "fltmgr", "wdf01000"]);

/** How far down the wrappers reach. */
const WRAPPERS = 4;

/**
 * Whether an entry of Verifier's log allocated or freed, as an index into VERIFIER_OPERATIONS. The log has no word for it: the
 * routines at the top of the stack tell, such as `nt!VerifierExAllocatePoolWithTag` or `ndis!ndisFreeToNPagedPool`.
 */
export function classifyOperation(frames: readonly StackFrame[]): number {
  for (const [depth, frame] of frames.slice(0, WRAPPERS).entries()) {
    const module = (frame.module ?? "").toLowerCase();
    if (depth > 0 && !BETWEEN.has(module)) break;
    const name = frame.function ?? "";
    const verbs = name.replace(/dealloc|allocated|freed/gi, "");
    const allocates = /alloc/i.test(verbs);
    const frees = /free/i.test(verbs) || /dealloc/i.test(name);
    if (allocates !== frees) return VERIFIER_OPERATIONS.indexOf(allocates ? "allocate" : "free");
    if (!BETWEEN.has(module)) break;
  }
  return VERIFIER_OPERATIONS.indexOf("unknown");
}
