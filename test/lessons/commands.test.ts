import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commands, type Command } from "../../src/pool/commands.ts";

const content = join(import.meta.dirname, "../../content");
const pages = readdirSync(content, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".mdx"))
  .map((file) => ({ page: file.replaceAll("\\", "/"), text: readFileSync(join(content, file), "utf8") }));

/** What the table of commands knows: whole words of a command's template and of the parts that it explains. */
const all: Command[] = Object.values(commands);
const wordsOf = (text: string) => text.split(/[\s"'|&;()]+/).filter(Boolean);
const known = new Set(
  all.flatMap(({ template, parts, does, needs, cost }) =>
    [template, does, cost, ...needs, ...parts.flatMap(({ text, means }) => [text, means])].flatMap(wordsOf),
  ),
);
/** the program or debugger command that a template begins with, without the ending of its file */
const nameOf = (word: string) => word.toLowerCase().replace(/\.exe$/, "");
const programs = new Set(all.map(({ template }) => nameOf(template.split(" ")[0]!)));

/** Pieces of inline code outside of fences, with the place where each stands. */
function codeOf(page: string, text: string): { at: string; code: string }[] {
  let isFence = false;
  return text.split("\n").flatMap((line, index) => {
    if (/^```/.test(line)) isFence = !isFence;
    if (isFence) return [];
    return Array.from(line.matchAll(/`([^`]+)`/g), ([, code]) => ({ at: `content/${page}:${index + 1}`, code: code! }));
  });
}

/** Why a piece of code names a command or a switch that the table does not have; undefined where it names none. */
function unknownIn(code: string): string | undefined {
  const [first = "", ...rest] = code.split(/\s+/);
  // `!vm`, `!for_each_module`; a symbol such as `nt!PoolHitTag` has its mark inside.
  if (/^![a-z_]+$/i.test(first) && !known.has(first)) return `the debugger's command ${first}`;
  // A switch alone, or behind a program: `/g`, `-PoolTag`, `/flags 8`.
  const isCall = programs.has(nameOf(first)) && rest.length > 0;
  const switches = [...(isCall ? rest : []), first].filter((word) => /^[-/][a-z(]\w*$/i.test(word));
  const unknown = switches.find(
    (word) => !known.has(word) && !known.has(word.replace(/^-/, "/")) && !known.has(word.replace(/^\//, "-")),
  );
  return unknown && `the switch ${unknown}`;
}

test.each(pages)(
  "$page names no command and no switch that the table of commands does not have with its source",
  ({ page, text }) => {
    const unknown = codeOf(page, text).flatMap(({ at, code }) => {
      const what = unknownIn(code);
      return what === undefined ? [] : [`${at}: ${what} in “${code}” has no entry in src/pool/commands/`];
    });
    expect(unknown).toEqual([]);
  },
);

test("no two tables of commands have an id in common, which would hide one of them", () => {
  const tables = import.meta.glob<Record<string, unknown>>("../../src/pool/commands/*Commands.ts", { eager: true });
  const ids = Object.values(tables).flatMap((exports) =>
    Object.values(exports).flatMap((table) => Object.keys(table!)),
  );
  expect(ids.toSorted()).toEqual(Object.keys(commands).toSorted());
});

test("every command stands on a page of reference", () => {
  const shown = pages
    .filter(({ page }) => page.startsWith("reference/"))
    .flatMap(({ text }) =>
      Array.from(text.matchAll(/<Commands? ids?="([^"]+)"/g), ([, ids]) => ids!.split(/\s+/)).flat(),
    );
  expect(Object.keys(commands).filter((id) => !shown.includes(id))).toEqual([]);
});

test("no page shows commands but by the table: a fence that is no cell is output", () => {
  const typed = pages.flatMap(({ page, text }) =>
    Array.from(
      text.matchAll(/^```(?:cmd|bat|batch|powershell|console|shell|bash|windbg)\b/gm),
      ([fence]) => `${page}: ${fence}`,
    ),
  );
  expect(typed).toEqual([]);
});
