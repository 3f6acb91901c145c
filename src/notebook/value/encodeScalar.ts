import { MAX_CELL_TEXT } from "./bounds.ts";
import { BYTES_OF_NUMBER, bytesOfText, type Budget } from "./Budget.ts";
import { lengthOf, shapeOf, timeOf } from "./inspect.ts";
import { Note, nameOfClass, namesOf, readProperty } from "./readProperty.ts";
import { chartOf, markOf } from "./plot/recorded.ts";
import type { JsonNumber, NumberValue, Scalar } from "./Value.ts";
import { count, cut, shorten } from "./words.ts";
import { wordsForThing } from "./wordsForThing.ts";

/** Printing a longer one takes seconds. */
const LARGEST_BIGINT = 2n ** 2048n;

/** One cell of a table or one leaf of a tree. What has entries of its own is summarised in words. */
export function encodeScalar(value: unknown, budget: Budget): Scalar {
  switch (typeof value) {
    case "undefined":
      return null;
    case "string":
      return encodeText(value);
    case "number":
      return jsonNumber(value);
    case "boolean":
      return value;
    case "bigint":
      return wordsForBigInt(value);
    case "symbol":
      return shorten(String(value.description ?? "symbol"), MAX_CELL_TEXT);
  }
  if (value === null) return null;
  if (Note.is(value)) return `(${value.text})`;
  const object = value as object;
  return quantityOf(object) ?? summarise(object, budget);
}

/** A finite number as it is, minus zero as zero, and the others as their names. */
export function jsonNumber(value: number): JsonNumber {
  if (Number.isFinite(value)) return value === 0 ? 0 : value;
  return Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
}

function encodeText(text: string): string {
  if (text.length <= MAX_CELL_TEXT) return text;
  const kept = cut(text, MAX_CELL_TEXT);
  return `${kept}… (${count(text.length - kept.length, "character")} more)`;
}

function wordsForBigInt(value: bigint): string {
  const size = value < 0n ? -value : value;
  return size < LARGEST_BIGINT ? `${value}n` : "a bigint of more than 2,048 bits";
}

/** A number with a unit: what the lesson library calls a Quantity, or a Date; undefined for anything else. */
export function quantityOf(value: object): NumberValue | undefined {
  const shape = shapeOf(value);
  if (shape === "date") return { kind: "number", value: jsonNumber(timeOf(value)), unit: "ms" };
  if (shape !== "record" || readProperty(value, "kind") !== "quantity") return undefined;
  const amount = readProperty(value, "value");
  const unit = readProperty(value, "unit");
  if (typeof amount !== "number" || typeof unit !== "string") return undefined;
  const low = readProperty(value, "low");
  const high = readProperty(value, "high");
  return {
    kind: "number",
    value: jsonNumber(amount),
    unit: shorten(unit, 20),
    ...(typeof low === "number" ? { low: jsonNumber(low) } : {}),
    ...(typeof high === "number" ? { high: jsonNumber(high) } : {}),
  };
}

/** What a nested value is, in a few words: `12 items`, `Map, 3 entries`. */
export function summarise(value: object, budget: Budget): string {
  const shape = shapeOf(value);
  switch (shape) {
    case "array":
      return count(lengthOf(value, shape), "item");
    case "numbers":
      return `${nameOfClass(value) ?? "typed array"}, ${count(lengthOf(value, shape), "number")}`;
    case "map":
      return `Map, ${count(lengthOf(value, shape), "entry", "entries")}`;
    case "set":
      return `Set, ${count(lengthOf(value, shape), "item")}`;
    case "thing":
      return wordsForThing(value) ?? "an object";
    case "unreadable":
      return "(could not be read)";
    default:
      if (chartOf(value) || markOf(value)) return "a chart; display(…) shows it";
      if (!budget.canList) return "an object, not opened";
      return `${nameOfClass(value) ?? "object"}, ${count(namesOf(value, budget).length, "property", "properties")}`;
  }
}

/** The bytes of a scalar in JSON, with its comma; never too few. */
export function bytesOfScalar(scalar: Scalar): number {
  if (typeof scalar === "string") return bytesOfText(scalar);
  if (typeof scalar !== "object") return BYTES_OF_NUMBER;
  return scalar === null ? 5 : 60 + 3 * BYTES_OF_NUMBER + bytesOfText(scalar.unit);
}
