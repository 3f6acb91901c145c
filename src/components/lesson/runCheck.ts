import { openAsBlob } from "node:fs";
import { join } from "node:path";
import { compileCheck } from "../../notebook/compile/compileCheck.ts";
import type { Program } from "../../notebook/compile/Program.ts";
import type { CheckFailure, CheckOutcome } from "../../notebook/run/CheckOutcome.ts";
import { runCheckProgram } from "../../notebook/run/runCheckProgram.ts";
import type { Lesson } from "./buildLesson.ts";
import { openNodeEngine } from "./runLesson.ts";

/**
 * Checks an answer to an exercise in Node, on the exercise machine's logs, as the page does in the browser.
 *
 * @returns what the check found, or the error that ended the answer (its `cell` is the exercise) or the check
 */
export async function runCheck(
  lesson: Lesson,
  exerciseId: string,
  answerText: string,
): Promise<CheckOutcome | CheckFailure> {
  const program = checkProgram(lesson, exerciseId, answerText);
  const [engine, logs] = await Promise.all([openNodeEngine(), exerciseLogs(lesson)]);
  try {
    return await runCheckProgram(engine, program, () => Promise.resolve(logs));
  } finally {
    engine.dispose();
  }
}

function checkProgram(lesson: Lesson, exerciseId: string, answerText: string): Program {
  const exercise = lesson.exercises.find(({ id }) => id === exerciseId);
  if (!exercise) throw new Error(`content/${lesson.page}.mdx has no exercise “${exerciseId}”.`);
  const { starter, solution, check } = exercise;
  return compileCheck(
    { cells: lesson.cells, answer: { ...starter, text: answerText }, solution, check },
    { logs: lesson.logs.map(({ name }) => name) },
  );
}

const opened = new Map<string, Promise<Blob>>();

/** The exercise machine's logs by the names of the lesson's; each file is opened once. */
async function exerciseLogs({ page, exerciseMachine, logs }: Lesson): Promise<Record<string, Blob>> {
  if (exerciseMachine === undefined)
    throw new Error(`content/${page}.mdx: \`evidence\` in its front matter names no exerciseMachine.`);
  const blobs = logs.map(async ({ name }) => {
    const file = join(process.cwd(), "datasets", exerciseMachine, name);
    if (!opened.has(file)) opened.set(file, openAsBlob(file));
    return [name, await opened.get(file)!] as const;
  });
  return Object.fromEntries(await Promise.all(blobs));
}
