import { describe, expect, test } from "vitest";
import { readFences } from "../../../../src/notebook/compile/readFences.ts";

const lesson = (...lines: string[]): string => lines.join("\n");
const fencesOf = (...lines: string[]) => readFences(lesson(...lines)).fences;
const problemsOf = (...lines: string[]) => readFences(lesson(...lines)).problems;

describe("fences of a lesson", () => {
  test("a cell has its id, title, text and the line of its first line of code", () => {
    expect(
      fencesOf("# Growth", "", '```ts cell id="growth" title="Which tag grows?"', "const a = 1;", "a", "```"),
    ).toEqual([{ kind: "cell", id: "growth", title: "Which tag grows?", text: "const a = 1;\na", line: 4 }]);
  });

  test("the parts of an exercise carry its id", () => {
    const { fences, problems } = readFences(
      lesson(
        '```ts exercise id="rate" title="The rate"',
        "0",
        "```",
        '```ts solution for="rate"',
        "1",
        "```",
        '```ts check for="rate"',
        "2",
        "```",
      ),
    );
    expect(fences.map(({ kind, id, line }) => [kind, id, line])).toEqual([
      ["exercise", "rate", 2],
      ["solution", "rate", 5],
      ["check", "rate", 8],
    ]);
    expect(problems).toEqual([]);
  });

  test("tildes fence as well, and a tilde fence may hold backticks in its title", () => {
    expect(fencesOf('~~~ts cell id="a" title="What `pool` is"', "1", "~~~~")[0]).toMatchObject({
      title: "What `pool` is",
      text: "1",
    });
  });

  test("a fence inside a longer one is text", () => {
    expect(fencesOf("````md", '```ts cell id="a"', "1", "```", "````", '```ts cell id="b"', "2", "```")).toMatchObject([
      { id: "b", text: "2" },
    ]);
  });

  test("a shorter run of marks, the other mark, or marks with words behind do not close a fence", () => {
    const [fence] = fencesOf('````ts cell id="a"', "```", "~~~~", "```` not yet", "````  ");
    expect(fence!.text).toBe("```\n~~~~\n```` not yet");
  });

  test("the indentation of the fence is taken from its lines, and no more", () => {
    const [fence] = fencesOf('  ```ts cell id="a"', "  if (x) {", "    y();", " }", "  ```");
    expect(fence!.text).toBe("if (x) {\n  y();\n}");
  });

  test("an indented fence inside a component is a fence, since MDX has no indented code", () => {
    expect(fencesOf("<Tabs>", '      ```ts cell id="a"', "      1", "      ```", "</Tabs>")).toMatchObject([
      { text: "1" },
    ]);
  });

  test("an empty cell is a cell without text", () => {
    expect(fencesOf('```ts cell id="a"', "```")).toMatchObject([{ text: "", line: 2 }]);
  });

  test("Windows line ends are line ends", () => {
    expect(readFences('```ts cell id="a"\r\n1;\r\n2\r\n```\r\n').fences).toMatchObject([{ text: "1;\n2", line: 2 }]);
  });

  test("front matter and MDX comments hold no cells", () => {
    expect(
      fencesOf(
        "---",
        "note: |",
        '  ```ts cell id="a"',
        "---",
        "{/*",
        '```ts cell id="b"',
        "1",
        "```",
        "*/}",
        "{/* c */}",
      ),
    ).toEqual([]);
  });

  test("code of other kinds is left alone", () => {
    expect(
      readFences(lesson("```ts", "a", "```", "```txt cell", "b", "```", "```ts {1,3} title='x'", "c", "```")),
    ).toEqual({
      fences: [],
      problems: [],
    });
  });

  test("inline code that starts with three backticks is no fence", () => {
    expect(fencesOf('```ts cell id="a"``` is how a cell starts', '```ts cell id="b"', "1", "```")).toMatchObject([
      { id: "b" },
    ]);
  });
});

describe("what is wrong with a fence", () => {
  test.each([
    ["```ts cell", "This cell has no id"],
    ['```ts cell title="x"', "This cell has no id"],
    ["```ts cell id", "“id” has no value"],
    ['```ts cell id="Growth"', "small letters"],
    ['```ts cell id="a--b"', "small letters"],
    ['```ts cell id="a" id="b"', "given twice"],
    ['```ts cell id="a" colour="red"', "no attribute “colour”"],
    ['```ts cell id="a" title="open', "quotes closed"],
    ['```ts solution id="a"', "no attribute “id”"],
    ['```js cell id="a"', "written in “ts”"],
  ])("%s", (opening, words) => {
    const problems = problemsOf("text", "", opening, "1", "```");
    expect(problems[0]!.message).toContain(words);
    expect(problems[0]!.line).toBe(3);
  });

  test("two cells of one id name the line of the first", () => {
    const problems = problemsOf('```ts cell id="a"', "1", "```", '```ts exercise id="a"', "2", "```");
    expect(problems).toEqual([{ message: "“a” stands on line 1 already: give this exercise another id.", line: 4 }]);
  });

  test("a solution for no exercise, and a second solution", () => {
    const problems = problemsOf(
      '```ts exercise id="a"',
      "```",
      '```ts solution for="a"',
      "```",
      '```ts solution for="a"',
      "```",
      '```ts solution for="b"',
      "```",
    );
    expect(problems.map(({ line }) => line)).toEqual([5, 7]);
    expect(problems[1]!.message).toContain("no exercise of that id");
  });

  test("a cell that is never closed", () => {
    expect(problemsOf('```ts cell id="a"', "1")).toMatchObject([
      { line: 1, message: expect.stringContaining("no closing fence") },
    ]);
  });

  test.each(["> ", "- ", "1. "])("a cell behind “%s”", (container) => {
    expect(problemsOf(`${container}\`\`\`ts cell id="a"`, "  1", "  ```")).toMatchObject([
      { line: 1, message: expect.stringContaining("quote or a list") },
    ]);
  });

  test("quotes inside a title can be escaped", () => {
    expect(fencesOf('```ts cell id="a" title="The \\"floor\\""', "```")[0]!.title).toBe('The "floor"');
  });
});
