import { describe, expect, test } from "vitest";
import { runAllText } from "../../../src/components/lesson/runAllText.ts";

const failed = [
  { id: "slope", title: "The rate of the leak" },
  { id: "doubt", title: "How much to trust it" },
];

describe("what came of running all cells", () => {
  test("is said with the time it took", () => {
    expect(runAllText({ total: 21, ran: 21, failed: [] }, 1234)).toEqual({ text: "All 21 cells ran, in 1.2 s." });
  });

  test("leads to the first cell that failed", () => {
    expect(runAllText({ total: 21, ran: 19, failed }, 1234)).toEqual({
      text: "19 of 21 cells ran; 2 stopped with an error.",
      firstFailed: failed[0],
    });
    expect(runAllText({ total: 21, ran: 20, failed: failed.slice(1) }, 1).text).toBe(
      "20 of 21 cells ran; one stopped with an error.",
    );
  });

  test("says how far it came when it was stopped", () => {
    expect(runAllText({ total: 21, ran: 4, failed: [] }, 900)).toEqual({ text: "Stopped when 4 of 21 cells had run." });
  });
});
