import { MAX_DATA_DEPTH, MAX_ENTRIES, MAX_NAME } from "./bounds.ts";
import { type Budget, bytesOfText } from "./Budget.ts";
import { bytesOfScalar, encodeScalar, jsonNumber, summarise } from "./encodeScalar.ts";
import { lengthOf, shapeOf, timeOf } from "./inspect.ts";
import { namesOf, readProperty } from "./readProperty.ts";
import { shorten } from "./words.ts";

/**
 * An object's own data as plain JSON, for a view that knows its shape: same names, same lists, no functions. What
 * does not fit is counted. Dates become ms since 1970; numbers JSON cannot hold become their names.
 */
export function encodeData(value: object, budget: Budget): { data: unknown; omitted: number } {
  let omitted = 0;
  const left = (text: string): string => {
    omitted++;
    return budget.take(bytesOfText(text)) ? text : "";
  };

  const encode = (item: unknown, above: object[]): unknown => {
    const shape = shapeOf(item);
    if (shape === "date") return jsonNumber(timeOf(item as object));
    if (shape !== "array" && shape !== "record") {
      const scalar = encodeScalar(item, budget);
      return budget.take(bytesOfScalar(scalar)) ? scalar : left("");
    }
    const object = item as object;
    if (above.includes(object) || above.length >= MAX_DATA_DEPTH) return left(summarise(object, budget));
    const inside = [...above, object];
    if (shape === "array") {
      const length = lengthOf(object, shape);
      omitted += Math.max(0, length - MAX_ENTRIES);
      return Array.from({ length: Math.min(length, MAX_ENTRIES) }, (_, index) =>
        encode(readProperty(object, index), inside),
      );
    }
    const names = namesOf(object, budget);
    const known = names.slice(0, MAX_ENTRIES).filter((name) => budget.take(bytesOfText(shorten(name, MAX_NAME)) + 5));
    omitted += names.length - known.length;
    // `fromEntries` makes an own property even of `__proto__`.
    return Object.fromEntries(
      known
        .map((name): [string, unknown] => [shorten(name, MAX_NAME), readProperty(object, name)])
        .filter(([, entry]) => entry !== undefined)
        .map(([name, entry]) => [name, encode(entry, inside)]),
    );
  };

  const data = encode(value, []);
  return { data, omitted };
}
