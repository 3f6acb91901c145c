import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readFences } from "../../notebook/compile/readFences.ts";
import { readQuestions } from "../questions/readQuestions.ts";
import { seriesPath, type SeriesStep } from "../shell/seriesPath.ts";

/** A lesson with the ids of all that a reader can do in it. */
export interface OutlinedLesson extends SeriesStep {
  cells: string[];
  exercises: string[];
  questions: string[];
}

/** The lessons in reading order; made from their texts, nothing is run. */
export async function courseOutline(): Promise<OutlinedLesson[]> {
  return Promise.all((await seriesPath()).map(outlineOf));
}

const made = new Map<string, { text: string; lesson: OutlinedLesson }>();

async function outlineOf(step: SeriesStep): Promise<OutlinedLesson> {
  const text = await readFile(join(process.cwd(), "content", `${step.id}.mdx`), "utf8");
  const before = made.get(step.id);
  if (before?.text === text) return before.lesson;
  const { fences } = readFences(text);
  const idsOf = (kind: string) => fences.filter((fence) => fence.kind === kind).map(({ id }) => id);
  const questions = readQuestions(step.id, text).flatMap((set) => set.questions.map(({ id }) => id));
  const lesson = { ...step, cells: idsOf("cell"), exercises: idsOf("exercise"), questions };
  made.set(step.id, { text, lesson });
  return lesson;
}
