import type { Program } from "../compile/Program.ts";
import { ancestorsOf } from "./cellGraph.ts";
import type { CellStates } from "./CellStates.ts";

/**
 * What to run so that a cell shows a result of the text on the page: the cells it needs whose value no worker holds, or
 * an outdated one, in order, then the cell itself; nothing else.
 */
export function planRun(program: Program, states: CellStates, cell: string): string[] {
  return [...ancestorsOf(program, cell).filter((id) => states[id]?.status !== "ran"), cell];
}
