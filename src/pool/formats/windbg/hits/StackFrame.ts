import type { Address } from "../Address.ts";

/** One frame of a stack, the innermost first. */
export interface StackFrame {
  /** `nt!ExAllocatePoolWithTag+0xa41`, `myfault+0x162f`, `0x00000000`77a8138a` as printed */
  symbol: string;
  /** `nt`, `myfault`; undefined for a bare address */
  module: string | undefined;
  /** `ExAllocatePoolWithTag`; undefined without symbols */
  function: string | undefined;
  /** bytes from the function's start, or the module's without one */
  offset: number | undefined;
  returnAddress: Address | undefined;
  /** Child-SP on x64, ChildEBP on x86; absent where not printed */
  stackPointer?: Address;
  /** the words of `Args to Child`: on x86 the arguments, on x64 what lies in their place, which optimised code leaves to chance */
  arguments?: Address[];
  /** the source file and line as printed: `c:\src\leak.c @ 42` */
  source?: string;
  /** a frame that the compiler folded into the next */
  isInline: boolean;
  line: number;
}

/** Distinct stacks, kept once each: hits in the hundreds of thousands share a handful. */
export interface StackTable {
  /** each distinct stack once */
  stacks: StackFrame[][];
}
