import type { PooltagEntry } from "../formats/tags/readPooltag.ts";
import type { KernelImage } from "./kernel/KernelImage.ts";
import type { PerfmonRecording } from "./PerfmonCollector.ts";
import type { PoolmonRecording } from "./PoolmonCollector.ts";
import type { Scenario } from "./Scenario.ts";
import type { ToolRecording } from "./tools/ToolRecording.ts";

/** What a scenario says of a file beside its bytes. */
export interface LogNote {
  /** the file's name as a cell writes it: `perfmon-week.csv` */
  file: string;
  /** the command that collects it */
  command: string;
  /** what one can see in it, in a sentence or two */
  shows: string;
}

/** One period of a machine and the logs that were taken then: all from one stream of events. */
export interface Recording {
  scenario: Scenario;
  perfmon?: LogNote & { recording: PerfmonRecording };
  poolmon?: LogNote & { recording: PoolmonRecording; layout: "narrow" | "wide" };
  /** the debugger, Driver Verifier, traces, the PowerShell collectors */
  tools?: readonly ToolRecording[];
  /** the kernel that those tools look into; needed where there are any */
  kernel?: KernelImage;
  /** what one should conclude from the logs, where that is not what really happened: a log may be too short for it */
  verdict?: Verdict;
  /** what no log of the period can tell */
  cannotTell?: readonly string[];
}

/** What one should conclude of a period. */
export type Verdict = "leak" | "load" | "cache" | "not enough";

/** Something that looks like the culprit and is not. */
export interface Decoy {
  tag: string;
  /** why it fools, and what tells it from a leak */
  why: string;
}

/** A folder of logs: one machine's evidence, with the files that are not from a collector. */
export interface DatasetMachine {
  /** the folder's name: `contoso-fs1` */
  name: string;
  recordings: readonly Recording[];
  texts: readonly (LogNote & { text: string })[];
  decoys: readonly Decoy[];
  /** what the machine's debugger knows tags by */
  pooltags?: readonly PooltagEntry[];
}
