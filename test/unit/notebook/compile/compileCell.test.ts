import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mapPosition } from "../../../../src/notebook/compile/mapPosition.ts";
import type { CompiledCell } from "../../../../src/notebook/compile/Program.ts";
import { compile, compileOne } from "./helpers.ts";

interface Given {
  modules?: Record<string, unknown>;
  [name: string]: unknown;
}

/** Runs compiled code as the worker does: as a module, with what it is handed. */
async function run(cell: CompiledCell, given: Given = {}): Promise<{ value: unknown; names: Record<string, unknown> }> {
  const module = (await import(`data:text/javascript,${encodeURIComponent(cell.code)}`)) as {
    default: (given: Given) => Promise<{ value: unknown; names: Record<string, unknown> }>;
  };
  return module.default({ modules: {}, ...given });
}

const valueOf = async (text: string, given?: Given) => (await run(compileOne(text), given)).value;

describe("the value of a cell", () => {
  test.each<[what: string, text: string, value: unknown]>([
    ["the last expression", "const a = 1;\na + 1;", 2],
    ["without a semicolon", "const a = 1\na + 1", 2],
    ["behind comments", "1 // one\n/* two\n */\n// three", 1],
    ["behind stray semicolons", "1;;\n;", 1],
    ["behind types", "1\ntype A = B\ninterface C {}", 1],
    ["of a typed expression", "[1] as number[]", [1]],
    ["a comma expression", "1, 2", 2],
    ["an object in brackets", "({ a: 1 })", { a: 1 }],
    ["awaited at the top level", "await Promise.resolve(3)", 3],
    ["a string, even at the start", '"use strict"', "use strict"],
    ["a template over two lines", "`a\nb`", "a\nb"],
    ["behind a statement on the same line", "let a = 1; a++; a", 2],
    ["an assignment to a name of its own", "let a; a = 5", 5],
    ["with a function declared behind a type", "type A = B; f(); function f() { return 4 }", undefined],
    ["nothing after a declaration", "const a = 1", undefined],
    ["nothing after a loop", "for (const a of [1]) a", undefined],
    ["nothing in an empty cell", "", undefined],
    ["nothing in a cell of comments", "// nothing", undefined],
  ])("%s", async (_, text, value) => expect(await valueOf(text)).toEqual(value));

  test("a first string is no directive, which a function with a pattern for a parameter may not have", async () => {
    expect(await valueOf('"use strict"; 1')).toBe(1);
  });
});

describe("what a cell is handed and shares", () => {
  test("it shares its top-level names as they are at the end", async () => {
    const { names } = await run(compileOne("let a = 1; function f() {} a = 2; var [b] = [3]; { const c = 4 }"));
    expect(names).toEqual({ a: 2, f: expect.any(Function), b: 3 });
  });

  test("it reads other cells' names and the lesson's log", async () => {
    const { cells } = compile({ a: "const rows = [1]", b: 'rows.length + (await log("x"))' });
    expect((await run(cells[1]!, { rows: [1, 2], log: async () => 5 })).value).toBe(7);
    expect(cells[1]).toMatchObject({ reads: ["rows"], logs: ["x"], owns: [] });
  });

  test("imports come from the modules it is handed, under any name", async () => {
    const text =
      'import a, { b, c as d, type E, "f-g" as h } from "m"; import * as all from "n";\nimport type X from "o"\n[a, b, d, h, all.i]';
    const modules = { m: { default: 1, b: 2, c: 3, "f-g": 4 }, n: { i: 5 } };
    expect(await valueOf(text, { modules })).toEqual([1, 2, 3, 4, 5]);
  });

  test("an import below the code that uses it is hoisted, as in any module", async () => {
    expect(await valueOf('const a = b();\nimport { b } from "m";\na', { modules: { m: { b: () => 6 } } })).toBe(6);
  });

  test("a cell may use the names the wrapper uses", async () => {
    expect(
      await valueOf("const modules = 1, $modules = 2, value = 3, names = 4; modules + $modules + value + names"),
    ).toBe(10);
  });

  test("there is no this and no arguments of the wrapper's", async () => {
    expect(await valueOf("this")).toBeUndefined();
  });
});

describe("places in compiled code", () => {
  test("lines stay, and the head stands on the first", () => {
    const { code } = compileOne("const a = 1;\n// b\n\na");
    const lines = code.split("\n");
    expect(lines[0]).toMatch(/^export default async \(\{ .*\}\) => \{;const a = 1;/);
    expect(lines[1]).toBe("// b");
    expect(lines[3]).toMatch(/^a\)/);
    expect(code).toMatch(/\n\/\/# sourceURL=cell-one\.ts\n$/);
  });

  const texts = [
    'import { a } from "m"; let mark0 = 1; mark1',
    'import { a as b } from "m"\nconst mark0 = b, mark1 = mark0 as number; mark1.mark2',
    "const mark0 = 1\n  mark0 + mark0",
    "mark0",
    "  // c\n\n  mark0.mark1(mark2);",
    "let mark0 = 1; let mark1 = 2; /* c */ mark0 + mark1; // d",
    'foo(mark0); import { foo } from "m"; bar(mark1)',
  ];

  test.each(texts)("each word of %j is found again where it stood", (text) => {
    const cell = compileOne(text);
    const source = text.split("\n");
    let found = 0;
    for (const [index, line] of cell.code.split("\n").slice(0, source.length).entries()) {
      const marks = [...line.matchAll(/(?:mark\d|foo|bar)(?=[^"]*$|\()/g)];
      for (const mark of marks) {
        const place = mapPosition(cell, index + 1, mark.index + 1);
        if (source[place.line - 1]!.startsWith(mark[0], place.column - 1)) found++;
      }
    }
    expect(found).toBeGreaterThanOrEqual(text.match(/mark\d/g)!.length);
  });

  test("a place inside inserted text is where that was put", () => {
    const cell = compileOne("const a = 1;\na");
    expect(mapPosition(cell, 1, 1)).toEqual({ line: 1, column: 1 });
    expect(mapPosition(cell, 1, 10)).toEqual({ line: 1, column: 1 });
  });

  test("for any insertions the place of each character of the text is found", () => {
    const insertion = fc.record({ column: fc.integer({ min: 1, max: 40 }), length: fc.integer({ min: 0, max: 30 }) });
    fc.assert(
      fc.property(fc.array(insertion, { maxLength: 5 }), fc.integer({ min: 1, max: 40 }), (list, column) => {
        const insertions = list.map((one) => ({ ...one, line: 2 })).sort((one, other) => one.column - other.column);
        const shift = insertions.filter((one) => one.column <= column).reduce((sum, { length }) => sum + length, 0);
        expect(mapPosition({ insertions }, 2, column + shift)).toEqual({ line: 2, column });
        expect(mapPosition({ insertions }, 3, column)).toEqual({ line: 3, column });
      }),
      { seed: 20_263, numRuns: 300 },
    );
  });
});
