import { expect, test } from "vitest";
import { DistinctTexts } from "../../../../../src/pool/formats/wpt/DistinctTexts.ts";

test("a text is held once, whatever part of a file it came from", () => {
  const texts = new DistinctTexts(10, 100);
  const piece = "Leak,a stack of some length,Leak,a stack of some length";
  expect(
    [piece.slice(0, 4), piece.slice(5, 27), piece.slice(28, 32), piece.slice(33)].map((text) => texts.placeOf(text)),
  ).toEqual([0, 1, 0, 1]);
  expect(texts.texts).toEqual(["Leak", "a stack of some length"]);
});

test("no more texts are held than there is room for, and known ones are still found", () => {
  const few = new DistinctTexts(2, 100);
  expect(["a", "b", "c", "a"].map((text) => few.placeOf(text))).toEqual([0, 1, -1, 0]);
  const short = new DistinctTexts(10, 5);
  expect(["abc", "def", "de", "abc"].map((text) => short.placeOf(text))).toEqual([0, -1, 1, 0]);
});
