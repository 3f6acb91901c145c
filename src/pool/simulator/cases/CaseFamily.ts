import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import type { Choice, NumberRange } from "./Range.ts";

/** What is true of a case, in the words that a verdict uses: `unclear` where the evidence cannot tell. */
export type CaseKind = "leak" | "load" | "cache" | "steady" | "unclear";

export const FAMILY_NAMES = [
  "steady leak",
  "slow beside fast",
  "paged leak",
  "shared tag",
  "handle leak",
  "filling cache",
  "load like a leak",
  "error path",
  "reboot",
  "too short",
  "healthy idle",
  "healthy busy",
  "healthy huge tag",
] as const;
export type FamilyName = (typeof FAMILY_NAMES)[number];

/** What a machine is used for: decides its load over the day, its processes and its network. */
export type LoadKind = "file server" | "web server" | "database" | "terminal server" | "idle appliance" | "batch";

/** Whose tag it is that leaks, fills or stands there. */
export type TagOwner =
  /** a tag of a driver that no list knows */
  | "third party"
  /** a tag that Windows itself uses, for a driver of its own or for others */
  | "windows"
  /** an object type: a process keeps handles */
  | "objects"
  /** a default or library tag that several drivers use */
  | "shared";

export interface LeakRanges {
  owner: Choice<TagOwner>;
  pool: Choice<Pool>;
  /** block with its header; rounded to 16 bytes, from a page on to pages */
  blockBytes: NumberRange;
  /** what is lost over the recording, as a share of the pool at rest; cut where memory or the pool's limit ends it */
  growthShare: NumberRange;
  /** relative spread of the rate from one step to the next */
  spread: NumberRange;
  /** the share of the mean rate that comes with the users' load, the rest comes all the time */
  loadShare: NumberRange;
  /** when it begins: at boot, or some days or hours before the recording */
  begins: Choice<"boot" | "later">;
  /** further tags of the same driver whose blocks are lost together with these */
  lockstepTags: NumberRange;
}

/** The parameters of a family. What is absent does not happen in it. */
export interface FamilyRanges {
  load: Choice<LoadKind>;
  /** how busy the machine is beside others of its kind */
  loadFactor: NumberRange;
  /** length of the recording in hours */
  hours: NumberRange;
  /** samples of the counter log: the interval is the one of `INTERVALS` whose count comes nearest */
  samples: NumberRange;
  /** hours since boot when the recording begins */
  uptimeHours: NumberRange;
  /** number of PoolMon or CSV snapshots */
  snapshots: NumberRange;
  leak?: LeakRanges;
  /** how often the leak is there at all, where it is not always */
  leakShare?: number;
  /** a second leak of another driver: its rate as a share of the first one's, and its pool */
  second?: { rateShare: NumberRange; pool: Choice<"same" | "other">; blockBytes: NumberRange };
  /** drivers that use the leaking tag as well */
  otherUsers?: NumberRange;
  /** a cache: its size when full as a share of the pool at rest, and how much of the recording it takes to fill by two thirds */
  cache?: {
    owner: Choice<TagOwner>;
    pool: Choice<Pool>;
    blockBytes: NumberRange;
    sizeShare: NumberRange;
    fillShare: NumberRange;
    trimmed: Choice<boolean>;
  };
  /** what follows load in the pool, many times the ordinary */
  surge?: {
    pool: Choice<Pool>;
    factor: NumberRange;
    shapes: Choice<Surge>;
  };
  /** minutes from one bout of failures to the next, how long each lasts, and whether a counter shows them */
  failures?: { everyMinutes: NumberRange; minutes: NumberRange; counted: Choice<boolean> };
  /** reboots in the recording, each at a share of it */
  reboots?: { count: NumberRange; at: NumberRange; downMinutes: NumberRange };
  /** a tag that has been large since boot and stays, as a share of the pool's rest */
  huge?: { owner: Choice<TagOwner>; pool: Choice<Pool>; sizeShare: NumberRange; blockBytes: NumberRange };
}

/** How load can look like a leak. */
export type SurgeShape =
  /** only the morning was recorded, while everybody comes to work */
  | "morning"
  /** each day is busier than the one before */
  | "growing days"
  /** batch runs that grow longer and higher, each followed by rest */
  | "batch steps";

/** A shape, with the hours that it takes to show and the local hour at which the recording begins; any where absent. */
export interface Surge {
  shape: SurgeShape;
  hours: NumberRange;
  startHour?: NumberRange;
  /** what each day adds to the load, as a share of the first one's */
  growthPerDay?: NumberRange;
}

/** Cases of one kind: what they have in common, and between which bounds they differ. */
export interface CaseFamily {
  name: FamilyName;
  /** one sentence: what is wrong with such a machine, or what only seems to be */
  says: string;
  /** how often it is drawn beside the others */
  weight: number;
  /** what is true of all its cases */
  kind: CaseKind;
  ranges: FamilyRanges;
}
