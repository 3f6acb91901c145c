import { sizeOfMap, sizeOfSet, timeOfDate, typedLength } from "./intrinsics.ts";
import { attempt, readProperty, works } from "./readProperty.ts";
import { wordsForThing } from "./wordsForThing.ts";

/**
 * Looks at a value without trusting it: no getter is called, no trap of a proxy may throw through, and what a thing
 * is decided by what it is made of, not by what it says of itself.
 */

/** What a value is, as far as showing it goes. */
export type Shape =
  | "scalar"
  | "array"
  | "numbers"
  | "map"
  | "set"
  | "date"
  | "record"
  /** something that is described in words instead of opened */
  | "thing"
  | "unreadable";

export function shapeOf(value: unknown): Shape {
  if (value === null || (typeof value !== "object" && typeof value !== "function")) return "scalar";
  if (typeof value === "function") return "thing";
  return attempt(() => shapeOfObject(value), "unreadable" as const);
}

function shapeOfObject(value: object): Shape {
  if (Array.isArray(value)) return "array";
  const prototype = Reflect.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return "record";
  if (ArrayBuffer.isView(value)) return value instanceof DataView ? "thing" : "numbers";
  if (value instanceof Map && works(sizeOfMap, value)) return "map";
  if (value instanceof Set && works(sizeOfSet, value)) return "set";
  if (value instanceof Date && works(timeOfDate, value)) return "date";
  return wordsForThing(value) === undefined ? "record" : "thing";
}

/** How many items a list, a typed array, a map or a set has. */
export function lengthOf(value: object, shape: Shape): number {
  const read =
    shape === "map" ? sizeOfMap : shape === "set" ? sizeOfSet : shape === "numbers" ? typedLength : undefined;
  const length = attempt(() => (read ? read(value) : readProperty(value, "length")), 0);
  return typeof length === "number" && length > 0 ? Math.min(Math.floor(length), Number.MAX_SAFE_INTEGER) : 0;
}

/** The first `limit` items of a typed array. */
export function firstNumbers(value: object, limit: number): (number | bigint)[] {
  const length = Math.min(limit, lengthOf(value, "numbers"));
  return Array.from({ length }, (_, index) => (value as unknown as (number | bigint)[])[index]!);
}

/** A moment in ms since 1970, NaN for an invalid date. */
export function timeOf(date: object): number {
  return attempt(() => timeOfDate(date) as number, NaN);
}
