import type { PerfmonRecording } from "./PerfmonCollector.ts";
import type { PoolmonRecording } from "./PoolmonCollector.ts";
import type { Scenario } from "./Scenario.ts";

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
  perfmon: LogNote & { recording: PerfmonRecording };
  poolmon?: LogNote & { recording: PoolmonRecording; layout: "narrow" | "wide" };
}

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
}
