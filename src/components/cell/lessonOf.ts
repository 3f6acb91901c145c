import type { LessonPage } from "./LessonPage.ts";

const opened = new Map<string, Promise<LessonPage>>();

/** The running side of a lesson, one for all its elements on the page, fetched on first use; a failed fetch is tried again. */
export function lessonOf(page: string): Promise<LessonPage> {
  let lesson = opened.get(page);
  if (!lesson) {
    lesson = import("./LessonPage.ts").then(({ LessonPage }) => LessonPage.open(page));
    lesson.catch(() => opened.delete(page));
    opened.set(page, lesson);
  }
  return lesson;
}
