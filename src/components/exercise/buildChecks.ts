import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { compileCheck } from "../../notebook/compile/compileCheck.ts";
import { compileProgram } from "../../notebook/compile/compileProgram.ts";
import type { Manifest } from "../../pool/simulator/Manifest.ts";
import type { Lesson } from "../lesson/buildLesson.ts";
import type { LessonExercise } from "../lesson/lessonExercises.ts";
import type { LessonChecks } from "./LessonChecks.ts";

/** Makes what the browser checks a lesson's exercises with. */
export async function buildChecks(lesson: Lesson): Promise<LessonChecks> {
  const { exerciseMachine: machine = "", cells, logs: sampleLogs, exercises } = lesson;
  const logs = await Promise.all(
    sampleLogs.map(async ({ name }) => {
      const { size } = await stat(join("datasets", machine, name));
      return { name, path: `/logs/${machine}/${name}`, bytes: size };
    }),
  );
  const checks: LessonChecks = { cells, logs, exercises: {} };
  for (const exercise of exercises) {
    const { id, starter, solution, check } = exercise;
    const options = { logs: logs.map(({ name }) => name) };
    checks.exercises[id] = {
      machine: await machineOf(lesson, exercise),
      starter,
      solution,
      check,
      program: compileCheck({ cells, answer: starter, solution, check }, options),
    };
  }
  return checks;
}

/** The server whose logs an exercise is checked on, as the logs themselves name it. */
export async function machineOf(lesson: Lesson, { solution }: LessonExercise): Promise<string> {
  const manifest = JSON.parse(await readFile(join("datasets", "manifest.json"), "utf8")) as Manifest;
  const { files, periods } = manifest.machines[lesson.exerciseMachine ?? ""]!;
  const { logs } = compileProgram([...lesson.cells, { ...solution, isPrivate: true }]).cells.at(-1)!;
  // A text that was taken in no period, such as a list of tags, is the machine's in all of them.
  const [period = "story"] = logs.flatMap((log) => files[log]?.period ?? []);
  return periods[period]!.machine;
}

/** Names the text of a check, so that what was solved by another one can be told. */
export function versionOf(check: string): string {
  return createHash("sha256").update(check).digest("hex").slice(0, 10);
}
