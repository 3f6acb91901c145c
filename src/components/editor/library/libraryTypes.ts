import { basename, join } from "node:path";
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
    ...packageTypes("pool-leak-lab", "src/pool/index.ts"),
    // A cell's Plot records; it has the names of the real one, and fewer of them.
    ...packageTypes("@observablehq/plot", "src/notebook/value/plotRecorder.ts"),
    ...packageTypes("check-answers", "src/notebook/run/checkAnswers.ts"),
    ...Object.fromEntries(
      Object.entries(standardLibrary()).map(([name, text]) => [libraryPaths.standardLibrary + name, text]),
    ),
    [libraryPaths.globals]: cellGlobals,
  };
  return Promise.resolve(made);
}

/** The types of `entry` as those of a package: its index only passes them on. */
function packageTypes(name: string, entry: string): LibraryTypes {
  const index = libraryPaths.package(name);
  const folder = index.slice(0, index.lastIndexOf("/") + 1);
  const files = Object.entries(emitDeclarations(join(process.cwd(), entry)));
  const types = Object.fromEntries(files.map(([file, text]) => [folder + file, text]));
  return index in types ? types : { ...types, [index]: `export * from "./${basename(entry)}";\n` };
}
