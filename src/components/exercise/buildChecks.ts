import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { compileCheck } from "../../notebook/compile/compileCheck.ts";
import { compileProgram } from "../../notebook/compile/compileProgram.ts";
import type { Manifest } from "../../pool/simulator/Manifest.ts";
import type { SampleLog } from "../cell/LessonProgram.ts";
import type { Lesson } from "../lesson/buildLesson.ts";
import type { LessonExercise } from "../lesson/lessonExercises.ts";
import type { LessonChecks } from "./LessonChecks.ts";

/** Makes what the browser checks a lesson's exercises with. */
export async function buildChecks(lesson: Lesson): Promise<LessonChecks> {
  const { cells, logs, exercises } = lesson;
  const checks: LessonChecks = { cells, logs: {}, exercises: {} };
  for (const exercise of exercises) {
    const { id, starter, solution, check } = exercise;
    const folder = folderOf(lesson, exercise);
    checks.logs[folder] ??= await logsIn(folder, lesson);
    const options = { logs: logs.map(({ name }) => name) };
    checks.exercises[id] = {
      folder,
      machine: await machineOf(lesson, exercise),
      starter,
      solution,
      check,
      program: compileCheck({ cells, answer: starter, solution, check }, options),
    };
  }
  return checks;
}

/** The folder of the machine whose logs an exercise is checked on. What is typed was read off the page's logs, and is checked on them. */
function folderOf({ machine = "", exerciseMachine = "" }: Lesson, { form }: LessonExercise): string {
  return form === "code" ? exerciseMachine : machine;
}

function logsIn(folder: string, { logs }: Lesson): Promise<SampleLog[]> {
  return Promise.all(
    logs.map(async ({ name }) => {
      const { size } = await stat(join("datasets", folder, name));
      return { name, path: `/logs/${folder}/${name}`, bytes: size };
    }),
  );
}

/** The server whose logs an exercise is checked on, as the logs themselves name it. */
export async function machineOf(lesson: Lesson, exercise: LessonExercise): Promise<string> {
  const manifest = JSON.parse(await readFile(join("datasets", "manifest.json"), "utf8")) as Manifest;
  const { files, periods } = manifest.machines[folderOf(lesson, exercise)]!;
  const { logs } = compileProgram([...lesson.cells, { ...exercise.solution, isPrivate: true }]).cells.at(-1)!;
  // A text that was taken in no period, such as a list of tags, is the machine's in all of them.
  // The story is the first period of the lessons' machines; the others have only one.
  const [period = Object.keys(periods)[0]!] = logs.flatMap((log) => files[log]?.period ?? []);
  return periods[period]!.machine;
}

/** Names the text of a check, so that what was solved by another one can be told. */
export function versionOf(check: string): string {
  return createHash("sha256").update(check).digest("hex").slice(0, 10);
}
