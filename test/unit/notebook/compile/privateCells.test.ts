import { describe, expect, test } from "vitest";
import { checkCell, compileCheck, solutionCell } from "../../../../src/notebook/compile/compileCheck.ts";
import { compileProgram } from "../../../../src/notebook/compile/compileProgram.ts";
import type { CellSource } from "../../../../src/notebook/compile/Program.ts";

const cell = (id: string, text: string): CellSource => ({ id, title: id, text, line: 1 });
const secret = (id: string, text: string): CellSource => ({ ...cell(id, text), isPrivate: true });

describe("a private cell", () => {
  test("reads the lesson's names, and may declare one that a cell owns", () => {
    const program = compileProgram([
      cell("read", "const records = [1]"),
      secret("one", "const records = [2]; records"),
      secret("two", "const records = [3]; records"),
      secret("three", "records"),
    ]);
    expect(program.cells.map(({ problem }) => problem)).toEqual([undefined, undefined, undefined, undefined]);
    expect(program.dependencies).toEqual({ read: [], one: [], two: [], three: ["read"] });
    expect(program.cells.map(({ owns }) => owns)).toEqual([["records"], [], [], []]);
  });

  test("gives no name back, and takes none from a cell that comes later", () => {
    const { cells, dependencies } = compileProgram([
      secret("one", "const rate = 1"),
      cell("later", "const rate = 2"),
      cell("reader", "rate"),
    ]);
    expect(cells[1]!.problem).toBeUndefined();
    expect(dependencies["reader"]).toEqual(["later"]);
  });

  test("cannot assign to the name of a cell, nor take the place of what all cells are handed", () => {
    const { cells } = compileProgram([
      cell("read", "let records = [1]"),
      secret("one", "records = [2]"),
      secret("two", "const log = 1"),
    ]);
    expect(cells[1]!.problem?.message).toContain("belongs to the cell “read”");
    expect(cells[2]!.problem?.message).toContain("is what every cell is handed");
  });
});

describe("the program of a check", () => {
  const check = cell(
    "e",
    "function check({ answer, expected }: CheckGiven) { return { solved: `${answer} ${expected}` } }",
  );
  const cells = [
    cell("read", "const rows = [1, 2]"),
    cell("half", "const half = rows.length / 2"),
    cell("rest", "rows"),
  ];
  const compile = (answer: string, lesson = cells) =>
    compileCheck({ cells: lesson, answer: cell("e", answer), solution: cell("e", "half"), check });

  test("holds the cells that its texts need, and no other", () => {
    const program = compile("1");
    expect(program.cells.map(({ id }) => id)).toEqual(["read", "half", "e", solutionCell("e"), checkCell("e")]);
    expect(program.dependencies[checkCell("e")]).toEqual(["e", solutionCell("e")]);
  });

  test("keeps the expected value from the reader's answer", () => {
    expect(compile("expected").dependencies["e"]).toEqual([]);
  });

  test("tells what is wrong with the answer at its own place", () => {
    expect(compile("1;\nconst x = ;").cells.find(({ id }) => id === "e")!.problem).toMatchObject({
      line: 2,
      column: 11,
    });
  });
});
