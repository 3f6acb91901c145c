import { describe, expect, test } from "vitest";
import { namesOf } from "./helpers.ts";

const owns = (text: string) => [...namesOf(text).owns.keys()];
const reads = (text: string) => [...namesOf(text).reads.keys()];
const assigns = (text: string) => [...namesOf(text).assigns.keys()];

describe("names a cell owns", () => {
  test.each<[what: string, text: string, names: string[]]>([
    ["const, let, function and class", "const a = 1; let b; function c() {} class D {}", ["a", "b", "c", "D"]],
    [
      "destructured names, not the properties they come from",
      "const { a, b: c, ...d } = o, [e, , f = 1] = l",
      ["a", "c", "d", "e", "f"],
    ],
    [
      "var in a block, a loop and a try, since var is hoisted",
      "{ var a; } for (var b of []) {} try { var c } catch {}",
      ["a", "b", "c"],
    ],
    ["not let, const, class and functions of a block", "{ let a; const b = 1; class C {} function d() {} }", []],
    ["not what functions declare", "(() => { var a; })(); (function b() {});", []],
    ["not imports", 'import { a } from "m"; const b = a;', ["b"]],
    ["not what is only declared for the type checker", "declare const a: number; type B = 1; interface C {}", []],
    ["a function once for all its overloads", "function a(x: string): void; function a(x: unknown) {}", ["a"]],
    ["not a class expression's own name", "const a = class B {}", ["a"]],
  ])("%s", (_, text, names) => expect(owns(text).sort()).toEqual(names.toSorted()));

  test("each with the place it is declared at", () => {
    expect(namesOf("const a = 1;\n  let { b } = o;").owns.get("b")).toEqual({ line: 2, column: 9 });
  });
});

describe("names a cell reads", () => {
  test.each<[what: string, text: string, names: string[]]>([
    ["free names, once", "rows.length + rows[0]", ["rows"]],
    ["not its own, declared before or after", "f(); const a = 1; function f() { return a + b; } const b = 2", []],
    ["not property names", "a.b.c; ({ d: 1, e() {}, get f() { return 1 } })", ["a"]],
    ["computed property names", "a[b]; ({ [c]: 1 }); class X { [d] = 1; [e]() {} }", ["a", "b", "c", "d", "e"]],
    ["shorthand properties", "({ a, b })", ["a", "b"]],
    ["not parameters, at any depth", "(a, { b, c: [d] }, ...e) => a + b + d + e", []],
    ["defaults of parameters, which do not see the body", "function f(x = a) { const a = 1; return x + a }", ["a"]],
    ["defaults that use earlier parameters", "((a, b = a) => b)", []],
    ["defaults inside patterns", "const { a = b, [c]: d } = e", ["b", "c", "e"]],
    ["not the name a catch clause binds", "try {} catch (error) { error.message }", []],
    ["a name shadowed only elsewhere", "{ const a = 1; } a", ["a"]],
    ["a name shadowed in one loop and free after it", "for (const a of b) a; a", ["b", "a"]],
    ["the iterated value, not the loop's own name", "for (const i in i2) i", ["i2"]],
    ["not labels", "outer: for (;;) { continue outer; break outer }", []],
    [
      "names in class bodies and what a class extends",
      "class A extends b { c = d; static { e(); var f; f } #g = this.#g }",
      ["b", "d", "e"],
    ],
    ["not a function expression's own name", "const a = function b() { return b }", []],
    ["names in templates and tags", "a`x${b}`", ["a", "b"]],
    ["switch cases share one block", "switch (a) { case b: let c = 1; default: c }", ["a", "b"]],
    ["typeof of a value", "typeof a", ["a"]],
    ["not names in types", "let x: A<typeof b> = c as D; function f<T extends E>(this: F, y: G): y is H {}", ["c"]],
    ["values below types", "(a as B).c(d!)<E>(f satisfies G)", ["a", "d", "f"]],
    ["not arguments inside a function", "function f() { return arguments }", []],
    ["arguments outside of one", "() => arguments", ["arguments"]],
    ["not new.target and import.meta", "function f() { new.target; import.meta }", []],
    ["exported names used in optional chains", "a?.b?.[c]?.(d)", ["a", "c", "d"]],
  ])("%s", (_, text, names) => expect(reads(text).toSorted()).toEqual(names.toSorted()));

  test("each with the place of its first use", () => {
    expect(namesOf("1;\n f(x, x)").reads.get("x")).toEqual({ line: 2, column: 4 });
  });
});

describe("names a cell assigns to without owning them", () => {
  test.each<[what: string, text: string, names: string[]]>([
    ["by =, += and ??=", "a = 1; b += 1; c ??= 1", ["a", "b", "c"]],
    ["by ++ and --", "a++; --b", ["a", "b"]],
    ["by destructuring", "({ a, b: c, d: [e = 1], ...f } = o); [g, h.i] = l", ["a", "c", "e", "f", "g"]],
    ["in the head of a loop", "for (a of l) {} for (b in o) {}", ["a", "b"]],
    ["through a type", "(a as number) = 1; b! += 1", ["a", "b"]],
    ["not properties", "a.b = 1; a[0]++; delete a.c", []],
    ["not its own names", "let a; a = 1; { let b; b = 1 }", []],
    ["an imported name, which nobody may assign to", 'import { a } from "m"; a = 1', ["a"]],
    ["not a name that shadows an imported one", 'import { a } from "m"; { let a; a = 1 }', []],
  ])("%s", (_, text, names) => expect(assigns(text).toSorted()).toEqual(names.toSorted()));
});

describe("logs and imports", () => {
  test("literal names passed to log", () => {
    const { logs, anyLog } = namesOf('await log("a.csv"); function f() { return log(`b.txt`) }');
    expect([...logs.keys()]).toEqual(["a.csv", "b.txt"]);
    expect(anyLog).toBeUndefined();
  });

  test.each(["log(name)", 'log("a" + b)', "names.map(log)", "const read = log;", "log(`a${b}`)", "log()"])(
    "%s can ask for any log",
    (text) => expect(namesOf(text).anyLog).toBeDefined(),
  );

  test("a log of the cell's own is not the lesson's", () => {
    const { logs, anyLog, reads: free } = namesOf('const f = (log) => log("a.csv"); Math.log(2); o.log("b")');
    expect([...logs.keys()]).toEqual([]);
    expect(anyLog).toBeUndefined();
    expect([...free.keys()]).toEqual(["Math", "o"]);
  });

  test("imports with their exported and local names, types left out", () => {
    const { imports } = namesOf(
      'import a, { b, c as d, type E, "f-g" as h } from "m"; import * as i from "n"; import type J from "o"',
    );
    expect(imports.map(({ module, imported, local }) => [module, imported, local])).toEqual([
      ["m", "default", "a"],
      ["m", "b", "b"],
      ["m", "c", "d"],
      ["m", "f-g", "h"],
      ["n", "*", "i"],
    ]);
  });
});
