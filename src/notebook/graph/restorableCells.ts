import type { Program } from "../compile/Program.ts";
import { ancestorsOf, cellOf, isDifferent } from "./cellGraph.ts";
import type { CellStates } from "./CellStates.ts";

/**
 * The stale cells that are again as they were built, with all they need: what they were built with holds again.
 *
 * @param isTouched whether a cell reads another log than the lesson's, or had an input set
 */
export function restorableCells(
  program: Program,
  built: Program,
  states: CellStates,
  isTouched: (cell: string) => boolean,
): string[] {
  const isAsBuilt = (id: string) => !isDifferent(cellOf(program, id), built) && !isTouched(id);
  return Object.keys(states).filter(
    (id) => states[id]!.status === "stale" && [id, ...ancestorsOf(program, id)].every(isAsBuilt),
  );
}
