import type { Address } from "../Address.ts";

/** One row of `u` or `ub`. */
export interface Instruction {
  address: Address;
  /** the label above it and its distance from there: `myfault+0x161f`; undefined where none was printed */
  symbol: string | undefined;
  bytes: Uint8Array;
  /** `mov`, `call`, with its prefix: `lock xadd` */
  mnemonic: string;
  /** as printed: `r8d,6B61654Ch`; empty where there are none */
  operands: string;
  line: number;
}
