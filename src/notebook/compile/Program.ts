/** One fence of a lesson, as its author or its reader wrote it. */
export interface CellSource {
  id: string;
  title: string;
  text: string;
  /** the line of the fence's first line of code in the lesson's file, counted from 1; 0 for a reader's edit */
  line: number;
  /** reads the names of other cells and gives none back; what it declares may have the name of another cell's */
  isPrivate?: true;
  /** hands the value of its last expression, under this name, to the cells that ask for it in `takesValues` */
  givesValueAs?: string;
  /** the values of other cells that it is handed by name; they come before a shared name of the same spelling */
  takesValues?: readonly string[];
}

/** Text the compiler put into a line of a cell: what stands behind it is shifted by its length. */
export interface Insertion {
  /** 1-based, in the cell's own text */
  line: number;
  /** 1-based column of the cell's own text before which the inserted text stands */
  column: number;
  length: number;
}

/** A cell as the worker runs it. */
export interface CompiledCell {
  id: string;
  title: string;
  /** the author's exact text */
  source: string;
  /** an ES module whose default export is `async ({ log, display, …names, modules }) => ({ value, names })` */
  code: string;
  /** what shifts columns between `source` and `code`; lines are the same in both */
  insertions: Insertion[];
  /** names it shares: those it declares at its top level, unless it is private */
  owns: string[];
  /** it reads names and shares none: an exercise */
  isPrivate?: true;
  /** names of other cells it reads */
  reads: string[];
  /** module specifiers it imports */
  imports: string[];
  /** literal names it passes to `log(…)` */
  logs: string[];
  /** it also asks for logs by names that only running it tells, so it counts as reading every log */
  anyLog?: boolean;
  /** what is wrong with it, in words; a cell with a problem is not run and its code is empty */
  problem?: CellProblem;
}

export interface CellProblem {
  message: string;
  /** 1-based, in the cell's own text */
  line: number;
  column: number;
}

/** A lesson's cells in the order of the page, with their graph. */
export interface Program {
  cells: CompiledCell[];
  /** for each cell the cells it reads from directly, in the order they must run */
  dependencies: Record<string, string[]>;
}
