import fc from "fast-check";
import { expect, test } from "vitest";
import { wrapText } from "../../../../src/cli/commandLine/wrapText.ts";

test("the first line begins as told, the others below its text", () => {
  expect(wrapText("one two three four", "  - ", 12)).toBe("  - one two\n    three\n    four");
});

test("a word longer than a line stays whole", () => {
  expect(wrapText("see C:\\Windows\\System32\\drivers now", "", 10)).toBe("see\nC:\\Windows\\System32\\drivers\nnow");
});

test("no words are lost, and no line with two words is too long", () => {
  const words = fc.array(fc.stringMatching(/^[a-z.,()]{1,30}$/), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(words, fc.integer({ min: 0, max: 8 }), (list, indent) => {
      const lines = wrapText(list.join(" "), " ".repeat(indent), 40).split("\n");
      expect(lines.flatMap((line) => line.trim().split(" "))).toEqual(list);
      for (const line of lines) expect(line.length <= 40 || !line.trim().includes(" "), line).toBe(true);
    }),
  );
});
