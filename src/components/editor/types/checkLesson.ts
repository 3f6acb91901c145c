import typescript from "typescript-5.9";
import type { EditorLesson } from "../Editor.ts";
import { createLessonTypes, type CheckedProblem, type LibraryTypes } from "./LessonTypes.ts";

/** A problem with the cell it stands in. */
export interface LessonProblem extends CheckedProblem {
  cell: string;
}

/**
 * Checks the types of all cells of a lesson as the editor does, with the TypeScript that it bundles (5.9.3). For tests: it
 * loads TypeScript as a Node package.
 */
export function checkLesson(lesson: EditorLesson, library: LibraryTypes): LessonProblem[] {
  const types = createLessonTypes(typescript, library, lesson);
  return lesson.cells.flatMap(({ id }) => types.problemsOf(id).map((problem) => ({ cell: id, ...problem })));
}
