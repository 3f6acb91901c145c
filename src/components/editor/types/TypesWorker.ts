import type { EditorLesson } from "../Editor.ts";
import type { Completion, CompletionDetails, Definition, Hover, Signatures } from "./LessonQueries.ts";
import type { CheckedProblem } from "./LessonTypes.ts";

/** What the page can ask of the worker that knows the types. All places are offsets in the cell's own text. */
export interface TypesWorker {
  /** fetches the declaration files and reads them ahead; asked first, and once */
  load(address: string): void;
  setLesson(lesson: EditorLesson): void;
  setText(cell: string, text: string): void;
  problemsOf(cell: string): CheckedProblem[];
  completionsAt(cell: string, offset: number, trigger?: string): Completion[];
  detailsOf(
    cell: string,
    offset: number,
    completion: Pick<Completion, "name" | "source" | "data">,
  ): CompletionDetails | undefined;
  hoverAt(cell: string, offset: number): Hover | undefined;
  signaturesAt(cell: string, offset: number): Signatures | undefined;
  definitionsAt(cell: string, offset: number): Definition[];
  /** the text of a cell or of a declaration file, for looking at a definition */
  textOf(file: string): string | undefined;
}

export type TypesRequest = {
  [Method in keyof TypesWorker]: { id: number; method: Method; parameters: Parameters<TypesWorker[Method]> };
}[keyof TypesWorker];

export type TypesResponse = { id: number; result: unknown } | { id: number; error: string };
