import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { folder, type BuiltPage } from "./builtSite.ts";

const sizes = new Map<string, number>();

/** The bytes of a built file as a host sends it: brotli at its highest quality, fonts and pictures as they are. */
function weigh(path: string): number {
  const known = sizes.get(path);
  if (known !== undefined) return known;
  const bytes = readFileSync(join(folder, path));
  const size = /\.(woff2|png|jpe?g|webp)$/.test(path) ? bytes.length : brotliCompressSync(bytes).length;
  sizes.set(path, size);
  return size;
}

/** The scripts that a script imports statically, and theirs: the browser fetches them all. */
export function withImports(script: string, seen = new Set<string>()): Set<string> {
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

/** What a page costs before anybody touches it, in bytes. */
export function weightOf({ document, file }: BuiltPage): { everything: number; javascript: number } {
  const sources = (selector: string, attribute: string) =>
    [...document.querySelectorAll(selector)]
      .map((element) => element.getAttribute(attribute)!)
      .filter((source) => source.startsWith("/"));
  const scripts = new Set(sources("script[src]", "src").flatMap((source) => [...withImports(source)]));
  const others = new Set([...sources('link[rel="stylesheet"]', "href"), ...sources('link[rel="preload"]', "href")]);
  const javascript = [...scripts].reduce((sum, script) => sum + weigh(script), 0);
  return { javascript, everything: javascript + weigh(file) + [...others].reduce((sum, path) => sum + weigh(path), 0) };
}
