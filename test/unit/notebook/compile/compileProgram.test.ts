import { describe, expect, test } from "vitest";
import { compile, problemOf } from "./helpers.ts";

const modules = { "pool-leak-lab": ["readPoolmon", "tagGrowth"], "@observablehq/plot": [] };
const options = { logs: ["poolmon.txt", "perfmon.csv"], modules };

describe("a program of cells", () => {
  test("who reads whose names makes the graph, whatever the order on the page", () => {
    const { dependencies, cells } = compile({
      top: "growth[0]",
      read: "const rows = [1]",
      growth: "const growth = rows.map((row) => row * scale)",
      scale: "const scale = rows.length",
    });
    expect(dependencies).toEqual({ top: ["growth"], read: [], growth: ["read", "scale"], scale: ["read"] });
    expect(cells.map(({ problem }) => problem)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("dependencies stand in the order they must run, not in the order they are read", () => {
    const { dependencies } = compile({ last: "b + a", b: "const b = a", a: "const a = 1" });
    expect(dependencies.last).toEqual(["a", "b"]);
  });

  test("an imported name or a name of a block is no edge", () => {
    const { dependencies } = compile({
      a: "const rows = 1; const x = 2",
      b: 'import { rows } from "m"; rows; { const x = 1; x }; rows',
    });
    expect(dependencies.b).toEqual([]);
  });

  test("a cell keeps its text, title, logs and imports", () => {
    const text = 'import { readPoolmon } from "pool-leak-lab";\nreadPoolmon(await log("poolmon.txt"))';
    expect(compile({ read: text }, options).cells[0]).toMatchObject({
      id: "read",
      title: "read",
      source: text,
      imports: ["pool-leak-lab"],
      logs: ["poolmon.txt"],
    });
  });

  test("a cell that asks for logs by computed names says so", () => {
    expect(compile({ a: "const read = (name: string) => log(name)" }).cells[0]!.anyLog).toBe(true);
  });

  test("standard names and names nobody knows are left to the run", () => {
    expect(problemOf({ a: "Math.max(Number(NaN), new Map().size, unheardOf)" })).toBeUndefined();
  });

  test("a cell with a problem has no code, and its names still count", () => {
    const { cells, dependencies } = compile({ a: "const rows = fetch('x')", b: "rows" });
    expect(cells[0]).toMatchObject({ code: "", owns: ["rows"] });
    expect(dependencies.b).toEqual(["a"]);
  });
});

describe("what is wrong, in words and with its place", () => {
  test.each<[what: string, cells: Record<string, string>, words: string, line: number, column: number]>([
    ["a second owner", { a: "const rows = 1", b: "1;\n  const rows = 2" }, "already belongs to the cell “a”", 2, 9],
    [
      "an assignment to another cell's name",
      { a: "let rows = 1", b: "rows = 2" },
      "belongs to the cell “a”, which alone",
      1,
      1,
    ],
    [
      "an update of another cell's name",
      { a: "let n = 1", b: "f(); n++; function f() {}" },
      "belongs to the cell “a”",
      1,
      6,
    ],
    ["an assignment to nothing", { a: "total = 1" }, "declared nowhere: write const total", 1, 1],
    [
      "an assignment to an import",
      { a: 'import { tagGrowth } from "pool-leak-lab";\ntagGrowth = 1' },
      "imported and cannot be assigned",
      2,
      1,
    ],
    [
      "another cell's import",
      { a: 'import { tagGrowth as g } from "pool-leak-lab"; g', b: "\n g(1)" },
      'add import { tagGrowth as g } from "pool-leak-lab";',
      2,
      2,
    ],
    [
      "another cell's whole module",
      { a: 'import * as Plot from "@observablehq/plot"; Plot', b: "Plot.line()" },
      'add import * as Plot from "@observablehq/plot";',
      1,
      1,
    ],
    [
      "an unknown module",
      { a: 'import { x } from "lodash"' },
      "it can import “pool-leak-lab” and “@observablehq/plot”",
      1,
      10,
    ],
    ["a mistyped export", { a: 'import { readPoolmom } from "pool-leak-lab"' }, "did you mean “readPoolmon”?", 1, 10],
    ["a mistyped log", { a: 'await log("poolmn.txt")' }, "no log “poolmn.txt”; did you mean “poolmon.txt”?", 1, 7],
    ["an unknown log", { a: 'await log("trace.etl")' }, "it has “poolmon.txt” and “perfmon.csv”.", 1, 7],
    ["the network", { a: "const a = 1;\nawait fetch('x')" }, "no network", 2, 7],
    ["the page", { a: "document.title" }, "without a page", 1, 1],
    ["the console", { a: "console.log(1)" }, "display(value)", 1, 1],
    ["messages", { a: "postMessage(1)" }, "sends no messages", 1, 1],
    ["arguments outside of a function", { a: "arguments" }, "only inside a function", 1, 1],
    ["a name every cell is handed", { a: "const log = 1" }, "what every cell is handed", 1, 7],
    [
      "an import by a name every cell is handed",
      { a: 'import { tagGrowth as display } from "pool-leak-lab"' },
      "import it as another name",
      1,
      10,
    ],
    ["a syntax error", { a: "const a = 1;\nconst b = ;" }, "“;” is not expected here", 2, 11],
    ["a text that ends too early", { a: "f(1,\n  2" }, "ends too early", 2, 4],
    ["the same name twice in one cell", { a: "const a = 1;\nconst a = 2;" }, "declares “a” twice", 2, 7],
    ["a return", { a: "return 1" }, "no return", 1, 1],
    ["code that is not erasable", { a: "\nenum A { B }" }, "enum", 2, 1],
    ["an export", { a: "export const a = 1" }, "no export", 1, 1],
  ])("%s", (_, cells, words, line, column) => {
    const problem = problemOf(cells, options);
    expect(problem?.message).toContain(words);
    expect(problem).toMatchObject({ line, column });
  });

  test("a circle is told at each of its cells, as the way around from there", () => {
    const { cells } = compile({ a: "const x = z", b: "const y = x", c: "const z = 1 + y", d: "x" });
    expect(cells[0]!.problem!.message).toContain("needs “z” of “c”, which needs “b”, which needs “a”");
    expect(cells[1]!.problem!.message).toContain("needs “x” of “a”, which needs “c”, which needs “b”");
    expect(cells[2]!.problem).toMatchObject({ line: 1, column: 15 });
    expect(cells[3]!.problem).toBeUndefined();
  });

  test("what shadows a withheld name is the cell's own", () => {
    expect(problemOf({ a: "const f = (document: string, name = fetch) => document; let fetch = 1" })).toBeUndefined();
  });

  test("without lists of logs and modules neither is checked", () => {
    expect(problemOf({ a: 'import { x } from "any"; await log("any")' })).toBeUndefined();
  });

  test("sentences end once", () => {
    for (const text of [
      'log("poolmn.txt")',
      'log("zzzzzzz")',
      'import { readPoolmo } from "pool-leak-lab"',
      'import { zzz } from "pool-leak-lab"',
    ]) {
      expect(problemOf({ a: text }, options)!.message).toMatch(/[^.?][.?]$/);
    }
  });
});
