import { join } from "node:path";
import { libraryPaths, type LibraryTypes } from "../types/LessonTypes.ts";
import { cellGlobals } from "./cellGlobals.ts";
import { emitDeclarations } from "./emitDeclarations.ts";
import { standardLibrary } from "./standardLibrary.ts";

let made: LibraryTypes | undefined;

/**
 * Every declaration file that a cell's types come from: the lesson library, the recorder of charts, the globals of a cell and the
 * standard library, by the paths that `createLessonTypes` looks for. Made from the sources, so it is for the build and the
 * tests only; the site serves it as `editor/types.json`. Must run in the project's folder.
 */
export function libraryTypes(): Promise<LibraryTypes> {
  made ??= {
    ...under(libraryPaths.package("pool-leak-lab"), emitDeclarations(join(process.cwd(), "src/pool/index.ts"))),
    ...Object.fromEntries(
      Object.entries(standardLibrary()).map(([name, text]) => [libraryPaths.standardLibrary + name, text]),
    ),
    [libraryPaths.globals]: cellGlobals,
  };
  return Promise.resolve(made);
}

function under(index: string, files: Record<string, string>): LibraryTypes {
  const folder = index.slice(0, index.lastIndexOf("/") + 1);
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [folder + name, text]));
}
