import type ts from "typescript-5.9";

export type TypeScript = typeof ts;

/** Cells are strict, know no page (`lib` has no DOM) and take only TypeScript that can be erased, as their compiler does. */
export function compilerOptions(typescript: TypeScript): ts.CompilerOptions {
  return {
    target: typescript.ScriptTarget.ES2023,
    module: typescript.ModuleKind.ESNext,
    moduleResolution: typescript.ModuleResolutionKind.Bundler,
    // A cell without an import is a module too: its names are its own until its twin shares them.
    moduleDetection: typescript.ModuleDetectionKind.Force,
    lib: ["lib.es2023.d.ts"],
    types: [],
    strict: true,
    erasableSyntaxOnly: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    skipDefaultLibCheck: true,
  };
}
