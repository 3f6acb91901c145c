import type { ZoneName } from "./caseZones.ts";
import { byFactor, evenly, type Choice } from "./Range.ts";

/** A Windows release as far as a pool log shows it. */
export interface WindowsGeneration {
  operatingSystem: string;
  /** which tags it has: before Windows 10, or from it on */
  era: "old" | "new";
  /** years in which such a machine may have been recorded */
  years: readonly [first: number, last: number];
  /** the nonpaged pool's maximum as a share of memory, at most 128 GB, and the sentence that says so */
  nonpagedShare: number;
  nonpagedRule: string;
}

const LIMITS = "https://learn.microsoft.com/windows/win32/memory/memory-limits-for-windows-releases";

/** The limits are those of Microsoft's page on memory limits for Windows releases. */
export const GENERATIONS: Choice<WindowsGeneration> = [
  [generation("Windows Server 2008 R2 SP1", "old", [2011, 2016], 0.75, "75 % of RAM, at most 128 GB"), 2],
  [generation("Windows Server 2012 R2", "old", [2014, 2020], 1, "RAM or 16 TB, whichever is smaller"), 2],
  [generation("Windows Server 2016", "new", [2017, 2023], 1, "RAM or 128 GB, whichever is smaller"), 2],
  [generation("Windows Server 2019", "new", [2019, 2025], 1, "RAM or 128 GB, whichever is smaller"), 3],
  [generation("Windows Server 2022", "new", [2022, 2025], 1, "RAM or 128 GB, whichever is smaller"), 2],
];

/** Memory in GB. */
export const MEMORY_GIGABYTES: Choice<number> = [
  [4, 2],
  [8, 4],
  [12, 2],
  [16, 5],
  [24, 2],
  [32, 5],
  [48, 2],
  [64, 4],
  [96, 2],
  [128, 3],
  [192, 1],
  [256, 1],
];

/** Logical processors; a machine has at most one for each GB of its memory. */
export const PROCESSORS: Choice<number> = [
  [2, 2],
  [4, 4],
  [6, 1],
  [8, 4],
  [12, 2],
  [16, 3],
  [24, 1],
  [32, 1],
];

/** Nonpaged pool at rest in MB on 8 GB; it grows with the square root of memory, since tables and drivers do not all scale. */
export const NONPAGED_REST_MEGABYTES = byFactor(70, 320);
/** Paged pool at rest beside it. */
export const PAGED_REST_FACTOR = evenly(1.1, 2.2);
/** The page file beside memory. */
export const COMMIT_FACTOR = evenly(1.15, 2);
/** How the blocks in flight and the churn differ from the tag tables. */
export const TABLE_LOAD_FACTOR = byFactor(0.4, 3);
export const TABLE_CHURN_FACTOR = byFactor(0.2, 3);

/** Seconds between two samples: what people set, with how many of them do. */
export const INTERVALS: readonly number[] = [1, 5, 10, 15, 30, 60, 120, 300];

/** What is collected. */
export type EvidenceKind = "perfmon" | "poolmon" | "both" | "tagCsv" | "perfmon and tagCsv";
export const EVIDENCE: Choice<EvidenceKind> = [
  ["perfmon", 20],
  ["poolmon", 22],
  ["both", 38],
  ["tagCsv", 12],
  ["perfmon and tagCsv", 8],
];

/** Which counters were chosen: a whole data collector set, a few with the load beside the pools, or the pools alone. */
export type CounterSet = "whole" | "few" | "pools";
export const COUNTER_SETS: Choice<CounterSet> = [
  ["whole", 4],
  ["few", 3],
  ["pools", 1],
];

/** When snapshots are taken in a recording of three days and more: spread over it, or each night at the same time. */
export const SNAPSHOT_TIMES: Choice<"spread" | "nightly"> = [
  ["spread", 3],
  ["nightly", 1],
];

/** Where the machines stand. */
export const ZONE_CHOICE: Choice<ZoneName> = [
  ["Pacific", 3],
  ["Eastern", 2],
  ["W. Europe", 3],
  ["GMT", 1],
  ["India", 1],
];

/** Further drivers of third parties that are in order: how many, how many blocks of each of their tags, and how they churn. */
export const BYSTANDERS = evenly(1, 5);
export const BYSTANDER_BLOCKS = byFactor(4, 6000);
export const BYSTANDER_BLOCK_BYTES = byFactor(48, 8192);
export const BYSTANDER_CHURN_PER_SECOND = byFactor(0.002, 8);
/** How often a leaking driver also uses its tag as it should. */
export const ORDINARY_USE_SHARE = 0.6;

/** Memory that processes and the file cache use, as a share of the machine's. */
export const PROCESS_SHARE = evenly(0.12, 0.34);
export const CACHE_SHARE = evenly(0.05, 0.16);

/** No leak takes more memory than this share of the machine's by the end of the recording, or loses more bytes an hour. */
export const MOST_LEAKED_SHARE = 0.4;
export const MOST_BYTES_PER_HOUR = 25e9;

/** Rows in which nothing could be sampled, and whether the collector was off for a while. */
export const STALLED_ROWS: Choice<number> = [
  [0, 5],
  [1, 3],
  [2, 1],
  [3, 1],
];
export const COLLECTOR_GAP: Choice<boolean> = [
  [false, 9],
  [true, 1],
];

/** How often the driver files were searched for the tag as well, and how often a foreign driver is among the hits. */
export const SEARCHED_SHARE = 0.6;
export const FALSE_HITS: Choice<number> = [
  [0, 5],
  [1, 3],
  [2, 1],
];

function generation(
  operatingSystem: string,
  era: "old" | "new",
  years: readonly [number, number],
  nonpagedShare: number,
  rule: string,
): WindowsGeneration {
  return { operatingSystem, era, years, nonpagedShare, nonpagedRule: `${operatingSystem}: ${rule} (${LIMITS})` };
}
