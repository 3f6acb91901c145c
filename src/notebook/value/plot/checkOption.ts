import { MAX_SHAPES } from "../bounds.ts";
import { COLORS, type OptionRule } from "./plotGrammar.ts";

/** What is wrong with an option's value, as the end of a sentence ("wants a number …"); undefined when it may stand. */
export function checkOption(rule: OptionRule, value: unknown): string | undefined {
  switch (rule.is) {
    case "number":
      return typeof value === "number" && value >= rule.from && value <= rule.to
        ? undefined
        : `wants a number from ${rule.from} to ${rule.to}`;
    case "flag":
      return typeof value === "boolean" ? undefined : "wants true or false";
    case "text":
      return typeof value === "string" && value.length <= rule.most
        ? undefined
        : `wants a text of at most ${rule.most} characters`;
    case "word":
      return typeof value === "string" && rule.of.includes(value)
        ? undefined
        : `wants one of ${rule.of.map((word) => `"${word}"`).join(", ")}`;
    case "pattern":
      return typeof value === "string" && rule.pattern.test(value) ? undefined : `wants ${rule.words}`;
    case "sort":
      return isSort(value) ? undefined : 'wants a column\'s name, or an order such as { y: "-x" }';
    case "domain":
      return isDomain(value) ? undefined : "wants a list of numbers, dates or names";
    case "colors":
      return Array.isArray(value) && value.length <= 40 && value.every((color) => COLORS.includes(color as never))
        ? undefined
        : `wants a list of ${COLORS.join(", ")}`;
  }
}

/** `{ y: "-x" }`: the names of one axis in the order of the values on the other. */
function isSort(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).every(([name, order]) =>
    name === "limit"
      ? typeof order === "number" && Number.isInteger(order) && order > 0
      : /^[xy]$/.test(name) && typeof order === "string" && /^-?[xyr][12]?$/.test(order),
  );
}

function isDomain(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= MAX_SHAPES &&
    (value.every((end) => typeof end === "number" && Number.isFinite(end)) ||
      value.every((name) => typeof name === "string" && name.length <= 200))
  );
}
