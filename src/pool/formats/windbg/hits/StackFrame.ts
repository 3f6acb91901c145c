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
  /** a frame that the compiler folded into the next */
  isInline: boolean;
  line: number;
}

/** Distinct stacks, kept once each: hits in the hundreds of thousands share a handful. */
export interface StackTable {
  /** each distinct stack once */
  stacks: StackFrame[][];
}
