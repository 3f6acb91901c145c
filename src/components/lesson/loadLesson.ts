import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildLesson, type Lesson } from "./buildLesson.ts";

export type { Lesson, LessonLog } from "./buildLesson.ts";
export type { LessonExercise } from "./lessonExercises.ts";

const content = join(process.cwd(), "content");
const known = new Map<string, { text: string; lesson: Promise<Lesson> }>();

/** Every page that may have cells: the content ids of all MDX files, `index` for the home page. */
export async function lessonPages(): Promise<string[]> {
  const files = await readdir(content, { recursive: true });
  return files.filter((file) => file.endsWith(".mdx")).map((file) => file.replaceAll("\\", "/").replace(/\.mdx$/, ""));
}

/** Compiles and runs the cells of a page, once per text of the page however many components ask. */
export async function loadLesson(page: string): Promise<Lesson> {
  const text = await readFile(join(content, `${page}.mdx`), "utf8");
  const before = known.get(page);
  if (before?.text === text) return before.lesson;
  const lesson = buildLesson(page, text);
  known.set(page, { text, lesson });
  return lesson;
}
