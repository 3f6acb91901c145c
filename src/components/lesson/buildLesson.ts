import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { compileProgram } from "../../notebook/compile/compileProgram.ts";
import type { CellSource, Program } from "../../notebook/compile/Program.ts";
import { readFences, type Fence } from "../../notebook/compile/readFences.ts";
import type { RunResult } from "../../notebook/run/Engine.ts";
import { loadGlossary } from "../glossary/loadGlossary.ts";
import { refuseUnknownTerms } from "../glossary/readGlossary.ts";
import { readQuestions, type QuestionSet } from "../questions/readQuestions.ts";
import { exercisesOf, refuseExercise, refuseProblems, type LessonExercise } from "./lessonExercises.ts";
import { runLesson } from "./runLesson.ts";
import { whyTooBig } from "./whyTooBig.ts";

/** One log of a lesson. */
export interface LessonLog {
  /** the name that cells pass to `log(…)` */
  name: string;
  /** where the site serves it, without the base: `/logs/contoso-fs1/perfmon.csv` */
  path: string;
  /** where it stands on disk */
  file: string;
  bytes: number;
}

/** A page of `content/` with its cells compiled and run. */
export interface Lesson {
  page: string;
  machine: string | undefined;
  exerciseMachine: string | undefined;
  logs: LessonLog[];
  /** its cells as their author wrote them, without the exercises */
  cells: CellSource[];
  /** its cells, then the starters of its exercises as private cells, where they are code */
  program: Program;
  /** what each cell showed when the page was built */
  results: Record<string, RunResult>;
  exercises: LessonExercise[];
  /** its checks of understanding, in their order */
  questions: QuestionSet[];
}

interface Evidence {
  machine: string;
  logs: string[];
  exerciseMachine?: string;
}

const root = process.cwd();

/**
 * Compiles and runs the cells of a page. An author's error (two owners of a name, a cycle, an unknown log, a cell that fails or
 * returns more than a page should carry) ends the build with file and line.
 */
export async function buildLesson(page: string, text: string): Promise<Lesson> {
  const { evidence, fences } = parseLesson(page, text);
  const questions = readQuestions(page, text);
  refuseUnknownTerms(page, text, loadGlossary());
  const logs = await Promise.all((evidence?.logs ?? []).map((name) => lessonLog(page, evidence!.machine, name)));
  const cells = fences.filter(({ kind }) => kind === "cell");
  const exercises = exercisesOf(page, text, fences);
  const starters = exercises.filter(({ form }) => form === "code").map(({ starter }) => starter);
  const program = compileProgram([...cells, ...starters], { logs: logs.map(({ name }) => name) });
  refuseProblems(page, program, (id) => ({
    name: `cell “${id}”`,
    source: [...cells, ...starters].find((cell) => cell.id === id)!,
  }));
  for (const exercise of exercises)
    refuseExercise(page, exercise, { cells, logs, exerciseMachine: evidence?.exerciseMachine });
  const blobs = Object.fromEntries(
    await Promise.all(logs.map(async ({ name, file }) => [name, await openAsBlob(file)] as const)),
  );
  const results = await runLesson(program, blobs);
  for (const { id, line } of [...cells, ...starters]) {
    for (const value of results[id]?.values ?? []) {
      if (value.kind === "error") {
        const at = line + (value.line ?? 1) - 1;
        throw new Error(`content/${page}.mdx:${at}: cell “${id}” fails: ${value.name}: ${value.message}`);
      }
      const reason = whyTooBig(value);
      if (reason) throw new Error(`content/${page}.mdx:${line}: cell “${id}” ${reason}`);
    }
  }
  return {
    page,
    machine: evidence?.machine,
    exerciseMachine: evidence?.exerciseMachine,
    logs,
    cells,
    program,
    results,
    exercises,
    questions,
  };
}

/** The parts of a lesson's file that cells need: what its front matter says of logs, and its fences. */
function parseLesson(page: string, text: string): { evidence: Evidence | undefined; fences: Fence[] } {
  const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? "";
  const { evidence } = (parse(frontMatter) ?? {}) as { evidence?: Evidence };
  const { fences, problems } = readFences(text);
  const [problem] = problems;
  if (problem) throw new Error(`content/${page}.mdx:${problem.line}: ${problem.message}`);
  return { evidence, fences };
}

async function lessonLog(page: string, machine: string, name: string): Promise<LessonLog> {
  const file = join(root, "datasets", machine, name);
  const { size } = await stat(file).catch(() => {
    throw new Error(
      `content/${page}.mdx: there is no log datasets/${machine}/${name}; see \`evidence\` in its front matter.`,
    );
  });
  return { name, path: `/logs/${machine}/${name}`, file, bytes: size };
}
