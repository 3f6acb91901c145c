import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { libraryTypes } from "../../src/components/editor/library/libraryTypes.ts";
import { checkLesson } from "../../src/components/editor/types/checkLesson.ts";
import type { LibraryTypes } from "../../src/components/editor/types/LessonTypes.ts";
import { readFences } from "../../src/notebook/compile/readFences.ts";

const content = join(import.meta.dirname, "../../content");
const pages = readdirSync(content, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".mdx"));

interface FrontMatter {
  evidence?: { logs?: string[] };
}

let library: LibraryTypes;
beforeAll(async () => {
  library = await libraryTypes();
});

// As the editor shows it: a reader who opens any cell, starter or solution untouched sees no error in it; a check is held to it too.
describe("the cells of a page have right types", () => {
  const withCells = pages
    .map((page) => ({ page, text: readFileSync(join(content, page), "utf8") }))
    .map(({ page, text }) => ({ page, text, fences: readFences(text).fences }))
    .filter(({ fences }) => fences.length > 0);

  test("of both lessons that are written", () => {
    expect(withCells.map(({ page }) => page.replaceAll("\\", "/"))).toEqual(
      expect.arrayContaining(["lessons/perfmon.mdx", "lessons/poolmon.mdx"]),
    );
  });

  test.for(withCells)("$page", ({ page, text, fences }) => {
    const frontMatter = parse(/^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? "") as FrontMatter | null;
    const cells = fences.map(({ kind, id, text }) => ({
      id: kind === "solution" || kind === "check" ? `${kind}-${id}` : id,
      text,
      isExercise: kind !== "cell",
    }));
    const problems = checkLesson({ cells, logs: frontMatter?.evidence?.logs ?? [] }, library);
    const lineOf = new Map(cells.map(({ id }, index) => [id, fences[index]!.line]));
    expect(
      problems.map(
        ({ cell, line, column, message }) =>
          `content/${page}:${lineOf.get(cell)! + line - 1}:${column} ${cell}: ${message}`,
      ),
    ).toEqual([]);
  });
});
