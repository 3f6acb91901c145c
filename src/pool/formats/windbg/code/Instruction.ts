import type { Address } from "../Address.ts";

/** One row of `u` or `ub`. */
export interface Instruction {
  address: Address;
  /** the label above it and its distance from there: `myfault+0x161f`; undefined where none was printed */
  symbol: string | undefined;
  bytes: Uint8Array;
  mnemonic: string;
  operands: string;
  line: number;
}
