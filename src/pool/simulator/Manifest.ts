import type { Pool } from "../formats/poolmon/PoolSnapshot.ts";
import type { Decoy, Verdict } from "./DatasetMachine.ts";

/** `datasets/manifest.json`: what each log shows, and the truth it was made from. Times are ISO 8601, UTC. */
export interface Manifest {
  about: string;
  machines: Record<string, MachineTruth>;
}

export interface MachineTruth {
  files: Record<string, FileTruth>;
  /** by name: `story`, `week`, `autumn`, `load` */
  periods: Record<string, PeriodTruth>;
  decoys: Decoy[];
}

export interface FileTruth {
  bytes: number;
  sha256: string;
  shows: string;
  /** how one would collect it */
  command: string;
  /** the period it was taken in; none for texts */
  period?: string;
  /** counter logs: what is in it */
  perfmon?: PerfmonTruth;
  /** PoolMon logs: what is in it */
  poolmon?: PoolmonTruth;
  /** logs of other tools: what is in it, in facts of that tool */
  facts?: Readonly<Record<string, unknown>>;
}

export interface PerfmonTruth {
  machine: string;
  zone: string;
  biasMinutes: number;
  intervalSeconds: number;
  samples: number;
  counters: number;
  /** lines of samples in which nothing could be read */
  stalledLines: number[];
  /** lines of samples without rates: the first of the log, and the first after a gap or a restart */
  firstLines: number[];
  /** logs of two days and more: the lowest sample of each pool between midnight and six, local time */
  nightlyMinima: NightlyMinimum[];
}

export interface NightlyMinimum {
  /** the local day: `2012-08-20` */
  day: string;
  nonpaged: { bytes: number; line: number };
  paged: { bytes: number; line: number };
}

export interface PoolmonTruth {
  layout: "narrow" | "wide";
  snapshots: number;
  /** distinct tags of the last snapshot */
  tags: number;
  /** rows of all snapshots together */
  rows: number;
  stamps: string[];
  /** what the leaking tags held at each snapshot, in blocks; 0 where they had no row yet */
  leaks: { tag: string; pool: Pool; diffs: number[]; shareOfPoolGrowth: number }[];
  /** of the tags that do not leak the one with the most allocations between the first and the last snapshot */
  busiest: { tag: string; pool: Pool; allocations: number; lastDiff: number };
  /** tags whose 32-bit counts passed 2^32 between two snapshots */
  wrapped: string[];
}

export interface PeriodTruth {
  scenario: string;
  seed: string;
  machine: string;
  operatingSystem: string;
  architecture: string;
  physicalBytes: number;
  bootedAt: string;
  from: string;
  until: string;
  reboots: { downAt: string; upAt: string }[];
  clockChanges: { at: string; biasMinutesBefore: number; biasMinutesAfter: number }[];
  gaps: { from: string; until: string }[];
  leaks: LeakTruth[];
  pools: Record<Pool, PoolTruth>;
  /** what one should conclude from the period's logs, in a word */
  verdict: Verdict;
  /** what none of them can tell */
  cannotTell?: readonly string[];
}

/** What a leaking tag really lost: sums over the events of the period. */
export interface LeakTruth {
  tag: string;
  pool: Pool;
  driver: string;
  /** the sizes of its blocks, headers included */
  blockBytes: number[];
  /** the return addresses behind the calls that allocate, as a stack shows them, where the period has a kernel to look into */
  callSites?: string[];
  /** when it began, where not at boot */
  since?: string;
  blocksLost: number;
  bytesLost: number;
  /** the time in which it lost them: the period without the time the machine was off */
  seconds: number;
  bytesPerSecond: number;
  bytesPerHour: number;
}

export interface PoolTruth {
  /** what one should conclude about the pool from this period's log */
  label: "leak" | "load" | "cache";
  /** the pool with nothing but what is held since boot and what has leaked, at the beginning and the end of the period */
  floorAtStartBytes: number;
  floorAtEndBytes: number;
  maximumBytes: number;
  maximumRule: string;
  /** seconds from the end of the period until nothing is left, where the pool leaks */
  secondsToExhaustion?: number;
}
