import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { readGlossary, type GlossaryTerm } from "./readGlossary.ts";

const file = join(process.cwd(), "content/reference/glossary.mdx");
let read: { time: number; terms: GlossaryTerm[] } | undefined;

/** The terms of the course's glossary, read once for each version of its file. */
export function loadGlossary(): GlossaryTerm[] {
  const { mtimeMs: time } = statSync(file);
  if (read?.time !== time) read = { time, terms: readGlossary(readFileSync(file, "utf8")) };
  return read.terms;
}
