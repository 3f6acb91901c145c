/** What happened to a block. */
export const TRACE_EVENTS = ["allocate", "free"] as const;

/** The pools of a trace: Windows 8 and later tell the two nonpaged pools apart. */
export const TRACE_POOLS = ["nonpaged", "nonpagedNx", "paged"] as const;

/**
 * The events of a pool trace in the order of the file, as columns of the same length. Nothing in it tells of a block that was
 * allocated before the trace began, but its free.
 */
export interface PoolTrace {
  /** microseconds since the trace began */
  time: Float64Array;
  /** an index into TRACE_EVENTS */
  event: Uint8Array;
  /** an index into TRACE_POOLS */
  pool: Uint8Array;
  /** an index into `tags` */
  tag: Uint16Array;
  address: BigUint64Array;
  /** bytes asked for; 0 for a free that does not say */
  bytes: Float64Array;
  /** an index into `processes` */
  process: Uint16Array;
  thread: Uint32Array;
  /** an index into `stacks`; -1 where none was recorded */
  stack: Int32Array;
  line: Uint32Array;
  /** distinct tags: four characters */
  tags: string[];
  /** distinct processes: `System (4)` */
  processes: string[];
  /** distinct stacks, the outermost frame first, as WPA shows them */
  stacks: string[][];
  /** events that the recording lost, where the file says so: then nothing in it is complete */
  lostEvents: number | undefined;
  /** the file's name, where it has one */
  log: string | undefined;
}
