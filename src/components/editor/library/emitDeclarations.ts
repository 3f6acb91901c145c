import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

/**
 * The declaration files of `entry` and of everything its declarations reach, docs kept, in memory: paths relative to the
 * folder of `entry`, `index.d.ts` first. Throws with TypeScript's own words when a declaration cannot be written.
 */
export function emitDeclarations(entry: string): Record<string, string> {
  const folder = dirname(resolve(entry));
  const program = ts.createProgram([entry], {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
    types: ["node"],
    strict: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    declaration: true,
    emitDeclarationOnly: true,
    stripInternal: true,
    // `npm run check` checks the library; here only its declarations are written.
    noCheck: true,
  });
  const emitted = new Map<string, string>();
  const { diagnostics } = program.emit(undefined, (file, text) => emitted.set(resolve(file), text));
  if (diagnostics.length > 0) {
    const words = diagnostics.map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
    throw new Error(`The types of ${entry} could not be written: ${words.join("; ")}`);
  }
  const reached: Record<string, string> = {};
  const visit = (file: string): void => {
    const name = relative(folder, file).replaceAll("\\", "/");
    const text = emitted.get(file);
    if (text === undefined || name in reached) return;
    reached[name] = text;
    for (const { fileName } of ts.preProcessFile(text, true).importedFiles) {
      if (fileName.startsWith(".")) visit(declarationOf(join(dirname(file), fileName)));
    }
  };
  visit(declarationOf(resolve(entry)));
  return reached;
}

/** Declarations keep the `.ts` of the import they were written with; TypeScript finds `x.d.ts` for it, and so do we. */
function declarationOf(file: string): string {
  return file.replace(/(?:\.d)?\.ts$/, ".d.ts");
}
