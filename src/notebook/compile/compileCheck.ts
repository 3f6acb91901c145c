import { ancestorsOf } from "../graph/cellGraph.ts";
import { compileProgram, type CompileOptions } from "./compileProgram.ts";
import type { CellSource, Program } from "./Program.ts";

/** What the check of an exercise is made of. */
export interface CheckSources {
  /** the lesson's cells, as their author wrote them */
  cells: readonly CellSource[];
  /** the exercise's id and title, with the reader's text */
  answer: CellSource;
  solution: CellSource;
  check: CellSource;
}

/** The cells of a check's program; no fence can have such an id, since a lesson's ids have no double hyphen. */
export const solutionCell = (exercise: string) => `${exercise}--solution`;
export const checkCell = (exercise: string) => `${exercise}--check`;

/**
 * The program that checks an answer: the lesson's cells that answer, solution or check need, then these three. The value
 * of the last cell, `checkCell(id)`, is the outcome as JSON (see `readCheckOutcome`). What is wrong with the reader's text
 * stands in the `problem` of the cell that has the exercise's id.
 */
export function compileCheck({ cells, answer, solution, check }: CheckSources, options?: CompileOptions): Program {
  const last = checkCell(answer.id);
  const program = compileProgram(
    [
      ...cells,
      { ...answer, isPrivate: true, givesValueAs: "answer" },
      { ...solution, id: solutionCell(answer.id), isPrivate: true, givesValueAs: "expected" },
      {
        ...check,
        id: last,
        // As text, so that no bound on what is shown cuts a sentence; on a line of its own, so that the author's stay lines.
        text: `${check.text}\n;JSON.stringify(await check({ answer, expected, log }))`,
        isPrivate: true,
        takesValues: ["answer", "expected"],
      },
    ],
    options,
  );
  const needed = new Set([...ancestorsOf(program, last), last]);
  return {
    cells: program.cells.filter(({ id }) => needed.has(id)),
    dependencies: Object.fromEntries(Object.entries(program.dependencies).filter(([id]) => needed.has(id))),
  };
}
