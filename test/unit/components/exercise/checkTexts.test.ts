import { describe, expect, test } from "vitest";
import { checkSentences } from "../../../../src/components/exercise/checkSentences.ts";
import { checkStampText, checkWords } from "../../../../src/components/exercise/checkTexts.ts";
import type { ErrorValue } from "../../../../src/notebook/value/Value.ts";

const exercise = { id: "e", machine: "FABRIKAM-APP2", hasRunHere: false, titleOf: () => "What does the log hold?" };
const failed = (cell: string | undefined, name = "TypeError"): { failed: ErrorValue } => ({
  failed: { kind: "error", name, message: "…", ...(cell === undefined ? {} : { cell }) },
});

describe("the words for a check", () => {
  test("are the check's own where it came to an end", () => {
    expect(checkWords({ solved: "Floors." }, exercise)).toEqual({ state: "solved", lead: "Solved.", says: "Floors." });
    expect(checkWords({ wrong: "x", says: "Look." }, exercise)).toEqual({
      state: "wrong",
      lead: "Not yet.",
      says: "Look.",
    });
  });

  test.each([
    ["the answer", failed("e"), "On the logs of FABRIKAM-APP2 your code stops with an error:"],
    ["something without a place", failed(undefined), "On the logs of FABRIKAM-APP2 your code stops with an error:"],
    ["a text that cannot be read", failed("e", "SyntaxError"), "Your code cannot be run as it stands:"],
    [
      "a cell that the answer reads",
      failed("read"),
      "Your code reads the cell “What does the log hold?”, which fails on",
    ],
    ["the check", failed("e--check"), "That is a mistake of the lesson, not one of yours."],
    ["the solution", failed("e--solution"), "That is a mistake of the lesson, not one of yours."],
  ])("say whose failure it is: %s", (_, outcome, words) => {
    expect(checkWords(outcome, exercise)).toMatchObject({
      state: "failed",
      says: expect.stringContaining(words) as string,
    });
  });

  test("say that the same code runs here", () => {
    expect(checkWords(failed("e"), { ...exercise, hasRunHere: true }).says).toMatch(/^Your code runs here, but/);
  });

  test("say where it was checked, on whose log it was not, and that the text is another now", () => {
    const stamp = { machine: "FABRIKAM-APP2", milliseconds: 1234, ownFiles: [], isPages: false, isOlder: false };
    expect(checkStampText(stamp)).toBe("checked on the logs of FABRIKAM-APP2, not this page’s, 1.2 s");
    expect(checkStampText({ ...stamp, ownFiles: ["mine.csv"] })).toContain("not on your mine.csv");
    expect(checkStampText({ ...stamp, machine: "CONTOSO-FS1", isPages: true })).toBe(
      "checked on the logs of CONTOSO-FS1, as they came with this page, 1.2 s",
    );
    expect(checkStampText({ ...stamp, isOlder: true })).toMatch(
      /^checked before your last change, on the logs of FABRIKAM-APP2/,
    );
  });
});

test("the sentences of a check are found in its text, templates with something in the place of what is filled in", () => {
  const text =
    'function check(): CheckOutcome { if (a) return { wrong: "x", says: `so ${a} it` };\n return { solved: "Floors." }; }';
  expect(checkSentences(text)).toEqual(["so 00000000 it", "Floors."]);
});
