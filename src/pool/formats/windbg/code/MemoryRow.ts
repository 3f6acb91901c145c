import type { Address } from "../Address.ts";

/** One row of `dc`, `dd`, `db`, `dps`, …: bytes in the order of memory, whatever unit they were printed in. */
export interface MemoryRow {
  /** `dc`, `db`, …; of a symbol where the command named one: `nt!PoolHitTag` */
  command: string;
  symbol: string | undefined;
  address: Address;
  bytes: Uint8Array;
  line: number;
}
