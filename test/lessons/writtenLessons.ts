import { lessonPages, loadLesson, type Lesson } from "../../src/components/lesson/loadLesson.ts";

/** Every lesson that has exercises, compiled and run as the build does. */
export async function writtenLessons(): Promise<Lesson[]> {
  const pages = (await lessonPages()).filter((page) => page.includes("/"));
  const lessons = await Promise.all(pages.map(loadLesson));
  return lessons.filter(({ exercises }) => exercises.length > 0);
}
