import { readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blankTypes } from "../../../../src/notebook/compile/blankTypes.ts";
import { parseCell, parseJavaScript } from "../../../../src/notebook/compile/parseCell.ts";
import { childrenOf, isNode, type SyntaxNode } from "../../../../src/notebook/compile/syntaxTree.ts";

function blank(text: string): string {
  const parsed = parseCell(text);
  if ("problem" in parsed) throw new Error(`${parsed.problem.message} (line ${parsed.problem.line})`);
  const blanked = blankTypes(text, parsed.tree);
  if ("problem" in blanked) throw new Error(blanked.problem.message);
  return blanked.text;
}

/** A tree without positions and without the empty statements that blanking leaves behind. */
function shapeOf(node: unknown): unknown {
  if (typeof node === "bigint") return `${node}n`;
  if (Array.isArray(node)) return node.filter((item) => !isNode(item) || item.type !== "EmptyStatement").map(shapeOf);
  if (typeof node !== "object" || node === null || node instanceof RegExp) return node;
  const fields = Object.entries(node).filter(([name]) => !["start", "end", "loc", "range"].includes(name));
  return Object.fromEntries(fields.map(([name, value]) => [name, shapeOf(value)]));
}

function javaScriptShape(text: string): unknown {
  const parsed = parseJavaScript(text);
  if ("problem" in parsed) throw new Error(`${parsed.problem.message} (line ${parsed.problem.line}) in:\n${text}`);
  return shapeOf(parsed.tree);
}

function expectInPlace(text: string): void {
  const blanked = blank(text);
  expect(blanked).toHaveLength(text.length);
  expect(blanked.replace(/[^\n\r\u2028\u2029]/g, "")).toBe(text.replace(/[^\n\r\u2028\u2029]/g, ""));
}

/** Node strips types by a parser of its own (SWC): what it makes of a text must mean the same as what we make of it. */
function expectSameAsNode(text: string): void {
  expectInPlace(text);
  expect(javaScriptShape(blank(text))).toEqual(javaScriptShape(stripTypeScriptTypes(text)));
}

describe("types are blanked in place", () => {
  test.each([
    ["annotations", "let a: number = 1, b: string[] = [];", "let a         = 1, b           = [];"],
    ["as and satisfies", "(a as B).c; d satisfies E;", "(a     ).c; d            ;"],
    ["as const", "const a = [1] as const;", "const a = [1]         ;"],
    ["non-null marks", "a!.b![0]!;", "a .b [0] ;"],
    ["generics", "f<A, B<C>>(x); new Map<string, number>();", "f         (x); new Map                ();"],
    ["optional parameters", "function f(a?: A, b?) {}", "function f(a    , b ) {}"],
    [
      "a this parameter and its comma",
      "function f(this: A, b) {} function g(this: A) {}",
      "function f(         b) {} function g(       ) {}",
    ],
    ["definite marks", "let a!: number;", "let a         ;"],
    ["return types", "const f = (a): a is B => c;", "const f = (a)         => c;"],
    ["type imports of a list", 'import { type A, b } from "m";', 'import {         b } from "m";'],
    ["text in types beyond the first plane", "let a: '😀' = b;", "let a       = b;"],
  ])("%s", (_, text, expected) => expect(blank(text)).toBe(expected));

  test("JavaScript is left exactly as it is", () => {
    const text = "a < b > c; x ? y : z; ({ a: 1, get: 2 }); label: for (;;) break label;\nclass A { static get = 1 }\n";
    expect(blank(text)).toBe(text);
  });
});

describe("blanked lines do not run into each other", () => {
  test.each([
    ["a type between two lines", "a\ntype B = 1\n(c)"],
    ["an interface before brackets", "a\ninterface B { c: 1 }\n[d]"],
    ["as at the end of a line before brackets", "a = b as C\n(d)"],
    ["as before an array, a template, a sign", "a = b as C\n[d]\ne = f as G\n`h`\ni = j satisfies K\n;-l"],
    ["as in an arrow function's body", "const f = () => a as B\n;[c]"],
    ["as that ends a block", "{ a as B }\n(c)"],
    ["as in the head of a loop", "for (let a = b as C; a < d; a++) {}"],
    ["a declaration before a template", "a\ndeclare const b: C\n`d`"],
    ["an overload between two lines", "a\nfunction f(b: C): void\nfunction f(b) {}"],
    ["an abstract class", "a\nabstract class B { abstract c: D }"],
    ["a computed field behind a modifier", "class A { a = b\npublic [c] = d }"],
    ["a generator behind a modifier", "class A { a = b\npublic *c() {} }"],
    ["a field named in", "class A { a = b\npublic in = c }"],
    ["a field named get before a method", "class A { get: B\nc() {} }"],
    ["fields named set and static, optional", "class A { set?: B\nc() {}\nstatic?: D\ne() {} }"],
    ["an index signature between fields", "class A { a = b;\n[c: string]: D\n[e] = f }"],
    ["as in a field before a computed one", "class A { a = b as C\n[d] = e }"],
    ["generics over several lines after async", "const f = async <\nA,\nB\n>(a: A) => a"],
    ["generics over several lines after return", "function f() { return <\nA\n>(a: A) => a }"],
    ["a return type over several lines", "const f = (\na: A,\n): Promise<\nB\n> => a"],
    ["a return type over several lines and no parameter", "const f = (): Promise<\nB\n> => a, g = async ():\n A => a"],
    ["a type in the place of a statement", "if (a) type B = 1\nelse c"],
  ])("%s", (_, text) => expectSameAsNode(text));
});

test("a declared field keeps its neighbours apart, which Node's own stripping does not", () => {
  expect(blank("class A { a = b\ndeclare c: D\n[e] = f }")).toBe("class A { a = b\n;           \n[e] = f }");
});

describe("what cannot be erased is refused in words", () => {
  test.each([
    ["enum A { B }", "as const"],
    ["const enum A { B }", "as const"],
    ["namespace A { export const b = 1 }", "namespace"],
    ['import a = require("b");', "import x = …"],
    ["class A { constructor(private b: C) {} }", "parameter property"],
    ["let a = <B>c;", "value as Type"],
    ["@a class B {}", "decorators"],
    ["class A { @b c = 1 }", "decorators"],
    ["class A { accessor b = 1 }", "accessor"],
    ["export const a = 1;", "no export"],
    ["export default a;", "no export"],
    ['await import("a");', "at its top"],
    ["import.meta.url", "import.meta"],
  ])("%s", (text, words) => {
    const parsed = parseCell(`1;\n  ${text}`);
    if ("problem" in parsed) throw new Error(parsed.problem.message);
    const blanked = blankTypes(text, parsed.tree);
    expect(blanked).toMatchObject({ problem: { message: expect.stringContaining(words), line: 2 } });
  });

  test("what only describes code elsewhere is erased", () => {
    expect(blank("declare enum A { B }\ndeclare module 'x' {}\ndeclare global {}").trim()).toMatch(/^;\s+;\s+;$/);
  });
});

describe("against Node's own stripping of types", () => {
  const files = readdirSync("src/notebook", { recursive: true, encoding: "utf8" });
  const texts = files
    .filter((file) => /(?<!\.d)\.ts$/.test(file))
    .map((file) => ({ file, text: readFileSync(join("src/notebook", file), "utf8") }))
    // A cell has neither, and `blankTypes` says so.
    .filter(({ text }) => !/\bimport(?:\(|\.meta)/.test(text))
    // Nor does it export; of exports the words alone are taken away.
    .map(({ file, text }) => ({
      file,
      text: text
        .replaceAll(/^export (?:type )?(?:\{[^}]*\}|\*[^;]*?)(?: from "[^"]*")?;$/gm, "")
        .replaceAll(/^export (?:default )?/gm, ""),
    }));

  test("every source file of the notebook means the same", () => {
    expect(texts.length).toBeGreaterThan(20);
    for (const { file, text } of texts) {
      try {
        expectSameAsNode(text);
      } catch (error) {
        throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
      }
    }
  });

  test("so does any order of statements, with or without semicolons and line breaks", () => {
    const pieces = [
      "a = b as C",
      "type D = { e: 1 }",
      "let f: G",
      "const h = <T,>(i: T, j?: K): L => i!",
      "const m = async <T,>(): Promise<T> => n<T>(o)",
      "interface P<Q> extends R { s(): void }",
      "(t as U)(v satisfies W)",
      "[x][0]!",
      "`y`",
      "declare function z(): void",
      "class A<T> extends B<T> implements C { private d?: E = f as G; static readonly [h]: I; get: J\nk<L>(this: M): N { return o! } }",
      "if (p as Q) { r<S>() } else type T = 1",
      "for (const u of v as W[]) { x! }",
      "/y/.test(z as string)",
      "function aa(this: BB, cc?: DD): asserts cc is EE {}",
    ];
    const piece = fc.tuple(
      fc.constantFrom(...pieces),
      fc.constantFrom("\n", ";\n", ";", "\n// c\n", "\r\n", "/* d */;"),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (chosen) => {
        const text = chosen
          .map(([words, end], index) => words.replaceAll(/\b(h|m|f|A|aa)\b(?=[ :<(]|$)/g, `$1${index}`) + end)
          .join("");
        fc.pre(!("problem" in parseCell(text)));
        expectSameAsNode(text);
      }),
      { seed: 20_261, numRuns: 300 },
    );
  });

  test("any JavaScript of a source file survives a cut at any place, or is refused with a place inside the text", () => {
    const text = readFileSync("src/notebook/compile/findNames.ts", "utf8").replaceAll(/^export /gm, "");
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (one, other) => {
        const cut = text.slice(Math.min(one, other), Math.max(one, other));
        const parsed = parseCell(cut);
        if (!("problem" in parsed)) return expectInPlace(cut);
        const { line, column, message } = parsed.problem;
        const lines = cut.split("\n");
        expect(message).not.toBe("");
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
      }),
      { seed: 20_262, numRuns: 150 },
    );
  });
});

test("children of a node are found in every field", () => {
  const parsed = parseCell("f(a, [b])") as { tree: SyntaxNode };
  const types: string[] = [];
  const visit = (node: SyntaxNode): void => {
    types.push(node.type);
    childrenOf(node).forEach(visit);
  };
  visit(parsed.tree);
  expect(types).toEqual([
    "Program",
    "ExpressionStatement",
    "CallExpression",
    "Identifier",
    "Identifier",
    "ArrayExpression",
    "Identifier",
  ]);
});
