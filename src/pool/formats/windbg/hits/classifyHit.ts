import { HIT_KINDS, type HitKind } from "./PoolHits.ts";
import { parseSymbol } from "./parseSymbol.ts";
import type { StackFrame } from "./StackFrame.ts";

/** Where a debugger that is asked to break in stops the machine. */
const MANUAL = /^(?:DbgBreakPointWithStatus|RtlpBreakWithStatusInstruction|DbgBreakPoint)$/;
/** `ExAllocatePoolWithTag`, `ExFreeHeapPool`, `ExDeferredFreePool`, `ExpAllocatePoolWithTagFromNode`, `VerifierExFreePoolWithTag`. */
const ALLOCATES = /^(?:Verifier)?Exp?\w*Alloc\w*(?:Pool|Heap)/;
const FREES = /^(?:Verifier)?Exp?\w*Free\w*Pool/;

/**
 * What a break was, by the name of the place where the machine stopped. The stack below does not decide: an allocation may well be made
 * on the way to free something else.
 */
export function classifyHit(symbol: string | undefined): HitKind {
  const parts = symbol === undefined ? undefined : parseSymbol(symbol);
  const name = parts?.function;
  if (parts?.module !== "nt" || name === undefined) return "unknown";
  if (MANUAL.test(name)) return "manual";
  return FREES.test(name) ? "free" : ALLOCATES.test(name) ? "allocate" : "unknown";
}

/**
 * The same by the first frame of a stack that is no longer the place itself: the code of a routine may be cut into pieces without a name of
 * their own (`nt! ?? ::FNODOBFM::`string'+0x1234`), and then only its caller's name is left. Undefined where it is no pool routine's.
 */
export function classifyByCaller(frames: readonly StackFrame[]): HitKind | undefined {
  const kind = classifyHit(frames[1]?.symbol);
  return kind === "allocate" || kind === "free" ? kind : undefined;
}

/** The kind as the columns hold it. */
export function hitKindIndex(kind: HitKind): number {
  return HIT_KINDS.indexOf(kind);
}
