/** One fence of a lesson, as its author or its reader wrote it. */
export interface CellSource {
  id: string;
  title: string;
  text: string;
  /** the line of the fence's first line of code in the lesson's file, counted from 1; 0 for a reader's edit */
  line: number;
}

/** A cell as the worker runs it. */
export interface CompiledCell {
  id: string;
  title: string;
  /** the author's exact text */
  source: string;
  /** an ES module whose default export is `async ({ log, display, …names, modules }) => ({ value, names })` */
  code: string;
  /** top-level names it declares */
  owns: string[];
  /** names of other cells it reads */
  reads: string[];
  /** module specifiers it imports */
  imports: string[];
  /** literal names it passes to `log(…)` */
  logs: string[];
  /** what is wrong with it, in words; a cell with a problem is not run */
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
