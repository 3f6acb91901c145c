import { expect, test } from "vitest";
import { byVerdict } from "../../../../bench/verdict/Answer.ts";
import { addScore, emptyScore, scoreCases } from "../../../../bench/verdict/scoreCases.ts";

// The benchmark measures a thousand machines; these forty hold that a change does not spoil what it measured.
test("the verdict is right about most of forty machines, and calls next to none a leak that is none", () => {
  const sum = emptyScore();
  for (const { score } of scoreCases(1, 40, [byVerdict])[0]!) addScore(sum, score);
  expect(sum.word.of).toBe(40);
  expect(sum.word.right).toBeGreaterThanOrEqual(36);
  expect(sum.found.right / sum.found.of).toBeGreaterThanOrEqual(0.9);
  expect(sum.tag.right / sum.tag.of).toBeGreaterThanOrEqual(0.95);
  expect(sum.rate.right / sum.rate.of).toBeGreaterThanOrEqual(0.95);
  expect(sum.falseAlarm.right).toBeLessThanOrEqual(1);
  expect(sum.overconfident.right).toBe(0);
});
