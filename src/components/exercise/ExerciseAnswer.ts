import type { LessonPage } from "../cell/LessonPage.ts";

/** Where the check of an exercise finds what the reader answers. */
export interface ExerciseAnswer {
  /** the answer as the text of a cell; undefined while there is none */
  text(): string | undefined;
  /** whether the same text has given a value on this page */
  hasRun(): boolean;
  /** the file of the reader's that stands on the page in the place of a log */
  ownFile(log: string): File | undefined;
  /** calls the listener when the answer may have changed */
  subscribe(listener: () => void): void;
}

/** An answer that is code: a cell of the lesson. */
export function codeAnswer(lesson: LessonPage, exercise: string): ExerciseAnswer {
  return {
    text: () => lesson.textOf(exercise),
    hasRun: () => lesson.hasRun(exercise),
    ownFile: (log) => lesson.ownFile(log),
    subscribe: (listener) => lesson.subscribe(listener),
  };
}
