import { MAX_DEPTH, MAX_ENTRIES, MAX_NAME, MAX_TYPED_ENTRIES } from "./bounds.ts";
import { type Budget, bytesOfText } from "./Budget.ts";
import { bytesOfScalar, encodeScalar, quantityOf, summarise } from "./encodeScalar.ts";
import { firstNumbers, lengthOf, type Shape, shapeOf } from "./inspect.ts";
import { firstEntries, firstItems } from "./intrinsics.ts";
import { Note, nameOfClass, namesOf, readProperty } from "./readProperty.ts";
import { unitOf } from "./unitOf.ts";
import type { TreeNode } from "./Value.ts";
import { count, shorten } from "./words.ts";

/** The most that a branch takes as JSON beside its label and entries, or a leaf or note beside its value. */
const BYTES_OF_ENTRY = 80;

/** A value of any shape as a tree, at most four levels deep and 200 entries wide. */
export function encodeTree(value: unknown, budget: Budget): TreeNode {
  return nodeOf(value, "", [], budget);
}

/** `above` are the objects this one stands in, so that a cycle is said instead of followed. */
function nodeOf(value: unknown, name: string, above: object[], budget: Budget): TreeNode {
  if (value === undefined) return note("undefined", budget);
  if (Note.is(value)) return note(value.text, budget);
  const shape = shapeOf(value);
  if (typeof value === "bigint" || typeof value === "symbol") return note(String(encodeScalar(value, budget)), budget);
  if (shape === "scalar") return leaf(value, name, budget);
  const object = value as object;
  if (quantityOf(object)) return leaf(value, name, budget);
  if (shape === "thing" || shape === "unreadable") return note(summarise(object, budget), budget);
  if (above.includes(object)) return note("this object stands in itself; see above", budget);
  if (above.length >= MAX_DEPTH) return note(`${summarise(object, budget)}, too deep to show`, budget);
  return branch(object, shape, above, budget);
}

function branch(object: object, shape: Shape, above: object[], budget: Budget): TreeNode {
  const { label, entries, total } = contentOf(object, shape, budget);
  if (!budget.take(bytesOfText(label))) return { type: "note", text: "left out" };
  const shown: [key: string, node: TreeNode][] = [];
  for (const [key, item] of entries) {
    const name = shorten(key, MAX_NAME);
    if (!budget.take(bytesOfText(name) + BYTES_OF_ENTRY)) break;
    shown.push([name, nodeOf(item, shape === "record" ? key : "", [...above, object], budget)]);
  }
  return { type: "branch", label, entries: shown, omitted: Math.max(0, total - shown.length) };
}

interface Content {
  label: string;
  entries: [key: string, item: unknown][];
  total: number;
}

function contentOf(object: object, shape: Shape, budget: Budget): Content {
  if (shape === "record") {
    if (!budget.canList) return { label: "an object, not opened", entries: [], total: 0 };
    const names = namesOf(object, budget);
    const entries = names.slice(0, MAX_ENTRIES).map((name): [string, unknown] => [name, readProperty(object, name)]);
    const size = count(names.length, "property", "properties");
    const owner = nameOfClass(object);
    return { label: owner === undefined ? size : `${shorten(owner, MAX_NAME)}, ${size}`, entries, total: names.length };
  }
  const label = summarise(object, budget);
  const total = lengthOf(object, shape);
  const numbered = (items: unknown[]): Content["entries"] => items.map((item, index) => [String(index), item]);
  if (shape === "numbers") return { label, entries: numbered(firstNumbers(object, MAX_TYPED_ENTRIES)), total };
  if (shape === "set") return { label, entries: numbered(firstItems(object, MAX_ENTRIES)), total };
  if (shape === "map") {
    const entries = firstEntries(object, MAX_ENTRIES).map(([key, item]): [string, unknown] => [
      String(textOfKey(key, budget)),
      item,
    ]);
    return { label, entries, total };
  }
  const length = Math.min(total, MAX_ENTRIES);
  return { label, entries: numbered(Array.from({ length }, (_, index) => readProperty(object, index))), total };
}

function textOfKey(key: unknown, budget: Budget): unknown {
  const scalar = encodeScalar(key, budget);
  return typeof scalar === "object" && scalar !== null ? scalar.value : scalar;
}

function leaf(value: unknown, name: string, budget: Budget): TreeNode {
  const scalar = encodeScalar(value, budget);
  const unit = unitOf(name);
  const withUnit =
    typeof scalar === "number" && unit !== "" ? { kind: "number" as const, value: scalar, unit } : scalar;
  if (!budget.take(bytesOfScalar(withUnit))) return { type: "note", text: "left out" };
  return { type: "leaf", value: withUnit };
}

/** A note is short, so that it may stand even where nothing is left of the budget's bytes. */
function note(text: string, budget: Budget): TreeNode {
  return { type: "note", text: budget.take(bytesOfText(text)) ? text : "left out" };
}
