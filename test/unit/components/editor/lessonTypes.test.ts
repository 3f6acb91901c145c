import { beforeAll, describe, expect, test } from "vitest";
import { libraryTypes } from "../../../../src/components/editor/library/libraryTypes.ts";
import { checkLesson } from "../../../../src/components/editor/types/checkLesson.ts";
import type { LibraryTypes } from "../../../../src/components/editor/types/LessonTypes.ts";

let library: LibraryTypes;
beforeAll(async () => {
  library = await libraryTypes();
});

/** The problems of a lesson whose cells are called one, two, three …, as `cell:line:column message`. */
function problems(...texts: string[]): string[] {
  const names = ["one", "two", "three"];
  const cells = texts.map((text, index) => ({ id: names[index]!, text }));
  return checkLesson({ cells, logs: ["perfmon.csv", "poolmon.txt"] }, library).map(
    ({ cell, line, column, message }) => `${cell}:${line}:${column} ${message}`,
  );
}

describe("a cell on its own", () => {
  test("may wait at its top level, read a log and end in an expression", () => {
    const text =
      'import { readPerfmon } from "pool-leak-lab";\nconst { records } = await readPerfmon(await log("perfmon.csv"));\nrecords.counters.length';
    expect(problems(text)).toEqual([]);
  });

  test("is told line and column in its own text", () => {
    expect(problems('const tag = "CtxL";\n  tag.nope')).toEqual([
      "one:2:7 Property 'nope' does not exist on type '\"CtxL\"'.",
    ]);
  });

  test("is told of syntax errors", () => {
    expect(problems("const tag = ;")).toEqual(["one:1:13 Expression expected."]);
  });

  test("can name the lesson's logs only", () => {
    expect(problems('await log("perfmn.csv")')[0]).toMatch(
      /^one:1:11 .*"perfmn\.csv".*"perfmon\.csv" \| "poolmon\.txt"/,
    );
  });

  test("shows values and draws charts of rows it has typed", () => {
    const text =
      'import * as Plot from "@observablehq/plot";\nconst rows = [{ time: 1, bytes: 2 }];\ndisplay(rows);\nPlot.plot({ marks: [Plot.lineY(rows, { x: "time", y: "bytes" })] })';
    expect(problems(text)).toEqual([]);
    expect(problems(text.replace('y: "bytes"', 'y: "bites"'))[0]).toMatch(/^one:4:.*"bites"/);
  });

  test("has no page, network, console or Node, and is told so in a sentence", () => {
    const found = problems("document.title;\nawait fetch('x');\nconsole.log(1);\nprocess.exit();");
    expect(found).toHaveLength(4);
    expect(found[0]).toMatch(/without a page/);
    expect(found[1]).toMatch(/no network/);
    expect(found[2]).toMatch(/display\(value\)/);
    expect(found[3]).toMatch(/nothing of Node/);
    expect(found.join()).not.toMatch(/lib|install|tsconfig/);
  });

  test("takes only TypeScript that can be erased", () => {
    const found = problems(
      "enum Pool { paged }\nclass Row { constructor(public tag: string) {} }\nnamespace Names { export const a = 1; }",
    );
    expect(found.map((problem) => problem.split(" ")[0])).toEqual(["one:1:6", "one:2:25", "one:3:11"]);
    for (const problem of found) expect(problem).toMatch(/can be erased/);
  });

  test("imports from the library and Plot only", () => {
    expect(problems('import { readFile } from "node:fs";')[0]).toMatch(/only; other cells' names need no import/);
  });

  test("knows the language of 2023 and not the one after it", () => {
    expect(problems("[3, 1].toSorted().at(-1)")).toEqual([]);
    expect(problems("Object.groupBy([1], String)")).toHaveLength(1);
  });

  test("is strict: what may be missing must be looked at", () => {
    expect(problems("[1].find((n) => n > 1).toFixed()")).toEqual(["one:1:1 Object is possibly 'undefined'."]);
  });
});

describe("the cells of a lesson", () => {
  test("share values, functions with their generics, classes and types", () => {
    const one =
      "const bytes = 4096;\nfunction first<Item>(items: Item[]): Item | undefined { return items[0]; }\nclass Tag { name = 'CtxL'; }\ninterface Row<Amount extends number> { amount: Amount }";
    expect(
      problems(
        one,
        "const row: Row<4096> = { amount: 4096 };\nfirst([new Tag()])?.name.toUpperCase();\nbytes.toFixed()",
      ),
    ).toEqual([]);
    expect(problems(one, "first(['a'])?.nope")).toEqual(["two:1:15 Property 'nope' does not exist on type 'string'."]);
    expect(problems(one, "bytes.nope")).toEqual(["two:1:7 Property 'nope' does not exist on type '4096'."]);
  });

  test("share what a pattern takes apart, and what is declared in any order of the page", () => {
    expect(
      problems(
        "total.toFixed()",
        "const { total, ...rest } = { total: 1, other: 2 };\nconst [head = 3] = [4];",
        "rest.other + head",
      ),
    ).toEqual([]);
  });

  test("keep what stands in a block to themselves", () => {
    expect(problems("{ const hidden = 1; hidden; }", "hidden")).toEqual(["two:1:1 Cannot find name 'hidden'."]);
  });

  test("need their own imports, and are told which", () => {
    const one =
      'import { readPerfmon } from "pool-leak-lab";\nimport * as Plot from "@observablehq/plot";\nreadPerfmon; Plot;';
    expect(problems(one, "readPerfmon;\nPlot.plot({});")).toEqual([
      'two:1:1 Imports are local to their cell. Add: import { readPerfmon } from "pool-leak-lab";',
      'two:2:1 Imports are local to their cell. Add: import * as Plot from "@observablehq/plot";',
    ]);
  });

  test("cannot assign to another cell's name, and are told whose it is to assign", () => {
    expect(problems("let count = 1;\ncount = 2;", "count = 3;")[0]).toMatch(/^two:1:1 count belongs to another cell/);
  });

  test("are checked while another cell is half written", () => {
    const found = problems("const rows = [1, 2", "rows.length.nope", "type ");
    expect(found).toContainEqual("two:1:13 Property 'nope' does not exist on type 'number'.");
  });

  test("survive a name with two owners and a cycle", () => {
    expect(problems("const a = 1;", "const a = 'x';\na.toUpperCase()", "a.toFixed()")).toEqual([]);
    expect(problems("const one: number = two;", "const two: number = one;")).toEqual([]);
  });

  test("end in a comment without losing what they share", () => {
    expect(problems("const last = 1; // the end", "last.toFixed()")).toEqual([]);
  });

  test("lend their names to exercises, which give none back", () => {
    const cells = [
      { id: "rows", text: "const rows = [1];" },
      { id: "start", text: "const answer = rows.length;\nanswer", isExercise: true },
      { id: "solved", text: "const answer = rows.map(String);\nanswer.join()", isExercise: true },
      { id: "after", text: "answer" },
    ];
    expect(checkLesson({ cells, logs: [] }, library).map(({ cell, message }) => `${cell} ${message}`)).toEqual([
      "after Cannot find name 'answer'.",
    ]);
  });
});
