import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";

/** What is true of a final case: every fact that a report is asked for, and what the known mistakes would give. */
export interface FinalAnswers {
  seed: number;
  machine: string;
  operatingSystem: string;
  pool: Pool;
  tag: string;
  /** the driver's file */
  driver: string;
  /** bytes that the tag gained per hour between the first and the last snapshot */
  bytesPerHour: number;
  /** a lost block as PoolMon counts it, and what the driver asked for: without the header, where there is one */
  blockBytes: number;
  requestedBytes: number;
  /** the place that allocates what is never freed: where its code begins, what its call returns to, and where the driver lies */
  site: { module: string; from: number; returnsTo: number; base: string };
  process: string;
  /** what grows most beside the leak: a leak too, or not */
  second: { tag: string; pool: Pool; driver: string; leaks: boolean };
  /** hours from the last sample of the counters until the pool can grow no further at the leak's rate */
  hoursToFull: number;
  /** the limit it runs into: the pool's own maximum, or the machine's commit limit */
  limit: { kind: "maximum" | "commit"; bytes: number };
  mistakes: FinalMistakes;
}

/** What somebody finds who falls for a decoy. */
export interface FinalMistakes {
  /** the tags with the most bytes in the last snapshot and in the first, of both pools and of each; the leak left out */
  largestTags: readonly string[];
  /** the tag with the most allocations between the two */
  busiestTag: string;
  /** the driver's other tag, which it frees */
  siblingTag: string;
  /** the driver in which the letters stand inside a longer word, and that word */
  foreignDriver: string;
  foreignWord: string;
  /** the place in the driver whose blocks are freed, the place that frees, and the frame above the leaking one */
  freedSite: number;
  freeingSite: number;
  callingFrame: number;
  /** the program whose blocks, got at the leaking place, are freed */
  freedProcess: string;
  /** what the whole pool gained per hour: between its first and last sample, and by the highest of the first and last quarter */
  wholePoolPerHour: number;
  peaksPerHour: number;
  /** what the second grower gained per hour */
  secondPerHour: number;
  /** mean size of all blocks of the tag in the last snapshot */
  meanBlockBytes: number;
  /** hours by a limit that does not hold: paged pool alone against the commit limit, or the address space */
  wrongHours: readonly number[];
}
