import type { Pool } from "../formats/poolmon/PoolSnapshot.ts";
import type { Schedule } from "./Schedule.ts";
import type { TimeZone } from "./TimeZone.ts";

/**
 * What a machine can be busy with. `pressure` is not scheduled: it rises as available memory runs out. `failures` is what goes
 * wrong: connections that break, requests that are refused.
 */
export const ACTIVITIES = ["job", "users", "backup", "background", "pressure", "failures"] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** An amount per activity at its full level. */
export type PerActivity = Partial<Record<Activity, number>>;

/** The computer, as far as a log can show it. */
export interface Machine {
  /** the computer's name in capitals, as perfmon writes it */
  name: string;
  operatingSystem: string;
  architecture: "x64";
  /** physical memory that Windows can use, in bytes: a multiple of 4,096 */
  physicalBytes: number;
  processors: number;
  commitLimitBytes: number;
  zone: TimeZone;
  /** each pool's pages at rest and its limit */
  pools: Record<Pool, PoolTraits>;
}

/** How a pool turns blocks into pages. */
export interface PoolTraits {
  /** the pool's size when only what is held since boot is allocated; whole pages */
  restingBytes: number;
  /** bytes of small blocks that fit into partly free pages before the pool has to grow */
  slackBytes: number;
  /** the pool's maximum, and where that rule stands */
  maximumBytes: number;
  maximumRule: string;
}

/** One place in a driver that allocates: the smallest thing that can leak. */
export interface AllocationSite {
  /** four characters, blanks included */
  tag: string;
  pool: Pool;
  /** the file that holds the code: `myfault.sys` */
  driver: string;
  /** block size with its header: a multiple of 16 on x64, of 4,096 from a page on */
  blockBytes: number;
  /** blocks held from some time after boot until shutdown */
  heldBlocks: number;
  /** blocks allocated and freed again soon, per second, when the machine idles */
  churnPerSecond: number;
  /** blocks in flight or cached at the full level of each activity */
  follows: PerActivity;
  /** how slowly blocks are given back when the activity ends, in seconds; 0 for at once */
  fallSeconds: number;
  /** a cache: fills towards a size while users work, then stays */
  fills?: CacheFill;
  /** a leak: blocks allocated and never freed */
  leak?: Leak;
  /** when its code runs at all (UTC); always where absent */
  runs?: { from: number; until?: number };
  /** who asks for its blocks, for the logs that show stacks */
  callers?: readonly Caller[];
  /** who gives them back; the callers themselves where absent */
  releasers?: readonly Caller[];
}

/** A way to an allocation or a free: the code that was on the stack, and the threads that went there. */
export interface Caller {
  /** frames below the pool routine, the innermost first: `myfault+0x162f`, `nt!IopXxxControlFile+0x607` */
  frames: readonly string[];
  /** the process as the tools write it: `NotMyfault.exe` */
  process: string;
  processId: number;
  threads: readonly number[];
  /** its share of the site's blocks, beside the other callers'; 1 where absent */
  weight?: number;
}

export interface CacheFill {
  /** when it begins to fill (UTC); from boot on where absent */
  from?: number;
  /** blocks when full */
  blocks: number;
  /** seconds of full use by which some 63 % of what is still free is filled */
  seconds: number;
  /** local hour at which the cache is trimmed each day, and the share that goes */
  trim?: { hour: number; share: number };
}

export interface Leak {
  /** milliseconds between two lost blocks for a timer; with `blocksPerSecond` chance decides instead */
  everyMilliseconds?: number;
  blocksPerSecond?: number;
  /** relative spread of that rate from one step to the next, 0 to 1 */
  spread?: number;
  /** further lost blocks per second at full level of an activity */
  follows?: PerActivity;
  /** when it begins (UTC); from boot on where absent */
  from?: number;
  /** when it ends (UTC); never where absent */
  until?: number;
  /** leaks of the same name lose their blocks together: two structures that belong to one object */
  together?: string;
}

/** Something that is counted since boot: bytes sent, interrupts, clock ticks of work. */
export interface Meter {
  name: string;
  /** per second when the machine idles */
  perSecond: number;
  /** per second more at full level */
  follows: PerActivity;
  /** relative spread of one step, 0 to 1 */
  spread: number;
  /** the largest amount per second, where the hardware sets one */
  mostPerSecond?: number;
}

/** Something that has a value at every moment: handles of a process, open connections. */
export interface Gauge {
  name: string;
  /** the value when the machine idles */
  base: number;
  /** more (or less) at full level */
  follows: PerActivity;
  /** how far the value wanders from that, either side */
  wander: number;
  /** values are multiples of it: 4,096 for memory, 1 for counts */
  quantum: number;
  /** when the process behind it ends (UTC): no value from then on */
  endsAt?: number;
}

/** The stretch of time that is played. */
export interface Period {
  bootedAt: number;
  from: number;
  until: number;
  /** seconds between two steps of the machine while it is recorded */
  stepSeconds: number;
  reboots: readonly { downAt: number; upAt: number }[];
}

/** The truth about a machine over a period: with the seed it determines every byte of every log. */
export interface Scenario {
  name: string;
  seed: string;
  machine: Machine;
  period: Period;
  schedules: readonly { activity: Exclude<Activity, "pressure">; schedule: Schedule }[];
  sites: readonly AllocationSite[];
  meters: readonly Meter[];
  gauges: readonly Gauge[];
  /** names of the gauges that are pages in use: processes' working sets, the cache, modified pages */
  residentGauges: readonly string[];
  /** names of the gauges that are charged to commit */
  committedGauges: readonly string[];
}
