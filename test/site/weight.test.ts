import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { builtPages, folder, type BuiltPage } from "./builtSite.ts";

/** Budgets of a page before anybody touches it, brotli: what it costs to read on hotel Wi-Fi. */
const budget = { everything: 120_000, javascript: 35_000 };

const sizes = new Map<string, number>();

function weigh(path: string): number {
  const known = sizes.get(path);
  if (known !== undefined) return known;
  const bytes = readFileSync(join(folder, path));
  const size = /\.(woff2|png|jpe?g|webp)$/.test(path) ? bytes.length : brotliCompressSync(bytes).length;
  sizes.set(path, size);
  return size;
}

/** The scripts that a script imports statically, and theirs: the browser fetches them all. */
function withImports(script: string, seen = new Set<string>()): Set<string> {
  if (seen.has(script)) return seen;
  seen.add(script);
  const text = readFileSync(join(folder, script), "utf8");
  for (const [, target] of text.matchAll(
    /(?:^|[;\s}])(?:import|export)\s*(?:[\w*{}\s,$]+from\s*)?["'](\.[^"']+\.js)["']/g,
  )) {
    withImports(join(dirname(script), target!), seen);
  }
  return seen;
}

function loadOf({ document, file }: BuiltPage): { everything: number; javascript: number } {
  const sources = (selector: string, attribute: string) =>
    [...document.querySelectorAll(selector)]
      .map((element) => element.getAttribute(attribute)!)
      .filter((source) => source.startsWith("/"));
  const scripts = new Set(sources("script[src]", "src").flatMap((source) => [...withImports(source)]));
  const others = new Set([...sources('link[rel="stylesheet"]', "href"), ...sources('link[rel="preload"]', "href")]);
  const javascript = [...scripts].reduce((sum, script) => sum + weigh(script), 0);
  return { javascript, everything: javascript + weigh(file) + [...others].reduce((sum, path) => sum + weigh(path), 0) };
}

test.each(builtPages().map((page) => [page.address, page] as const))("%s stays within its weight", (_, page) => {
  const { everything, javascript } = loadOf(page);
  expect(javascript).toBeLessThanOrEqual(budget.javascript);
  expect(everything).toBeLessThanOrEqual(budget.everything);
});

test("the editor, the charts and the compiler are not on the reading path", () => {
  for (const page of builtPages()) {
    for (const script of page.document.querySelectorAll("script[src]")) {
      for (const part of withImports(script.getAttribute("src")!)) {
        expect(part, page.address).not.toMatch(/monaco|editor\.api|observablehq|plot\.|acorn|pagefind-ui/i);
      }
    }
  }
});
