import type { CellSource, Program } from "../../notebook/compile/Program.ts";
import type { SampleLog } from "../cell/LessonProgram.ts";

/** What `/checks/<page>.json` says: what the browser needs to check the answers to a lesson's exercises. */
export interface LessonChecks {
  /** the lesson's cells as their author wrote them, for answers that read their names */
  cells: CellSource[];
  /** the exercise machine's logs, under the names of the lesson's */
  logs: SampleLog[];
  /** by the id of the exercise */
  exercises: Record<string, ExerciseCheck>;
}

export interface ExerciseCheck {
  /** the server whose logs the answer is checked on: `FABRIKAM-APP2` */
  machine: string;
  starter: CellSource;
  solution: CellSource;
  check: CellSource;
  /** the check of the untouched starter, compiled */
  program: Program;
}
