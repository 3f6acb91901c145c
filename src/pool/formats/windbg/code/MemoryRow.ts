import type { Address } from "../Address.ts";

/** One row of `dc`, `dd`, `db`, `dps`, …: bytes in the order of memory, whatever unit they were printed in. */
export interface MemoryRow {
  /** `dc`, `db`, …; where the command was not copied, as the row looks */
  command: string;
  /** what the row was asked for where the command named a symbol: `nt!PoolHitTag`; undefined for the rows after it */
  symbol: string | undefined;
  address: Address;
  bytes: Uint8Array;
  /** what the pointer of a row of `dps`, `dqs` or `dds` points to: `myfault+0x162f`; absent where the debugger knows nothing */
  pointsTo?: string;
  line: number;
}
