import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import type { TimeZone } from "../TimeZone.ts";

/** How a driver's code is reached: a program asks the driver, opens a file that it filters, or a system thread works for it. */
export type CallPath = "control" | "open" | "worker";

/** Somebody on whose behalf the driver allocates. */
export interface CallingProcess {
  /** as the tools write it: `w3wp.exe` */
  process: string;
  processId: number;
  threads: readonly number[];
  path: CallPath;
}

/** A tag's blocks, and how fast they come. */
export interface BlockStream {
  tag: string;
  pool: Pool;
  /** the driver's file */
  driver: string;
  blockBytes: number;
  blocksPerSecond: number;
}

/** What grows beside the leak, and less: a leak of another driver, or a cache of Windows that fills. */
export type SecondGrower =
  | (BlockStream & { kind: "leak" })
  | { kind: "cache"; tag: string; pool: Pool; driver: string; blockBytes: number; blocks: number; seconds: number };

/** What is drawn for a seed: everything else of its case follows from it. */
export interface FinalCasePlan {
  seed: number;
  /** the computer's name in capitals */
  name: string;
  era: "old" | "new";
  gigabytes: number;
  processors: number;
  zone: TimeZone;
  restingBytes: Record<Pool, number>;
  /** how busy the machine is beside others, and when its office opens */
  churn: number;
  load: number;
  opensAt: number;
  /** the day of the counters, PoolMon, trace and dump (UTC) */
  bootedAt: number;
  from: number;
  until: number;
  snapshotMinutes: number;
  leak: BlockStream;
  /** the driver's other tag, which it frees as it should */
  sibling: string;
  /** who is lost blocks for, and who gets blocks at the same place and gives them back */
  guilty: CallingProcess;
  innocent: CallingProcess;
  second: SecondGrower;
  /** for a second leak: who it works for */
  secondCaller: CallingProcess;
  /** a driver that holds the tag's letters only inside a longer word */
  foreign: { driver: string; word: string };
  /** a tag of Windows that has been large since boot and stays */
  huge: { tag: string; pool: Pool; blockBytes: number; blocks: number };
  /** how often per second the busiest tag is allocated and freed */
  busiestPerSecond: number;
}
