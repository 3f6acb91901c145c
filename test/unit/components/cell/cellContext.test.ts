import { expect, test } from "vitest";
import { cellContext, onlyLogOf } from "../../../../src/components/cell/cellContext.ts";
import { compileProgram } from "../../../../src/notebook/compile/compileProgram.ts";

const program = compileProgram(
  [
    { id: "read", title: "Read", text: `const text = await (await log("a.csv")).text();`, line: 1 },
    { id: "lines", title: "Lines", text: `const lines = text.split("\\n"); lines`, line: 5 },
    { id: "both", title: "Both", text: `[text, await log("b.txt")]`, line: 9 },
    { id: "none", title: "None", text: `1 + 1`, line: 12 },
  ],
  { logs: ["a.csv", "b.txt"] },
);

test("a cell's rows come from the one log that it builds on", () => {
  expect(onlyLogOf(program, "read")).toBe("a.csv");
  expect(onlyLogOf(program, "lines")).toBe("a.csv");
});

test("rows of a cell that builds on several logs, or on none, have no log by themselves", () => {
  expect(onlyLogOf(program, "both")).toBeUndefined();
  expect(onlyLogOf(program, "none")).toBeUndefined();
});

test("a line links the log that the row names, else the only one, and only where the page shows it", () => {
  const contextOf = (cell: string) =>
    cellContext({
      document: undefined as unknown as Document,
      program,
      cell,
      plot: undefined,
      addressOfLog: (name) => (name === "a.csv" ? "/lessons/x/#log-a-csv" : undefined),
    });
  expect(contextOf("lines").logOf?.(3, undefined)).toEqual({ log: "a.csv", href: "/lessons/x/?line=3#log-a-csv" });
  expect(contextOf("both").logOf?.(3, "a.csv")).toEqual({ log: "a.csv", href: "/lessons/x/?line=3#log-a-csv" });
  expect(contextOf("both").logOf?.(3, undefined)).toBeUndefined();
  expect(contextOf("both").logOf?.(3, "b.txt")).toBeUndefined();
});

test("an error finds the text of the cell it stands in", () => {
  const context = cellContext({
    document: undefined as unknown as Document,
    program,
    cell: "none",
    plot: undefined,
    addressOfLog: () => undefined,
  });
  expect(context.sourceOf?.("none")).toBe("1 + 1");
  expect(context.sourceOf?.("elsewhere")).toBeUndefined();
});
