import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { libraryTypes } from "../../src/components/editor/library/libraryTypes.ts";
import { checkLesson } from "../../src/components/editor/types/checkLesson.ts";
import { checkSentences } from "../../src/components/exercise/checkSentences.ts";
import { writtenLessons } from "./writtenLessons.ts";
import type { Value } from "../../src/notebook/value/Value.ts";
import { checkAll, type Answer } from "./checkAll.ts";
import { runAnswer, valueOf } from "./runOn.ts";

const lessons = await writtenLessons();
const slugOf = (page: string) => page.slice(page.lastIndexOf("/") + 1);
const exercises = lessons.flatMap((lesson) =>
  lesson.exercises.map((exercise) => {
    const folder = join(import.meta.dirname, "answers", slugOf(lesson.page), exercise.id);
    return { lesson, ...exercise, wrong: answersIn(folder), right: answersIn(join(folder, "right")) };
  }),
);

/** A choice needs none: its wrong answers are the other choices. */
function answersIn(folder: string): Answer[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => ({ name: file.slice(0, -3), text: readFileSync(join(folder, file), "utf8") }));
}

/** What no exercise asks for, and a reader may still leave as the last expression. */
const oddAnswers: Answer[] = Object.entries({
  nothing: "undefined",
  null: "null",
  "a text": '"leak"',
  "no number": "NaN",
  "no end": "-Infinity",
  "an empty list": "[]",
  "an empty row": "[{}]",
  "a huge list of numbers": "Array.from({ length: 1_000_000 }, (_, i) => i)",
  "a huge table":
    'Array.from({ length: 300_000 }, (_, i) => ({ tag: "None", pool: "paged", form: "plain", place: i }))',
  "rows without a prototype":
    "[Object.assign(Object.create(null), { tag: 1, pool: Object.create(null), ranking: {} })]",
  "an object that inherits": "Object.create({ value: 1, unit: 'B/h', hex: '00' })",
  "a row of odd fields": `const odd = [Symbol("s"), 1n, () => 1, null, new Date(NaN), {}, new Map()];
    [{ tag: odd[0], pool: odd[1], label: odd[2], keptShare: odd[3], time: odd[4], aheadSeconds: odd[5], path: odd[6],
       column: odd, bytes: odd[1], driver: odd[0], worth: odd, ranking: odd[1], place: odd[0], form: odd[5], hex: odd }]`,
  "an object that holds itself": `const self: Record<string, unknown> = { tag: "None", worth: "weak", time: 0 };
    Object.assign(self, { value: self, slope: self, hex: self, bytes: self });
    self`,
}).map(([name, text]) => ({ name, text }));

/** What a reader may type into a field besides an answer: the check is given a text, always. */
const oddTexts: Answer[] = Object.entries({
  blanks: "   ",
  letters: "leak",
  "no number": "NaN",
  "no end": "Infinity",
  "a sign": "-",
  "a prefix": "0x",
  "many digits": "9".repeat(5000),
  "a long text": "a b, ".repeat(200_000),
  "other digits": "٣٫٥ ½ ⅷ",
  "marks of a language": "${1}`\\'\"</script>\u0000\u2028",
  "a picture": "🧮".repeat(100),
}).map(([name, text]) => ({ name, text: JSON.stringify(text) }));

/** The numbers and names in an answer that only the log can tell: numbers of three digits or more, tags, files, bytes. */
function factsOf(value: Value): string[] {
  const texts = JSON.stringify(value).matchAll(
    /(?<![\w.])\d{3,}|"[A-Z][a-z][A-Z][a-z]"|"\w+\.sys"|"(?:[0-9a-f]{2} ){3}[0-9a-f]{2}"/g,
  );
  return Array.from(texts, ([text]) => text.replaceAll('"', ""));
}

describe.each(exercises.map((exercise) => [`${exercise.lesson.page}, ${exercise.id}`, exercise] as const))(
  "the check of %s",
  (_, exercise) => {
    const { lesson, form, choices, starter, solution, wrong, right } = exercise;
    const [other, own] = [lesson.exerciseMachine!, lesson.machine!];
    // All answers of a machine at once: reading the logs takes longer than checking.
    const good = [{ name: "solution", text: solution.text }, ...right];
    const begun = { name: "starter", text: starter.text };
    const odd = (form === "code" ? oddAnswers : oddTexts).map(({ name, text }) => ({ name: `odd: ${name}`, text }));
    const chosen = choices.map((choice) => ({ name: `choice: ${choice}`, text: JSON.stringify(choice) }));
    /** the machine that the page checks on: what is typed or chosen was read off the page's logs */
    const checkedOnPage = form === "code" ? other : own;
    const elsewhere = form === "code" ? own : other;
    // What was typed holds for one machine; what computes it, for both.
    const isTyped = ({ text }: Answer) => /^\s*"[^"]*"\s*;?\s*$/.test(text);
    const goodOn = (machine: string) =>
      machine === checkedOnPage ? good : good.filter((answer) => form !== "typed" || !isTyped(answer));
    const outcomes = {
      [elsewhere]: checkedOn(elsewhere, [...goodOn(elsewhere), begun, ...chosen]),
      [checkedOnPage]: checkedOn(checkedOnPage, [...good, begun, ...chosen, ...wrong, ...odd]),
    };

    function checkedOn(machine: string, answers: readonly Answer[]) {
      let checked: ReturnType<typeof checkAll> | undefined;
      return () => (checked ??= checkAll(lesson, exercise, machine, answers));
    }

    test.each([other, own])("finds the solution and other right answers solved on %s", async (machine) => {
      if (form !== "choice") expect(right.length).toBeGreaterThanOrEqual(1);
      const found = await outcomes[machine]!();
      for (const { name } of goodOn(machine)) expect(found.get(name), name).toEqual({ solved: expect.any(String) });
    });

    test.each([other, own])("says what is wrong with the starter on %s", async (machine) => {
      expect((await outcomes[machine]!()).get("starter")).toHaveProperty("wrong", expect.not.stringMatching(/^other$/));
    });

    test.runIf(form === "choice").each([other, own])(
      "finds one choice right on %s, and has a name and words of their own for the others",
      async (machine) => {
        const found = await outcomes[machine]!();
        const ends = chosen.map(({ name }) => found.get(name)!);
        const mistakes = ends.flatMap((outcome) => ("wrong" in outcome ? [outcome] : []));
        expect(mistakes).toHaveLength(choices.length - 1);
        expect(new Set(mistakes.map(({ wrong }) => wrong)).size).toBe(mistakes.length);
        expect(new Set(mistakes.map(({ says }) => says)).size).toBe(mistakes.length);
        expect(mistakes.map(({ wrong }) => wrong)).not.toContain("other");
      },
    );

    test("calls each mistake by its name, in words of its own that do not tell the answer", async () => {
      if (form !== "choice") expect(wrong.length).toBeGreaterThanOrEqual(3);
      const found = await outcomes[checkedOnPage]!();
      for (const { name } of wrong) expect(found.get(name), name).toHaveProperty("wrong", name);
      const says = [...wrong, ...chosen].flatMap(({ name }) => {
        const outcome = found.get(name)!;
        return "says" in outcome ? [outcome.says] : [];
      });
      if (form !== "choice") expect(new Set(says).size).toBe(says.length);
      const answer = await runAnswer(lesson, checkedOnPage, solution);
      for (const fact of factsOf(valueOf(answer))) for (const text of says) expect(text).not.toContain(fact);
    });

    test("has a sentence of its own for all that it can say", () => {
      const sentences = checkSentences(exercise.check!.text);
      expect(new Set(sentences).size).toBe(sentences.length);
      expect(sentences.length).toBeGreaterThanOrEqual(form === "choice" ? choices.length : 5);
      for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^!]*[.?]$/);
    });

    test("takes nothing odd for an answer, and fails at none", async () => {
      const found = await outcomes[checkedOnPage]!();
      for (const { name } of odd) expect(found.get(name), name).toHaveProperty("wrong");
    });
  },
);

describe("the answers", () => {
  test("have right types, as the editor would show them", async () => {
    const library = await libraryTypes();
    for (const lesson of lessons) {
      const answers = exercises
        .filter((exercise) => exercise.lesson === lesson)
        .flatMap(({ id, wrong, right }) =>
          [...wrong, ...right].map(({ name, text }) => ({ id: `${id}-${name}`, text, isExercise: true })),
        );
      const cells = [...lesson.cells.map(({ id, text }) => ({ id, text, isExercise: false })), ...answers];
      const problems = checkLesson({ cells, logs: lesson.logs.map(({ name }) => name) }, library);
      expect(problems.map(({ cell, line, message }) => `${cell}:${line}: ${message}`)).toEqual([]);
    }
  });
});
