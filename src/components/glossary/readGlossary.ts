import { suggestName } from "../../notebook/compile/suggestName.ts";
import { attributeOf, elementsIn, lineOf, markdownTree, wordsOf } from "../lesson/markdownTree.ts";

export interface GlossaryTerm {
  /** as its heading writes it: `Pool tag` */
  name: string;
  /** the address of its heading: `pool-tag` */
  slug: string;
  /** the first sentence of what it says, without its marks */
  says: string;
  /** the line of the glossary's file, counted from 1 */
  line: number;
}

/** The terms of a glossary's file: each heading of the second level, with the paragraph that follows it. */
export function readGlossary(text: string): GlossaryTerm[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const name = /^## (.+)$/.exec(line)?.[1]?.trim().replaceAll("`", "");
    if (name === undefined) return [];
    const start = lines.findIndex((other, at) => at > index && other.trim() !== "");
    const end = lines.findIndex((other, at) => at > start && other.trim() === "");
    const paragraph = lines.slice(start, end < 0 ? undefined : end).join(" ");
    return [{ name, slug: slugOf(name), says: firstSentence(plainText(paragraph)), line: index + 1 }];
  });
}

/** A term by its name, upper or lower case. */
export function findTerm(terms: readonly GlossaryTerm[], name: string): GlossaryTerm | undefined {
  return terms.find((term) => sameName(term.name) === sameName(name));
}

/** Ends the build where a page uses a term that the glossary does not have. */
export function refuseUnknownTerms(page: string, text: string, terms: readonly GlossaryTerm[]): void {
  if (!text.includes("<Term")) return;
  for (const element of elementsIn(markdownTree(text), "Term")) {
    const name = attributeOf(element, "name") ?? wordsOf(element);
    if (findTerm(terms, name)) continue;
    const nearest = nearestTerm(terms, name);
    throw new Error(
      `content/${page}.mdx:${lineOf(element)}: the glossary has no term “${name}”${nearest === undefined ? "" : `; the nearest is “${nearest}”`}. Name one by <Term name="…">, or add it to content/reference/glossary.mdx.`,
    );
  }
}

function nearestTerm(terms: readonly GlossaryTerm[], name: string): string | undefined {
  const names = terms.map((term) => term.name);
  const inIt = names.find((known) => sameName(name).includes(sameName(known)));
  return suggestName(name, names) ?? inIt;
}

const sameName = (name: string) => name.toLowerCase().replaceAll("`", "").replace(/\s+/g, " ").trim();

/** The address that a heading gets from its words, as `github-slugger` makes it. */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, "")
    .replaceAll(" ", "-");
}

/** The words of a paragraph: its links' texts, without the marks for code and stress. */
function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[`*]|(?<!\w)_|_(?!\w)/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** A full stop ends a sentence where a capital letter, a digit or nothing follows. */
function firstSentence(text: string): string {
  return /^.*?[.?](?=\s+[A-Z0-9“]|$)/.exec(text)?.[0] ?? text;
}
