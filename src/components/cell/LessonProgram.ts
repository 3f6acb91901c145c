import type { Program } from "../../notebook/compile/Program.ts";

/** What `/programs/<page>.json` says: the lesson's cells, compiled, and the logs that they read. */
export interface LessonProgram {
  /** the content id of the lesson: `lessons/perfmon` */
  page: string;
  program: Program;
  logs: SampleLog[];
}

/** A log that comes with the lesson. */
export interface SampleLog {
  /** the name that cells pass to `log(…)` */
  name: string;
  /** where the site serves it, without the base: `/logs/contoso-fs1/perfmon.csv` */
  path: string;
  bytes: number;
  /** where the lesson shows it, without the base; absent when it does not */
  place?: string;
}
