import { MAX_ROWS, MAX_TEXT } from "./bounds.ts";
import { Budget } from "./Budget.ts";
import { encodeData } from "./encodeData.ts";
import { jsonNumber, quantityOf } from "./encodeScalar.ts";
import { encodeTable, type ItemList, itemsOfArray } from "./encodeTable.ts";
import { encodeTree } from "./encodeTree.ts";
import { firstNumbers, lengthOf, shapeOf } from "./inspect.ts";
import { firstEntries, firstItems } from "./intrinsics.ts";
import { nameOfClass, readProperty, textProperty } from "./readProperty.ts";
import { dataOfPlot } from "./plot/recordPlot.ts";
import { chartOf, markOf } from "./plot/recorded.ts";
import type { Mark } from "./plot/plotTypes.ts";
import type { Value } from "./Value.ts";
import { cut, shorten } from "./words.ts";

/**
 * Turns what a cell returned into data that can be posted: bounded (5,000 rows, 64 kB of text, 2 MB as JSON, a tree
 * of four levels) with the counts of what was left out, and the same in every engine. Runs in the worker on hostile
 * values: it calls no getter, never throws, and reads no more than the bounds allow.
 */
export function encodeValue(value: unknown): Value {
  try {
    return encode(value, new Budget());
  } catch {
    return { kind: "text", text: "This value could not be shown: looking at it failed.", omitted: 0 };
  }
}

function encode(value: unknown, budget: Budget): Value {
  if (value === undefined) return { kind: "nothing" };
  if (typeof value === "string") return encodeText(value);
  if (typeof value === "number") return { kind: "number", value: jsonNumber(value), unit: "" };
  const shape = shapeOf(value);
  if (shape === "scalar") return { kind: "tree", root: encodeTree(value, budget) };
  const object = value as object;
  const quantity = quantityOf(object);
  if (quantity) return quantity;
  if (shape === "thing" && object instanceof Error) return encodeReturnedError(object);
  if (shape === "record") {
    const chart = chartOf(object) ?? (markOf(object) && dataOfPlot({ marks: [object as Mark] }));
    if (chart) return { kind: "chart", ...chart };
    const kind = readProperty(object, "kind");
    if (typeof kind === "string") return { kind: "extended", type: shorten(kind, 60), ...encodeData(object, budget) };
  }
  const list = listOf(object, shape);
  return (list && encodeTable(list, budget)) ?? { kind: "tree", root: encodeTree(object, budget) };
}

function encodeText(text: string): Value {
  const kept = text.length > MAX_TEXT ? cut(text, MAX_TEXT) : text;
  return { kind: "text", text: kept, omitted: text.length - kept.length };
}

/** An error that was returned, not thrown: it has no place in a cell to mark. */
function encodeReturnedError(error: Error): Value {
  const name = textProperty(error, "name", nameOfClass(error) ?? "Error");
  return { kind: "error", name: shorten(name, 60), message: textProperty(error, "message", "") };
}

/** What reads well as rows; a Map of scalars as two columns, a Map of objects as a tree with its keys. */
function listOf(object: object, shape: ReturnType<typeof shapeOf>): ItemList | undefined {
  const total = lengthOf(object, shape);
  switch (shape) {
    case "array":
      return itemsOfArray(object);
    case "numbers":
      return { items: firstNumbers(object, MAX_ROWS), total };
    case "set":
      return { items: firstItems(object, MAX_ROWS), total };
    case "map": {
      const entries = firstEntries(object, MAX_ROWS);
      const isFlat = entries.every((entry) => entry.every((part) => isLeaf(part)));
      return isFlat ? { items: entries.map(([key, item]) => ({ key, value: item })), total } : undefined;
    }
    default:
      return undefined;
  }
}

const isLeaf = (part: unknown): boolean =>
  shapeOf(part) === "scalar" || (part !== null && typeof part === "object" && quantityOf(part) !== undefined);
