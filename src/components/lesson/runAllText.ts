import type { RunAllEnd } from "../cell/LessonRuns.ts";

/**
 * What came of running all cells, in words, and the first cell that failed.
 *
 * @param milliseconds from the click to the last result
 */
export function runAllText(
  { total, ran, failed }: RunAllEnd,
  milliseconds: number,
): { text: string; firstFailed?: RunAllEnd["failed"][number] } {
  const cells = (count: number) => `${count} ${count === 1 ? "cell" : "cells"}`;
  const [firstFailed] = failed;
  if (firstFailed) {
    const others = failed.length === 1 ? "one" : `${failed.length}`;
    return { text: `${ran} of ${cells(total)} ran; ${others} stopped with an error.`, firstFailed };
  }
  if (ran < total) return { text: `Stopped when ${ran} of ${cells(total)} had run.` };
  return { text: `All ${cells(total)} ran, in ${(milliseconds / 1000).toFixed(1)} s.` };
}
