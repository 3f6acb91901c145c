import type { CellSource, Program } from "../../notebook/compile/Program.ts";
import type { SampleLog } from "../cell/LessonProgram.ts";

/** What `/checks/<page>.json` says: what the browser needs to check the answers to a lesson's exercises. */
export interface LessonChecks {
  /** the lesson's cells as their author wrote them, for answers that read their names */
  cells: CellSource[];
  /** by the machine's folder its logs, under the names of the lesson's */
  logs: Record<string, SampleLog[]>;
  /** by the id of the exercise */
  exercises: Record<string, ExerciseCheck>;
}

export interface ExerciseCheck {
  /** the folder of the machine that the answer is checked on: code on another one than the page's, what is typed or chosen on the page's */
  folder: string;
  /** the server's name in these logs: `FABRIKAM-APP2` */
  machine: string;
  starter: CellSource;
  solution: CellSource;
  check: CellSource;
  /** the check of the untouched starter, compiled */
  program: Program;
}
