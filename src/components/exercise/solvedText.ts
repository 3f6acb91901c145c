import { dayText } from "../progress/progressText.ts";
import type { Solved } from "../progress/Progress.ts";

/**
 * What stands beside the title of a solved exercise: “solved on 27 Nov”.
 *
 * @param version of the exercise as it is on the page
 * @param now ms since 1970 UTC
 */
export function solvedText(solved: Solved, version: string, now: number): string {
  const day = dayText(solved.at, now);
  return solved.version === version ? `solved on ${day}` : `solved on ${day}, in an earlier version`;
}

/** How many exercises of a lesson were solved: “2 of 5 solved”. */
export function solvedCountText(solved: number, total: number): string {
  if (solved === 0) return "None is solved in this browser yet.";
  return solved === total
    ? `All ${total} are solved in this browser.`
    : `${solved} of ${total} solved in this browser.`;
}
