import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const folder = dirname(createRequire(join(process.cwd(), "package.json")).resolve("typescript-5.9"));

/**
 * The standard library that cells see, ECMAScript 2023 without a page, by file name: the text of TypeScript 5.9's own files
 * with what they refer to. The licence stands at the head of one of them instead of all.
 */
export function standardLibrary(root = "lib.es2023.d.ts"): Record<string, string> {
  const files: Record<string, string> = {};
  const visit = (name: string): void => {
    if (name in files) return;
    const text = readFileSync(join(folder, name), "utf8");
    const licence = name === root ? "" : /^\/\*![\s\S]*?\*\/\s*/;
    files[name] = text.replace(licence, "");
    for (const [, reference] of text.matchAll(/^\/\/\/ <reference lib="([^"]+)"/gm)) visit(`lib.${reference}.d.ts`);
  };
  visit(root);
  return files;
}
