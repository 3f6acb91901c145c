/** The two pools. PoolMon counts NonPagedPoolNx as nonpaged. */
export type Pool = "nonpaged" | "paged";

/** One row of PoolMon: what a tag holds in one pool. The same tag may have two rows, one per pool. */
export interface PoolTagRow {
  /** four characters, blanks included: `Leak`, `Irp `, `Dh 1` */
  tag: string;
  pool: Pool;
  /** allocations since boot; wraps at 4,294,967,296 */
  allocs: number;
  /** frees since boot; wraps at 4,294,967,296 */
  frees: number;
  /** blocks held now: allocs - frees */
  diff: number;
  /** bytes held now, pool headers included */
  bytes: number;
  /** bytes / diff, rounded down, as PoolMon printed it; 0 where diff is 0 */
  perAlloc: number;
  /** the changes since the last refresh that the live screen prints in parentheses, where it does */
  change?: { allocs: number; frees: number; bytes: number };
  /** what `-g` or `-c` printed as Mapped_Driver: `ntfs.sys - AttrSup.c`; undefined where there is none or it is unknown */
  mappedDriver?: string;
  /** the row's line in the log, counted from 1 */
  line: number;
}

/** The two summary lines above a snapshot, in bytes (PoolMon prints kilobytes); NaN where one of the lines is missing. */
export interface PoolMemory {
  physicalBytes: number;
  availableBytes: number;
  pageFaults: number;
  /** kernel code and data resident in RAM */
  residentKernelBytes: number;
  /** paged pool resident in RAM */
  residentPagedPoolBytes: number;
  commitBytes: number;
  commitLimitBytes: number;
  commitPeakBytes: number;
  /** the whole nonpaged pool: the `N:` of `Pool N:… P:…` */
  nonpagedBytes: number;
  /** the whole paged pool: the `P:` of `Pool N:… P:…` */
  pagedBytes: number;
}

/** One PoolMon screen or `-n` snapshot. */
export interface PoolSnapshot {
  /** counted from 1 in the order of the file */
  number: number;
  /** the stamp line that the collecting script wrote above it, as it stands; empty where there is none */
  stamp: string;
  /** the stamp in milliseconds since 1970, local time as if it were UTC; undefined where it cannot be read with certainty */
  time: number | undefined;
  memory: PoolMemory | undefined;
  /** what the screen says it shows: the system's pool, or the pools of one or all sessions */
  scope: "system" | "session" | "all sessions";
  rows: PoolTagRow[];
  /** the snapshot's first line in the log, counted from 1 */
  line: number;
  /** the file's name, where it has one */
  log: string | undefined;
}
