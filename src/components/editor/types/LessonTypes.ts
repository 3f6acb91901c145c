import type ts from "typescript-5.9";
import type { EditorCell, EditorLesson, EditorProblem } from "../Editor.ts";
import { compilerOptions, type TypeScript } from "./compilerOptions.ts";
import { cellPackages, explainProblem } from "./explainProblem.ts";
import { cellFile, lessonFiles } from "./lessonFiles.ts";

/** The declaration files that cells see, by path: what `libraryTypes` makes and the site serves. */
export type LibraryTypes = Record<string, string>;

/** Where the files of `LibraryTypes` lie. Packages are found as in any project; globals are roots. */
export const libraryPaths = {
  package: (name: string) => `/node_modules/${name}/index.d.ts`,
  standardLibrary: "/lib/",
  globals: "/lesson/cell.d.ts",
};

/** The types of one lesson's cells. The same code serves the editor's worker and the tests. */
export interface LessonTypes {
  readonly service: ts.LanguageService;
  /** takes the cells and logs as they are now; what did not change is not read again */
  setLesson(lesson: EditorLesson): void;
  /** takes the new text of one cell */
  setText(cell: string, text: string): void;
  /** the text of a cell or of a declaration file, by its path */
  textOf(file: string): string | undefined;
  /** what is wrong in one cell, in the order of its text */
  problemsOf(cell: string): CheckedProblem[];
}

export interface CheckedProblem extends EditorProblem {
  /** offset in the cell's text */
  start: number;
  length: number;
  /** TypeScript's number of the problem */
  code: number;
}

/** Counted over all lessons: the registry takes a file of the same path and version for the same text. */
let lastVersion = 0;

/** Standard library and packages are read once, however many lessons are checked. */
const registries = new WeakMap<TypeScript, ts.DocumentRegistry>();

function registryOf(typescript: TypeScript): ts.DocumentRegistry {
  const registry = registries.get(typescript) ?? typescript.createDocumentRegistry(true, "/lesson");
  registries.set(typescript, registry);
  return registry;
}

/** Sets up the language service over `lesson`, with nothing but `library` on its disk. */
export function createLessonTypes(typescript: TypeScript, library: LibraryTypes, initial: EditorLesson): LessonTypes {
  const settings = compilerOptions(typescript);
  const libraryFiles = new Map(Object.entries(library));
  // The packages are roots too: what they export is known, and offered, before a cell imports it.
  const roots = [libraryPaths.globals, ...cellPackages.map(libraryPaths.package)];
  const libraryRoots = roots.filter((root) => libraryFiles.has(root));
  const folders = new Set([...libraryFiles.keys()].flatMap(foldersAbove));
  let lesson = initial;
  let files = new Map<string, { text: string; version: number }>();
  refresh();

  const textOf = (name: string) => files.get(name)?.text ?? libraryFiles.get(name);
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => settings,
    getScriptFileNames: () => [...libraryRoots, ...files.keys()],
    getScriptVersion: (name) => String(files.get(name)?.version ?? 0),
    getProjectVersion: () => String(lastVersion),
    getScriptSnapshot: (name) => {
      const text = textOf(name);
      return text === undefined ? undefined : typescript.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => "/lesson",
    getDefaultLibFileName: () => `${libraryPaths.standardLibrary}lib.d.ts`,
    fileExists: (name) => textOf(name) !== undefined,
    readFile: textOf,
    directoryExists: (name) => folders.has(name.replace(/\/$/, "")) || name === "/lesson" || name === "/lesson/shared",
    getDirectories: () => [],
    useCaseSensitiveFileNames: () => true,
  };
  const service = typescript.createLanguageService(host, registryOf(typescript));

  function refresh(): void {
    const next = new Map<string, { text: string; version: number }>();
    for (const [name, text] of lessonFiles(typescript, lesson)) {
      const known = files.get(name);
      next.set(name, known?.text === text ? known : { text, version: ++lastVersion });
    }
    files = next;
    lastVersion++;
  }

  return {
    service,
    textOf,
    setLesson(changed) {
      lesson = changed;
      refresh();
    },
    setText(cell, text) {
      const cells = lesson.cells.map((known): EditorCell => (known.id === cell ? { ...known, text } : known));
      lesson = { ...lesson, cells };
      refresh();
    },
    problemsOf(cell) {
      const name = cellFile(cell);
      if (!files.has(name)) return [];
      const found = [...service.getSyntacticDiagnostics(name), ...service.getSemanticDiagnostics(name)];
      return found
        .map((diagnostic) => explainProblem(typescript, service, diagnostic))
        .sort((a, b) => a.start - b.start);
    },
  };
}

function foldersAbove(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
