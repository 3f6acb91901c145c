import { compileCheck, solutionCell } from "../../notebook/compile/compileCheck.ts";
import { choicesIn } from "./choicesIn.ts";
import { compileProgram } from "../../notebook/compile/compileProgram.ts";
import type { CellSource, Program } from "../../notebook/compile/Program.ts";
import type { AnswerForm } from "../../notebook/compile/readFenceInfo.ts";
import type { Fence } from "../../notebook/compile/readFences.ts";

/** An exercise with the parts that belong to it. */
export interface LessonExercise {
  id: string;
  title: string;
  /** how it is answered */
  form: "code" | AnswerForm;
  /** what is asked beside the field or above the choices, where it is not answered by code */
  label: string;
  /** what can be chosen; empty where nothing can */
  choices: string[];
  starter: CellSource;
  solution: CellSource;
  check: CellSource;
}

/** The exercises of a page. One that leaves a reader alone, without check, hint or reasoning, ends the build. */
export function exercisesOf(page: string, text: string, fences: Fence[]): LessonExercise[] {
  return fences
    .filter(({ kind }) => kind === "exercise")
    .map((starter) => {
      const { id, title } = starter;
      const refuse = (what: string): never => {
        throw new Error(`content/${page}.mdx:${starter.line}: exercise “${id}” has no ${what}.`);
      };
      const part = (kind: "solution" | "check") => {
        const fence = fences.find((other) => other.kind === kind && other.id === id);
        return fence ?? refuse(`${kind} fence (\`ts ${kind} for="${id}"\`)`);
      };
      if (!text.includes(`<Hint for="${id}">`)) refuse(`hint: write <Hint for="${id}">…</Hint> behind its check`);
      if (!text.includes(`<Solution for="${id}">`))
        refuse(`reasoning for its solution: write <Solution for="${id}">…</Solution> behind its hints`);
      const { answer: form = "code", label = title, text: begun, line } = starter;
      const choices = form === "choice" ? choicesIn(begun) : [];
      if (choices.length < 2 && form === "choice")
        refuse('choices: its text is an array of two texts or more, ["a leak", "a cache", "load"]');
      if (form === "typed" && begun.trim() !== '""') refuse('empty field to begin with: the text of a typed one is ""');
      return {
        id,
        title,
        form,
        label,
        choices,
        starter: { id, title, text: begun, line, isPrivate: true },
        solution: part("solution"),
        check: part("check"),
      };
    });
}

/** Ends the build where a text of an exercise is wrong, and where a check would not be one. */
export function refuseExercise(
  page: string,
  exercise: LessonExercise,
  lesson: { cells: readonly CellSource[]; logs: readonly { name: string }[]; exerciseMachine: string | undefined },
): void {
  const { id, starter, solution, check } = exercise;
  if (lesson.exerciseMachine === undefined)
    throw new Error(
      `content/${page}.mdx:${starter.line}: exercise “${id}” has no other machine to be checked on: name one as \`exerciseMachine\` of \`evidence\` in the front matter.`,
    );
  const options = { logs: lesson.logs.map(({ name }) => name) };
  const alone = compileProgram([{ ...check, isPrivate: true }], options);
  refuseProblems(page, alone, () => ({ name: `the check of “${id}”`, source: check }));
  if (!compileProgram([check]).cells[0]!.owns.includes("check"))
    throw new Error(
      `content/${page}.mdx:${check.line}: the check of “${id}” declares no function “check”: write function check({ answer, expected, log }: CheckGiven): CheckOutcome { … }.`,
    );
  const program = compileCheck({ cells: lesson.cells, answer: starter, solution, check }, options);
  refuseProblems(page, program, (cell) =>
    cell === solutionCell(id)
      ? { name: `the solution of “${id}”`, source: solution }
      : { name: `the check of “${id}”`, source: check },
  );
}

/** Ends the build with file, line and column of the first problem of a program. */
export function refuseProblems(
  page: string,
  program: Program,
  nameOf: (cell: string) => { name: string; source: CellSource },
): void {
  for (const { id, problem } of program.cells) {
    if (!problem) continue;
    const { name, source } = nameOf(id);
    const line = source.line + problem.line - 1;
    throw new Error(`content/${page}.mdx:${line}:${problem.column}: ${name}: ${problem.message}`);
  }
}
