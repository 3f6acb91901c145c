import { describe, expect, test } from "vitest";
import { loadLesson } from "../../src/components/lesson/loadLesson.ts";
import { runCheck } from "../../src/components/lesson/runCheck.ts";

const perfmon = await loadLesson("lessons/perfmon");
const exercise = perfmon.exercises.find(({ id }) => id === "autumn-slope")!;

describe("the check of an answer", () => {
  test("the solution is right on the other machine", async () => {
    expect(await runCheck(perfmon, exercise.id, exercise.solution.text)).toHaveProperty("solved");
  });

  test("the starter is a named mistake", async () => {
    expect(await runCheck(perfmon, exercise.id, exercise.starter.text)).toMatchObject({ wrong: "across-the-restart" });
  });

  test("the number of the page's own machine is wrong", async () => {
    expect(await runCheck(perfmon, exercise.id, "800533.2152843603")).toMatchObject({ wrong: "other" });
  });

  test("a promise is waited for, and an answer without a value is one", async () => {
    const late = exercise.solution.text.replace(/fitFloor\([\s\S]*$/, (text) => `(async () => ${text})()`);
    expect(await runCheck(perfmon, exercise.id, late)).toHaveProperty("solved");
    expect(await runCheck(perfmon, exercise.id, "const nothing = 1;")).toMatchObject({ wrong: "no-number" });
  });

  test("an answer that fails there says where in the reader's text", async () => {
    const failed = await runCheck(perfmon, exercise.id, "const rows: number[][] = [];\n\nrows[0]!.length");
    expect(failed).toMatchObject({ failed: { name: "TypeError", cell: "autumn-slope", line: 3 } });
  });

  test("an answer that cannot be read says where", async () => {
    const failed = await runCheck(perfmon, exercise.id, "1;\nconst x = ;");
    expect(failed).toMatchObject({ failed: { name: "SyntaxError", cell: "autumn-slope", line: 2, column: 11 } });
  });

  test("an answer cannot ask for what is expected", async () => {
    expect(await runCheck(perfmon, exercise.id, "expected")).toMatchObject({ failed: { name: "ReferenceError" } });
  });
});
