import { describe, expect, test } from "vitest";
import { questionsText } from "../../../../src/components/questions/questionsText.ts";
import { readQuestions } from "../../../../src/components/questions/readQuestions.ts";

const choice = (text: string, head = "") => `<Choice ${head}says="Because of ${text}.">${text}</Choice>`;
const three = [choice("one"), choice("two", "right "), choice("`three`")];

/** A page with the questions on its sixth line. */
const page = (...questions: string[]) =>
  ["---", "title: x", "---", "", "Words.", '<Questions title="T">', ...questions, "</Questions>", ""].join("\n");
const question = (attributes: string, choices = three) =>
  [`<Question ${attributes}>`, ...choices, "</Question>"].join("\n");
const read = (...questions: string[]) => readQuestions("lessons/try", page(...questions));

describe("the questions of a page", () => {
  test("are read with their choices in the order as written, code in backticks", () => {
    const [set, ...others] = read(question('id="a" ask="Is `x` so?"'), question('id="b" ask="And?" see="#there"'));
    expect(others).toEqual([]);
    expect(set).toMatchObject({
      title: "T",
      questions: [
        {
          id: "a",
          ask: "Is `x` so?",
          see: undefined,
          choices: [
            { text: "one", says: "Because of one.", isRight: false },
            { text: "two", says: "Because of two.", isRight: true },
            { text: "`three`", isRight: false },
          ],
        },
        { id: "b", see: "there" },
      ],
    });
    const keys = set!.questions[0]!.choices.map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
    for (const key of keys) expect(key).toMatch(/^\w{1,32}$/);
  });

  test("are none in a page without", () => {
    expect(readQuestions("lessons/try", "# A page\n\n```\n<Question>\n```\n")).toEqual([]);
  });

  test.each<[what: string, questions: string[], message: RegExp]>([
    [
      "two with one id",
      [question('id="a" ask="?"'), question('id="a" ask="!"')],
      /:12: the question “a” stands on line 7/,
    ],
    ["none right", [question('id="a" ask="?"', [three[0]!, three[2]!, choice("x")])], /:7: .*0 right choices/],
    ["two right", [question('id="a" ask="?"', [...three, choice("x", "right ")])], /:7: .*2 right choices/],
    ["two choices", [question('id="a" ask="?"', three.slice(1))], /:7: .*2 choices/],
    ["five choices", [question('id="a" ask="?"', [...three, choice("x"), choice("y")])], /:7: .*5 choices/],
    ["the same choice twice", [question('id="a" ask="?"', [...three, choice("one")])], /:7: .*same choice twice/],
    [
      "a choice without a reason",
      [question('id="a" ask="?"', [...three, "<Choice>x</Choice>"])],
      /:11: the choice “x”/,
    ],
    ["an empty choice", [question('id="a" ask="?"', [...three, '<Choice says="x"></Choice>'])], /:11: .*is empty/],
    ["nothing asked", [question('id="a"')], /:7: the question “a” asks nothing/],
    ["an odd id", [question('id="A b" ask="?"')], /:7: .*“A b”/],
    ["an address that is none", [question('id="a" ask="?" see="there"')], /:7: .*see="there"/],
    ["something between", ["Words.", question('id="a" ask="?"')], /:7: only <Question> can stand in <Questions>/],
    ["no question", [], /:6: “T” asks nothing/],
  ])("end the build with file and line: %s", (_, questions, message) => {
    expect(() => read(...questions)).toThrow(message);
    expect(() => read(...questions)).toThrow(/^content\/lessons\/try\.mdx:/);
  });

  test("end the build where one stands alone, and where a set has no title", () => {
    expect(() => readQuestions("p", question('id="a" ask="?"'))).toThrow(/^content\/p\.mdx:1: .*outside/);
    expect(() => readQuestions("p", page(question('id="a" ask="?"')).replace(' title="T"', ""))).toThrow(
      /:6: .*no title/,
    );
  });
});

test("how many are right is said in words", () => {
  expect([questionsText(0, 0, 3), questionsText(1, 2, 3), questionsText(1, 3, 3)]).toEqual([
    "",
    "1 of 3 right, 1 open.",
    "1 of 3 right.",
  ]);
  expect([1, 2, 3].map((total) => questionsText(total, total, total))).toEqual([
    "Right.",
    "Both right.",
    "All 3 right.",
  ]);
});
