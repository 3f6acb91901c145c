import { brotliCompressSync } from "node:zlib";
import typescript from "typescript-5.9";
import { beforeAll, expect, test } from "vitest";
import { libraryTypes } from "../../../../src/components/editor/library/libraryTypes.ts";
import {
  createLessonTypes,
  libraryPaths,
  type LibraryTypes,
} from "../../../../src/components/editor/types/LessonTypes.ts";
import { compilerOptions } from "../../../../src/components/editor/types/compilerOptions.ts";
import * as plot from "../../../../src/notebook/value/plotRecorder.ts";
import * as pool from "../../../../src/pool/index.ts";

let library: LibraryTypes;
beforeAll(async () => {
  library = await libraryTypes();
});

/** The values a cell can import from the package, as its types have them. */
function valuesOf(specifier: string): string[] {
  const { service } = createLessonTypes(typescript, library, { cells: [{ id: "empty", text: "" }], logs: [] });
  const program = service.getProgram()!;
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(
    checker.getSymbolAtLocation(program.getSourceFile(libraryPaths.package(specifier))!)!,
  );
  const targets = exported.map((symbol) =>
    symbol.flags & typescript.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
  );
  return exported
    .filter((_, index) => targets[index]!.flags & typescript.SymbolFlags.Value)
    .map(({ name }) => name)
    .sort();
}

test("the types have every value that the library and the recorder of charts have, and no other", () => {
  expect(valuesOf("pool-leak-lab")).toEqual(Object.keys(pool).sort());
  expect(valuesOf("@observablehq/plot")).toEqual(Object.keys(plot).sort());
});

test("the declarations are whole: none of them names something that a cell's world lacks", () => {
  const options = { ...compilerOptions(typescript), skipLibCheck: false, skipDefaultLibCheck: true };
  const host: import("typescript-5.9").CompilerHost = {
    getSourceFile: (name, target) =>
      library[name] === undefined ? undefined : typescript.createSourceFile(name, library[name], target),
    getDefaultLibFileName: () => `${libraryPaths.standardLibrary}lib.es2023.d.ts`,
    getDefaultLibLocation: () => libraryPaths.standardLibrary,
    writeFile: () => undefined,
    getCurrentDirectory: () => "/lesson",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (name) => library[name] !== undefined,
    readFile: (name) => library[name],
  };
  const roots = Object.keys(library).filter((name) => !name.startsWith(libraryPaths.standardLibrary));
  const program = typescript.createProgram(roots, options, host);
  const found = roots.flatMap((name) => program.getSemanticDiagnostics(program.getSourceFile(name)));
  expect(
    found.map(({ file, messageText }) => [file?.fileName, typescript.flattenDiagnosticMessageText(messageText, "\n")]),
  ).toEqual([]);
});

test("the docs of the library come with its types", () => {
  expect(library["/node_modules/pool-leak-lab/formats/ReadResult.d.ts"]).toContain("counted from 1");
});

test("a cell has the language of 2023 and no page", () => {
  const names = Object.keys(library).join("\n");
  expect(names).toContain("lib.es2023.array.d.ts");
  expect(names).not.toMatch(/dom|webworker|scripthost|esnext|es2024/);
});

test("what is fetched for them stays small", () => {
  expect(brotliCompressSync(JSON.stringify(library)).length).toBeLessThan(90_000);
});
