import { typescript } from "monaco-editor/languages/features/typescript/lib/typescriptServices.js";
import { completionsAt, definitionsAt, detailsOf, hoverAt, signaturesAt } from "./LessonQueries.ts";
import { createLessonTypes, type LessonTypes, type LibraryTypes } from "./LessonTypes.ts";
import type { TypesRequest, TypesResponse, TypesWorker } from "./TypesWorker.ts";

let types: LessonTypes | undefined;

type Answers = { [Method in keyof TypesWorker]: (...parameters: Parameters<TypesWorker[Method]>) => unknown };

const answers: Answers = {
  async load(address) {
    const library = await fetchLibrary(address);
    // An empty lesson makes TypeScript read and bind the standard library while the page still loads the editor.
    types ??= createLessonTypes(typescript, library, { cells: [{ id: "empty", text: "" }], logs: [] });
    types.problemsOf("empty");
  },
  setLesson: (lesson) => known().setLesson(lesson),
  setText: (cell, text) => known().setText(cell, text),
  problemsOf: (cell) => known().problemsOf(cell),
  completionsAt: (cell, offset, trigger) => completionsAt(known(), cell, offset, trigger),
  detailsOf: (cell, offset, completion) => detailsOf(known(), cell, offset, completion),
  hoverAt: (cell, offset) => hoverAt(known(), cell, offset),
  signaturesAt: (cell, offset) => signaturesAt(known(), cell, offset),
  definitionsAt: (cell, offset) => definitionsAt(known(), cell, offset),
  textOf: (file) => known().textOf(file),
};

function known(): LessonTypes {
  if (!types) throw new Error("The types were asked for before they were loaded.");
  return types;
}

async function fetchLibrary(address: string): Promise<LibraryTypes> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as LibraryTypes;
}

// One after the other, for an answer must see every change that was sent before its question.
let last: Promise<void> = Promise.resolve();
self.addEventListener("message", ({ data }: MessageEvent<TypesRequest>) => {
  last = last.then(() => answer(data)).then((response) => self.postMessage(response));
});

async function answer({ id, method, parameters }: TypesRequest): Promise<TypesResponse> {
  try {
    const call = answers[method] as (...parameters: unknown[]) => unknown;
    return { id, result: await call(...parameters) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
