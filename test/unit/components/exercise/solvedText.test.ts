import { expect, test } from "vitest";
import { solvedCountText, solvedText } from "../../../../src/components/exercise/solvedText.ts";

test("what was solved is said with its day, with the year when it is another, and with its version when it is older", () => {
  const solved = { at: Date.UTC(2026, 10, 27), version: "a1" };
  expect(solvedText(solved, "a1", solved.at)).toBe("solved on 27 Nov");
  expect(solvedText(solved, "a1", Date.UTC(2027, 5, 1))).toBe("solved on 27 Nov 2026");
  expect(solvedText(solved, "b2", solved.at)).toBe("solved on 27 Nov, in an earlier version");
});

test("what was solved is counted in words", () => {
  expect([0, 2, 5].map((count) => solvedCountText(count, 5))).toEqual([
    "None is solved in this browser yet.",
    "2 of 5 solved in this browser.",
    "All 5 are solved in this browser.",
  ]);
});
