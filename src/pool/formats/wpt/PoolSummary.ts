import type { Pool } from "../poolmon/PoolSnapshot.ts";

/** Where a block was allocated and freed, as seen from the visible window: inside or outside. */
export type Lifetime = "AIFI" | "AIFO" | "AOFI" | "AOFO";

/** One row of WPA's pool table, or of xperf's pool report. */
export interface PoolSummaryRow {
  /** undefined in xperf's report, which tells what is outstanding instead */
  lifetime: Lifetime | undefined;
  pool: Pool;
  isNx: boolean | undefined;
  /** four characters, blanks included */
  tag: string;
  /** the file that WPA or xperf names: `myfault.sys`; empty where none */
  module: string;
  /** the outermost frame first; empty where the table has no such column */
  stack: string[];
  count: number;
  bytes: number;
  /** bytes of blocks that were allocated inside the window and not freed in it */
  impactingBytes: number;
  /** blocks still there at the end; undefined where the table does not say */
  outstandingCount: number | undefined;
  line: number;
}

/** A summary of a pool trace: growth inside its window, never the standing inventory. */
export interface PoolSummary {
  form: "WPA" | "xperf";
  rows: PoolSummaryRow[];
  lostEvents: number | undefined;
  /** the length of the window, where the file says it */
  windowSeconds: number | undefined;
  log: string | undefined;
}
