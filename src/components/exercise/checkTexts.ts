import type { CheckFailure, CheckOutcome } from "../../notebook/run/CheckOutcome.ts";
import { checkCell, solutionCell } from "../../notebook/compile/compileCheck.ts";

/** How a check ended, as the page shows it. */
export type CheckState = "solved" | "wrong" | "failed" | "stopped";

export interface CheckedExercise {
  id: string;
  /** the server whose logs it was checked on */
  machine: string;
  /** whether the same text has given a value on this page */
  hasRunHere: boolean;
  /** the title of a cell of the lesson */
  titleOf: (cell: string) => string;
}

/** The words for an outcome: a short one for what it is, then what is to be known. `code` stands in backticks. */
export interface CheckWords {
  state: CheckState;
  lead: string;
  says: string;
}

export function checkWords(outcome: CheckOutcome | CheckFailure, exercise: CheckedExercise): CheckWords {
  if ("solved" in outcome) return { state: "solved", lead: "Solved.", says: outcome.solved };
  if ("wrong" in outcome) return { state: "wrong", lead: "Not yet.", says: outcome.says };
  const { name, cell } = outcome.failed;
  if (name === "Stopped")
    return { state: "stopped", lead: "Stopped", says: "before it was done: nothing was checked." };
  return { state: "failed", ...failureWords(name, cell, exercise) };
}

function failureWords(
  name: string,
  cell: string | undefined,
  { id, machine, hasRunHere, titleOf }: CheckedExercise,
): Pick<CheckWords, "lead" | "says"> {
  if (cell === checkCell(id) || cell === solutionCell(id)) {
    return { lead: "The check itself failed.", says: "That is a mistake of the lesson, not one of yours." };
  }
  if (cell !== undefined && cell !== id) {
    return {
      lead: "No value.",
      says: `Your code reads the cell “${titleOf(cell)}”, which fails on the logs of ${machine}.`,
    };
  }
  if (name === "SyntaxError") return { lead: "No value.", says: "Your code cannot be run as it stands:" };
  return {
    lead: "No value.",
    says: hasRunHere
      ? `Your code runs here, but on the logs of ${machine} it stops with an error:`
      : `On the logs of ${machine} your code stops with an error:`,
  };
}

/** The line under an outcome: where it comes from. */
export interface CheckStamp {
  machine: string;
  milliseconds: number;
  /** the reader's own files that stand on the page for logs that the exercise reads */
  ownFiles: readonly string[];
  /** it was checked on the page's own logs: what is typed or chosen was read off them */
  isPages: boolean;
  /** the text was changed since */
  isOlder: boolean;
}

export function checkStampText({ machine, milliseconds, ownFiles, isPages, isOlder }: CheckStamp): string {
  const others = ownFiles.length > 0 ? `not on your ${ownFiles.join(" and ")}` : "not this page’s";
  const where = `on the logs of ${machine}, ${isPages ? "as they came with this page" : others}`;
  if (isOlder) return `checked before your last change, ${where}`;
  const duration = milliseconds < 999.5 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
  return `checked ${where}, ${duration}`;
}
