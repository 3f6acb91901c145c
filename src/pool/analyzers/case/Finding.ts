import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import type { DriverCandidate } from "../snapshots/tagToDriver.ts";
import type { Verdict } from "../verdict/Verdict.ts";

/** A verdict over all files of a machine: what was lost, by whom, from where in the code, and what each file adds to that. */
export interface Finding extends Verdict {
  /** the drivers that may be behind it, the best first: one where the evidence names one, several where it cannot */
  candidates: DriverCandidate[];
  /** the process whose handles keep the objects, where the counters show one */
  process: string | undefined;
  /** where in the code the blocks are asked for, the place that holds most of them first */
  sites: CallSite[];
  /** tags that gain a block whenever the suspect does: the same leak, seen more than once */
  lockstep: LockstepTag[];
  /** what each file shows of the case, in the order in which they were given */
  basis: FileBasis[];
}

/** A place in a driver's code from which blocks come that are not given back. */
export interface CallSite {
  /** `myfault+0x162f`, `srv!SrvAllocateNonPagedPool`, or the address where no symbol is known */
  place: string;
  /** the driver's file or module; undefined where the address lies in no module that is listed */
  driver: string | undefined;
  /** the calls that lead there, the innermost first; empty where the evidence has none */
  stack: string[];
  /** in whose context most of the blocks were asked for, where the evidence tells: `NotMyfault.exe (3348)` */
  process?: string | undefined;
  /** what shows it */
  evidence: "Driver Verifier" | "PoolHitTag" | "trace" | "tag search";
  /** blocks that were asked for there and not freed, as far as the evidence goes; undefined where it does not count them */
  blocks: number | undefined;
  /** their bytes */
  bytes: number | undefined;
  /** what it shows and what it does not, as a sentence */
  says: string;
  line: number;
  /** the file that shows it; empty where it has no name */
  file: string;
}

/** A tag that grows in step with the suspect. */
export interface LockstepTag {
  tag: string;
  pool: Pool;
  /** blocks gained, for each block that the suspect gained */
  blocksPerBlock: number;
  bytes: number;
  line: number;
}

/** What one file adds. */
export interface FileBasis {
  /** empty where it has no name */
  file: string;
  /** one sentence */
  says: string;
  /** the lines that this rests on */
  lines: number[];
}
