/** What the check of an exercise reads a reader's answer with: an answer may come in any shape that says the same. */

export { bytesIn, fileIn, hexIn, listIn, measureIn, textIn, wordIn } from "./typedAnswers.ts";

/** The number that an answer is: itself, the value of a number with a unit, or the only one in a table of one row. */
export function numberIn(answer: unknown): number | undefined {
  if (typeof answer === "number") return Number.isFinite(answer) ? answer : undefined;
  if (isQuantity(answer)) return numberIn(answer.value);
  const rows = rowsIn(answer);
  if (rows?.length !== 1) return undefined;
  const numbers = Object.values(rows[0]!).flatMap((field) => {
    const isNumber = typeof field === "number" || isQuantity(field);
    return isNumber ? [numberIn(field)] : [];
  });
  return numbers.length === 1 ? numbers[0] : undefined;
}

/** The unit of an answer that is a number with one: `B/h`, `s`, `share`. */
export function unitIn(answer: unknown): string | undefined {
  return isQuantity(answer) ? answer.unit : undefined;
}

/** The rows of an answer that is a table; one plain object, if it is no number with a unit, is a table of one row. */
export function rowsIn(answer: unknown): Record<string, unknown>[] | undefined {
  const rows = Array.isArray(answer) ? (answer as unknown[]) : [answer];
  return rows.every((row) => isPlainObject(row) && !isQuantity(row)) ? (rows as Record<string, unknown>[]) : undefined;
}

/** Whether a number lies within a share of the wanted one: 0.05 is five percent of it, to either side. */
export function isNear(value: number, wanted: number, share: number): boolean {
  return Math.abs(value - wanted) <= Math.abs(wanted) * share;
}

function isQuantity(value: unknown): value is { value: number; unit: string } {
  if (!isPlainObject(value)) return false;
  return typeof value["value"] === "number" && typeof value["unit"] === "string";
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
