import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findTerm, readGlossary, refuseUnknownTerms } from "../../../../src/components/glossary/readGlossary.ts";

const text = readFileSync(join(process.cwd(), "content/reference/glossary.mdx"), "utf8");
const terms = readGlossary(text);

describe("the glossary", () => {
  test("has its terms in alphabetical order, each once and under an address of its own", () => {
    const names = terms.map(({ name }) => name.toLowerCase());
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "en")));
    // Little endian and little-endian are one term.
    expect(new Set(names.map((name) => name.replace(/[^a-z0-9]/g, ""))).size).toBe(names.length);
    expect(new Set(terms.map(({ slug }) => slug)).size).toBe(terms.length);
    expect(terms.length).toBeGreaterThanOrEqual(60);
  });

  test("says of each in one to three sentences what it is, with a link to a page that shows it", () => {
    const [, ...parts] = text.split(/^## /m);
    expect(parts).toHaveLength(terms.length);
    for (const [index, part] of parts.entries()) {
      const [, ...paragraphs] = part.trim().split(/\n{2,}/);
      const { name, says } = terms[index]!;
      expect(paragraphs, name).toHaveLength(1);
      expect(paragraphs[0], name).toMatch(/\]\(\/(?:lessons|field-notes|reference)\//);
      const sentences = paragraphs[0]!.split(/[.?](?=\s+[A-Z0-9“`]|$)/).filter((sentence) => sentence.trim() !== "");
      expect(sentences.length, name).toBeLessThanOrEqual(3);
      expect(says, name).toMatch(/^[^[\]]{20,230}[.?]$/);
    }
  });
});

describe("a term", () => {
  const some = readGlossary(
    [
      "---",
      "title: x",
      "---",
      "## Pool tag",
      "",
      "Four _characters_, `Leak`, from [a driver](/x/). And",
      "more.",
      "",
      "## `Global\\`",
      "",
      "For version 4.5 all see it: see [it](/y/).",
      "",
      "## Session 0",
      "",
      "Whose?",
    ].join("\n"),
  );

  test("is its heading, with the first sentence as its short text", () => {
    expect(some).toEqual([
      { name: "Pool tag", slug: "pool-tag", says: "Four characters, Leak, from a driver.", line: 4 },
      { name: "Global\\", slug: "global", says: "For version 4.5 all see it: see it.", line: 9 },
      { name: "Session 0", slug: "session-0", says: "Whose?", line: 13 },
    ]);
  });

  test("is found in upper or lower case, and not by a part of it", () => {
    expect(findTerm(some, "pool  TAG")?.slug).toBe("pool-tag");
    expect(findTerm(some, "`Global\\`")?.slug).toBe("global");
    expect(findTerm(some, "pool")).toBeUndefined();
  });

  test("that is unknown ends the build with file, line and the nearest", () => {
    const refuse = (line: string) => () => refuseUnknownTerms("lessons/try", `# Try\n\n${line}\n`, some);
    expect(refuse('A <Term>pool tag</Term> and <Term name="session 0">it</Term>.')).not.toThrow();
    expect(refuse("A <Term>pool tags</Term>.")).toThrow(
      /^content\/lessons\/try\.mdx:3: .*“pool tags”; the nearest is “Pool tag”/,
    );
    expect(refuse('- A <Term name="sesion 0">x</Term>.')).toThrow(/try\.mdx:3: .*nearest is “Session 0”/);
    expect(refuse("A <Term>quark</Term>.")).toThrow(/no term “quark”\. Name one/);
  });
});
