import { expect, test } from "vitest";
import { buildLesson } from "../../../src/components/lesson/buildLesson.ts";

const cell = (id: string, ...lines: string[]) => ["", `\`\`\`ts cell id="${id}" title="${id}"`, ...lines, "```"];

/** A lesson of the given lines after its front matter, which takes four lines. */
const build = (...lines: string[]) =>
  buildLesson(
    "lessons/try",
    ["---", "title: Try", "evidence: { machine: contoso-fs1, logs: [findstr.txt] }", "---", ...lines].join("\n"),
  );

test("a lesson without an error is built, with the value of each cell", async () => {
  const { results, logs } = await build(...cell("one", "const one = 1;", "one"), ...cell("two", "one + 1"));
  expect(results["two"]?.values).toMatchObject([{ kind: "number", value: 2 }]);
  expect(logs).toMatchObject([{ name: "findstr.txt", path: "/logs/contoso-fs1/findstr.txt" }]);
});

test.each([
  [
    "two owners of a name",
    [...cell("a", "const floor = 1;"), ...cell("b", "", "const floor = 2;")],
    /try\.mdx:12:7: cell “b”.*floor/,
  ],
  ["a cycle", [...cell("a", "const x = y;"), ...cell("b", "const y = x;")], /try\.mdx:7:\d+: cell “a”/],
  ["an unknown log", cell("a", 'await log("perfmon.csv")'), /try\.mdx:7:\d+: cell “a”.*perfmon\.csv/],
  ["a syntax error", cell("a", "const x = ;"), /try\.mdx:7:11: cell “a”/],
  ["a cell that fails", cell("a", "const rows = [];", "rows[0].bytes"), /try\.mdx:8: cell “a” fails: TypeError/],
  [
    "a table of too many rows",
    cell("a", "Array.from({ length: 6000 }, (_, i) => ({ i }))"),
    /try\.mdx:7: cell “a” shows a table of 6000 rows/,
  ],
  [
    "a text that is too long",
    cell("a", '"x".repeat(100_000)'),
    /try\.mdx:7: cell “a” shows a text that is cut by 34464 characters/,
  ],
  [
    "a value too heavy for a page",
    cell("a", 'Array.from({ length: 900 }, () => ({ text: "x".repeat(200) }))'),
    /try\.mdx:7: cell “a” shows a value of \d+ characters/,
  ],
  ["two cells with one id", [...cell("a", "1"), ...cell("a", "2")], /try\.mdx:10: .*“a”/],
])("%s ends the build with file and line", async (_, lines, message) => {
  await expect(build(...lines)).rejects.toThrow(message);
});

/** An exercise with all its parts, each of which can be another one or none. */
const exercise = (
  parts: Partial<Record<"starter" | "solution" | "check" | "hint" | "reasoning" | "answer", string>> = {},
) => {
  const fence = (head: string, text: string | undefined) =>
    text === "" ? [] : [`\`\`\`ts ${head}`, text ?? "1", "```"];
  const check = "const check = (): CheckOutcome => ({ solved: 'so' });";
  return [
    "",
    ...fence(`exercise id="e" title="E"${parts.answer ?? ""}`, parts.starter),
    ...fence('solution for="e"', parts.solution),
    ...fence('check for="e"', parts.check ?? check),
    parts.hint ?? '<Hint for="e">Look.</Hint>',
    parts.reasoning ?? '<Solution for="e">So.</Solution>',
  ];
};

/** A lesson that names a machine to check exercises on; its front matter takes four lines too. */
const buildExercise = (...lines: string[]) =>
  buildLesson(
    "lessons/try",
    [
      "---",
      "title: Try",
      "evidence: { machine: contoso-fs1, logs: [findstr.txt], exerciseMachine: fabrikam-app2 }",
      "---",
      ...lines,
    ].join("\n"),
  );

test("an exercise with all its parts is built, its starter run and its names its own", async () => {
  const { results, exercises, program } = await buildExercise(
    ...cell("a", "const rows = [1];"),
    ...exercise({ starter: "const rows = [1, 2]; rows.length" }),
  );
  expect(results["e"]?.values).toMatchObject([{ kind: "number", value: 2 }]);
  expect(program.cells.at(-1)).toMatchObject({ id: "e", isPrivate: true, owns: [] });
  expect(exercises).toHaveLength(1);
});

test("an exercise that is answered without code has no cell, and knows what can be chosen", async () => {
  const typed = await buildExercise(...exercise({ answer: ' answer="typed" label="Rate"', starter: '""' }));
  expect(typed.program.cells).toEqual([]);
  expect(typed.exercises).toMatchObject([{ form: "typed", label: "Rate", choices: [], starter: { text: '""' } }]);
  const choice = await buildExercise(...exercise({ answer: ' answer="choice"', starter: '["a leak", "a cache",]' }));
  expect(choice.program.cells).toEqual([]);
  expect(choice.exercises).toMatchObject([{ form: "choice", label: "E", choices: ["a leak", "a cache"] }]);
});

test.each([
  [
    "a field that is not empty",
    exercise({ answer: ' answer="typed" label="x"', starter: '"5"' }),
    /try\.mdx:7: exercise “e” has no empty field to begin with/,
  ],
  [
    "choices that are no texts",
    exercise({ answer: ' answer="choice"', starter: '["a", 2]' }),
    /try\.mdx:7: exercise “e” has no choices/,
  ],
  ["one choice", exercise({ answer: ' answer="choice"', starter: '["a"]' }), /try\.mdx:7: exercise “e” has no choices/],
  ["no label", exercise({ answer: ' answer="typed"', starter: '""' }), /try\.mdx:6: A typed answer has no label/],
  ["another answer", exercise({ answer: ' answer="drawn"' }), /try\.mdx:6: answer="drawn" is no way to answer/],
  ["a label for code", exercise({ answer: ' label="x"' }), /try\.mdx:6: “label” is for an answer that is no code/],
  ["no solution", exercise({ solution: "" }), /try\.mdx:7: exercise “e” has no solution fence/],
  ["no check", exercise({ check: "" }), /try\.mdx:7: exercise “e” has no check fence/],
  ["no hint", exercise({ hint: "" }), /try\.mdx:7: exercise “e” has no hint/],
  ["no reasoning", exercise({ reasoning: "" }), /try\.mdx:7: exercise “e” has no reasoning for its solution/],
  ["a starter that cannot be read", exercise({ starter: "const x = ;" }), /try\.mdx:7:11: cell “e”/],
  ["a starter that fails", exercise({ starter: "null.x" }), /try\.mdx:7: cell “e” fails/],
  ["a solution that cannot be read", exercise({ solution: "const x = ;" }), /try\.mdx:10:11: the solution of “e”/],
  ["a check that cannot be read", exercise({ check: "function check( {}" }), /try\.mdx:13:\d+: the check of “e”/],
  ["a check without a function of that name", exercise({ check: "1" }), /try\.mdx:13: the check of “e” declares no/],
])("an exercise with %s ends the build with file and line", async (_, lines, message) => {
  await expect(buildExercise(...lines)).rejects.toThrow(message);
});

test("an exercise on a page without another machine ends the build", async () => {
  await expect(build(...exercise())).rejects.toThrow(/try\.mdx:7: exercise “e” has no other machine to be checked on/);
});

test("a log that the machine does not have ends the build and says where the names stand", async () => {
  const text = "---\nevidence: { machine: contoso-fs1, logs: [nothing.txt] }\n---\n";
  await expect(buildLesson("lessons/try", text)).rejects.toThrow("datasets/contoso-fs1/nothing.txt");
});
