import { describe, expect, test } from "vitest";
import { checkCell, compileCheck } from "../../../../src/notebook/compile/compileCheck.ts";
import type { CellSource } from "../../../../src/notebook/compile/Program.ts";
import { readCheckOutcome } from "../../../../src/notebook/run/CheckOutcome.ts";
import type { RunResult } from "../../../../src/notebook/run/Engine.ts";
import { runCheckProgram } from "../../../../src/notebook/run/runCheckProgram.ts";
import { startEngine } from "./helpers.ts";

const text = (words: string): RunResult => ({
  cell: "e--check",
  values: [{ kind: "text", text: words, omitted: 0 }],
  failed: false,
  milliseconds: 1,
});

describe("the outcome of a check", () => {
  test("is read from its text, and nothing else is taken along", () => {
    expect(readCheckOutcome([text('{"solved":"Floors.","html":"<b>"}')])).toEqual({ solved: "Floors." });
    expect(readCheckOutcome([text('{"wrong":"paged","says":"Look."}')])).toEqual({ wrong: "paged", says: "Look." });
  });

  test.each(["", "null", "[]", "{}", '{"solved":1}', '{"solved":""}', '{"wrong":"x"}', '{"solved":'])(
    "is a failure where the check gives %s",
    (words) => {
      expect(readCheckOutcome([text(words)])).toMatchObject({ failed: { cell: "e--check" } });
    },
  );

  test("is a failure where a sentence has no end, and where nothing ran", () => {
    expect(readCheckOutcome([text(JSON.stringify({ solved: "x".repeat(5000) }))])).toHaveProperty("failed");
    expect(readCheckOutcome([])).toHaveProperty("failed");
  });
});

describe("the program of a check, run", () => {
  const cell = (id: string, words: string): CellSource => ({ id, title: id, text: words, line: 1 });
  const check = cell(
    "e",
    'async function check({ answer, expected, log }: CheckGiven) {\n  return answer === expected ? { solved: await (await log("a.txt")).text() } : { wrong: "other", says: String(answer) };\n}',
  );
  const run = async (answer: string) => {
    const engine = await startEngine();
    const program = compileCheck({
      cells: [cell("half", "const half = 21")],
      answer: cell("e", answer),
      solution: cell("e", "half * 2"),
      check,
    });
    try {
      return await runCheckProgram(engine, program, () => Promise.resolve({ "a.txt": new Blob(["the log"]) }));
    } finally {
      engine.dispose();
    }
  };

  test("compares the answer with the solution, with the logs at hand", async () => {
    expect(await run("Promise.resolve(half + half)")).toEqual({ solved: "the log" });
    expect(await run("const half = 1;\nhalf")).toEqual({ wrong: "other", says: "1" });
  });

  test("ends with the answer's error", async () => {
    expect(await run("1;\nnull.x")).toMatchObject({ failed: { name: "TypeError", cell: "e", line: 2 } });
  });

  test("gives an answer that reaches for what is expected nothing", async () => {
    expect(await run("expected")).toMatchObject({ failed: { name: "ReferenceError", cell: "e" } });
  });

  test("leaves nothing of one answer to the next, for its worker is gone", async () => {
    const engine = await startEngine();
    const program = (answer: string) =>
      compileCheck({ cells: [], answer: cell("e", answer), solution: cell("e", "1"), check });
    const logs = () => Promise.resolve({ "a.txt": new Blob(["the log"]) });
    await runCheckProgram(engine, program("Math.max = () => 7; 0"), logs);
    expect(await runCheckProgram(engine, program("Math.max(1)"), logs)).toEqual({ solved: "the log" });
    expect(program("1").cells.at(-1)!.id).toBe(checkCell("e"));
    engine.dispose();
  });
});
