import type { ErrorValue } from "../value/Value.ts";
import type { RunResult } from "./Engine.ts";

/** What the check of an exercise found. */
export type CheckOutcome =
  /** what was learned, in a sentence or two */
  | { solved: string }
  /** the name of the mistake (`other` for one without), and which evidence the answer missed */
  | { wrong: string; says: string };

/** An answer that gives no value on the exercise machine, or a check that fails there; `cell` says which. */
export interface CheckFailure {
  failed: ErrorValue;
}

/** How long a sentence of a check can be: it comes from where a reader's code runs. */
const MAX_TEXT = 2_000;

/**
 * Reads what a check's program gave.
 *
 * @param results what its cells gave, in the order in which they ran, up to the first that failed
 */
export function readCheckOutcome(results: readonly RunResult[]): CheckOutcome | CheckFailure {
  const last = results.at(-1);
  const error = last?.failed ? last.values.findLast((value) => value.kind === "error") : undefined;
  if (error) return { failed: error };
  const value = last?.values.at(-1);
  const outcome = value?.kind === "text" && value.omitted === 0 ? outcomeOf(value.text) : undefined;
  if (outcome) return outcome;
  const message = "The check of this exercise gave no outcome: it is a mistake of the lesson.";
  return { failed: { kind: "error", name: "Error", message, ...(last ? { cell: last.cell } : {}) } };
}

function outcomeOf(text: string): CheckOutcome | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof data !== "object" || data === null) return undefined;
  const { solved, wrong, says } = data as Record<string, unknown>;
  if (isSentence(solved)) return { solved };
  return isSentence(wrong) && isSentence(says) ? { wrong, says } : undefined;
}

function isSentence(text: unknown): text is string {
  return typeof text === "string" && text !== "" && text.length <= MAX_TEXT;
}
