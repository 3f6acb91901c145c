import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../../../src/notebook/run/Engine.ts";
import type { ErrorValue } from "../../../../src/notebook/value/Value.ts";
import { plain, runCells, runOne, startEngine } from "./helpers.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.dispose());

const errorOf = async (text: string): Promise<ErrorValue> => {
  const { values, failed } = await runOne(engine, text);
  expect(failed).toBe(true);
  expect(values.at(-1)!.kind).toBe("error");
  return values.at(-1) as ErrorValue;
};

describe("a lesson in the Node engine", () => {
  test("cells share names, functions too, and read logs through the library", async () => {
    const results = await runCells(
      engine,
      {
        total: "sum(rows) + double(1)\nimport { double } from 'lab'",
        read: 'import { rowsOf } from "lab";\nconst rows = await rowsOf(await log("poolmon.txt")); rows',
        sum: "const sum = (list: { line: string }[]): number => list.reduce((total, { line }) => total + Number(line), 0);",
      },
      { "poolmon.txt": new Blob(["1\n2\n3\n"]) },
    );
    expect(results.read!.values).toMatchObject([{ kind: "table", totalRows: 3, rows: [["1"], ["2"], ["3"]] }]);
    expect(results.sum!.values).toEqual([{ kind: "nothing" }]);
    expect(plain(results.total!.values[0])).toBe(8);
    expect(results.total).toMatchObject({ cell: "total", failed: false });
    expect(results.total!.milliseconds).toBeGreaterThanOrEqual(0);
  });

  test("a log that is a file on disk is read as well", async () => {
    const folder = mkdtempSync(join(tmpdir(), "cells-"));
    try {
      writeFileSync(join(folder, "a.csv"), "é,1\n");
      const logs = { "a.csv": await openAsBlob(join(folder, "a.csv")) };
      expect(plain((await runOne(engine, 'await (await log("a.csv")).text()', logs)).values[0])).toBe("é,1\n");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("what display shows comes in order, then the value", async () => {
    const { values } = await runOne(engine, 'display(1); for (const x of ["a", "b"]) display(x); display(2, 3); 4');
    expect(values.map(plain)).toEqual([1, "a", "b", 2, 3, 4]);
  });

  test("a cell that only displays has no value beside", async () => {
    expect((await runOne(engine, "display(1);")).values.map(plain)).toEqual([1]);
  });

  test("a promise as the last expression is waited for", async () => {
    expect(plain((await runOne(engine, "Promise.resolve(5)")).values[0])).toBe(5);
  });

  test("charts are recorded by the runtime's own Plot", async () => {
    const { values } = await runOne(
      engine,
      'import * as Plot from "@observablehq/plot";\nPlot.plot({ marks: [Plot.lineY([1, 2, 3])] })',
    );
    expect(values).toMatchObject([{ kind: "chart", plot: { call: "plot" } }]);
  });

  test("a cell that is run again replaces what it shared", async () => {
    await runCells(engine, { a: "const again = 1" });
    const results = await runCells(engine, { a: "const again = 2", b: "again" });
    expect(plain(results.b!.values[0])).toBe(2);
  });
});

describe("errors in a cell", () => {
  test.each<[what: string, text: string, error: Partial<ErrorValue>]>([
    ["on the first line", "let a: { b?: { c: number } } = {}; a.b!.c", { name: "TypeError", line: 1, column: 41 }],
    ["on a later line, behind types", "const a = null as unknown as string[];\n\n  a.length", { line: 3, column: 5 }],
    [
      "in the last expression",
      "const a = 1;\nunheard + a",
      { name: "ReferenceError", message: "unheard is not defined", line: 2, column: 1 },
    ],
    [
      "in a function called later",
      "f();\nfunction f(): void {\n  throw new Error('no')\n}",
      { message: "no", line: 3, column: 9 },
    ],
    [
      "in the library: at the call",
      'import { fail } from "lab";\n[1].map(() => fail())',
      { name: "RangeError", message: "out of range", line: 2, column: 15 },
    ],
    ["after an await", "await 1;\nnull!.x", { line: 2, column: 7 }],
    [
      "in a promise nobody waits for",
      "const f = async () => {\n  throw new Error('lost');\n};\nf();\n1",
      { message: "lost", line: 2, column: 9 },
    ],
    [
      "an import that does not exist",
      'import { nothing } from "lab";\n1',
      { name: "SyntaxError", message: "“lab” has no “nothing”.", line: 1, column: 1 },
    ],
    [
      "a module that does not exist",
      'import { x } from "lodash";\n1',
      { message: "A cell cannot import “lodash”; it can import “@observablehq/plot”, “check-answers”, “lab”." },
    ],
    [
      "a log that does not exist",
      '1;\nawait log("a" + "b")',
      { message: "There is no log “ab”; this cell can read none.", line: 2, column: 7 },
    ],
    [
      "something thrown that is no error",
      "throw 'words'",
      { name: "Error", message: "The cell threw the text “words” instead of an error." },
    ],
    [
      "an object thrown that hides its words",
      "throw { get message() { throw 1 }, name: 2 }",
      { name: "Error", message: "" },
    ],
    ["a stack that is too deep", "const f = (): number => f() + 1;\nf()", { name: "RangeError", line: 1 }],
  ])("%s", async (_, text, expected) => {
    const error = await errorOf(text);
    expect(error).toMatchObject({ cell: "one", ...expected });
  });

  test("what was displayed before the error stays", async () => {
    const { values } = await runOne(engine, "display(1); throw new Error('no')");
    expect(values).toMatchObject([{ kind: "number" }, { kind: "error", message: "no" }]);
  });

  test("in a function of another cell: in the text of that cell", async () => {
    const { b } = await runCells(engine, { a: "// a\nconst f = (x: any): number =>   x.y.z;", b: "f({})" });
    expect(b!.values[0]).toMatchObject({ cell: "a", line: 2, column: 37 });
  });

  test("a message that quotes a place is not taken for one", async () => {
    const error = await errorOf('1;\nthrow new Error("x\\n    at cell-one.ts:77:7\\n")');
    expect(error).toMatchObject({ line: 2, column: 7 });
  });

  test("a cell whose needed cell failed says what is missing", async () => {
    const { b } = await runCells(engine, { a: "const gone = 1; throw new Error('no')", b: "gone" });
    expect(b!.values[0]).toMatchObject({ message: "“gone” is not there: the cell that declares it has not run." });
  });

  test("an error after its cell was over is told as a stray one, with its place", async () => {
    const stray = new Promise<ErrorValue>((resolve) => (engine.onStray = resolve));
    expect((await runOne(engine, "setTimeout(() => {\n  null!.x\n}, 20);\n1")).failed).toBe(false);
    expect(await stray).toMatchObject({ kind: "error", cell: "one", line: 2, column: 9 });
    engine.onStray = undefined;
  });

  test("display after the cell was over is refused", async () => {
    const { b } = await runCells(engine, { a: "const show = () => display(1)", b: "show()" });
    expect(b).toMatchObject({
      failed: true,
      values: [{ cell: "a", message: expect.stringContaining("The cell “a” was over") }],
    });
  });
});

describe("what other cells share cannot be changed", () => {
  const lesson =
    "const rows = [3, 1, 2]; const totals = { a: 1, deep: [1] }; const typed = new Float64Array(2); class C { n = 0 } const thing = new C()";
  const change = async (text: string) => (await runCells(engine, { read: lesson, b: text })).b!;

  test.each([
    [
      "rows.sort()",
      "“rows” belongs to the cell “read”, so sort cannot change it here: use rows.toSorted(…), which makes a sorted copy.",
    ],
    ["rows.reverse()", "rows.toReversed()"],
    ["rows.splice(0, 1)", "rows.toSpliced(…)"],
    ["rows.push(4)", "[...rows, more]"],
    ["rows.pop()", "rows.slice(0, -1)"],
    ["rows.shift()", "rows.slice(1)"],
    ["rows.unshift(0)", "[more, ...rows]"],
    ["rows.fill(0)", "[...rows].fill(…)"],
    ["const r = rows; r.sort()", "rows.toSorted(…)"],
    [
      "rows[0] = 9",
      "“rows” belongs to the cell “read”, so this cell cannot change it: change a copy, rows.with(index, value) or [...rows].",
    ],
    ["rows.length = 0", "“rows” belongs to the cell “read”"],
    ["rows[9] = totals.a", "“rows” belongs to the cell “read”"],
    ["totals.a = 2", "change a copy, { ...totals }."],
    ["totals.a++", "“totals” belongs to the cell “read”"],
    ["(totals as any).b = rows.length", "“totals” belongs to the cell “read”"],
    ["delete (totals as any).a", "“totals” belongs to the cell “read”"],
    ["Object.assign(totals, { b: 1 })", "“totals” belongs to the cell “read”"],
    ["const t = totals;\n t.a = 2", "What other cells share (“totals” of “read”) cannot be changed"],
  ])("%s", async (text, words) => {
    const { failed, values } = await change(text);
    expect(failed).toBe(true);
    expect((values[0] as ErrorValue).message).toContain(words);
    expect(values[0]).toMatchObject({ name: "TypeError", cell: "b" });
  });

  test.each([
    ["copies can be changed", "[...rows].sort()[0]", 1],
    ["sorted copies too", "const s = rows.toSorted(); s.push(9); s.length", 4],
    ["so can what lies deeper", "totals.deep.push(2); totals.deep.length", 2],
    ["typed arrays", "typed[0] = 5; typed[0]", 5],
    ["things with methods of their own", "thing.n = 7; thing.n", 7],
  ])("%s", async (_, text, value) => expect(plain((await change(text)).values[0])).toBe(value));

  test("the owner itself may change what it shares while it runs", async () => {
    const { a } = await runCells(engine, { a: "const list = [2, 1]; list.sort(); list.push(3); list.length" });
    expect(plain(a!.values[0])).toBe(3);
  });

  test("a value passed on under another name stays with its first owner", async () => {
    const { c } = await runCells(engine, { a: "const first = [1]", b: "const second = first", c: "second.push(1)" });
    expect((c!.values[0] as ErrorValue).message).toContain("“first” belongs to the cell “a”");
  });

  test("the owner's functions cannot change it either once it is shared", async () => {
    const { b } = await runCells(engine, {
      a: "const seen: number[] = []; const add = (x: number) => seen.push(x)",
      b: "add(1)",
    });
    expect((b!.values[0] as ErrorValue).message).toContain("“seen” belongs to the cell “a”");
  });

  test("how a shared array looks does not change by being shared", async () => {
    const { a, b } = await runCells(engine, {
      a: "const list = [{ x: 1 }]; list",
      b: "[list, Object.keys(list), JSON.stringify(list)]; list",
    });
    expect(b!.values).toEqual(a!.values);
  });

  test("an error of the engine about something else is left in its own words", async () => {
    const { values } = await runOne(engine, "const own = Object.freeze({ a: 1 }) as { a: number }; own.a = 2");
    expect((values[0] as ErrorValue).message).toMatch(/read only/);
  });
});
