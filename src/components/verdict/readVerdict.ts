import type { Quantity } from "../../pool/Quantity.ts";
import type { NextStep, Verdict } from "../../pool/analyzers/verdict/Verdict.ts";

const verdictWords = new Set(["leak", "load", "cache", "steady", "unclear"]);

/**
 * A verdict from the data of a value. It came in a message from a worker in which a reader's code ran, so its shape is
 * checked; undefined when it is not a verdict.
 */
export function readVerdict(data: unknown): Verdict | undefined {
  if (!isRecord(data)) return undefined;
  const { verdict, summary, confidence, confidenceWord, reasons, against, next, lines, log, pool, tag, driver } = data;
  const { rate, growth, exhaustion } = data;
  const isVerdict =
    verdictWords.has(verdict as string) &&
    typeof summary === "string" &&
    typeof confidence === "number" &&
    ["high", "medium", "low"].includes(confidenceWord as string) &&
    isListOf(isText, reasons) &&
    isListOf(isText, against) &&
    isListOf(isNextStep, next) &&
    isListOf((line) => typeof line === "number", lines) &&
    [log, pool, tag, driver].every((text) => isMissing(text) || isText(text)) &&
    [rate, growth, exhaustion].every((number) => isMissing(number) || isQuantity(number));
  if (!isVerdict) return undefined;
  // JSON has no `undefined`: what is not known may arrive as null.
  return Object.fromEntries(Object.entries(data).filter(([, part]) => part !== null)) as unknown as Verdict;
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

const isMissing = (part: unknown): boolean => part === undefined || part === null;
const isText = (part: unknown): boolean => typeof part === "string";
const isListOf = (isItem: (item: unknown) => boolean, list: unknown): boolean =>
  Array.isArray(list) && list.every(isItem);

function isNextStep(step: unknown): step is NextStep {
  return isRecord(step) && isText(step["what"]) && isText(step["text"]);
}

function isQuantity(number: unknown): number is Quantity {
  if (!isRecord(number) || !isText(number["unit"])) return false;
  return (
    isJsonNumber(number["value"]) && [number["low"], number["high"]].every((end) => isMissing(end) || isJsonNumber(end))
  );
}

/** Numbers that JSON cannot hold arrive as words. */
function isJsonNumber(number: unknown): boolean {
  return typeof number === "number" || number === "NaN" || number === "Infinity" || number === "-Infinity";
}
