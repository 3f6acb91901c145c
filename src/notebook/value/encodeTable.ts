import { MAX_COLUMNS, MAX_NAME, MAX_ROWS } from "./bounds.ts";
import { type Budget, bytesOfText } from "./Budget.ts";
import { bytesOfScalar, encodeScalar, quantityOf } from "./encodeScalar.ts";
import { lengthOf, shapeOf } from "./inspect.ts";
import { chartOf, markOf } from "./plot/recorded.ts";
import { Note, namesOf, readProperty } from "./readProperty.ts";
import { unitOf } from "./unitOf.ts";
import type { Scalar, TableColumn, TableValue } from "./Value.ts";
import { shorten } from "./words.ts";

/** The first items of a list and how many the list has. */
export interface ItemList {
  items: unknown[];
  total: number;
}

/** The first 5,000 items of an array, read without trusting it. */
export function itemsOfArray(array: object): ItemList {
  const total = lengthOf(array, "array");
  return { total, items: Array.from({ length: Math.min(total, MAX_ROWS) }, (_, index) => readProperty(array, index)) };
}

/** A list of objects, of lists, or of scalars as a table; undefined for a mixture, which a tree shows better. */
export function encodeTable({ items, total }: ItemList, budget: Budget): TableValue | undefined {
  const kinds = new Set(items.map(kindOfRow));
  if (kinds.size > 1) return undefined;
  const [kind] = kinds;
  if (kind === "scalar" || kind === undefined) {
    return tableOf(items.length === 0 ? [] : ["value"], items, (item) => item, total, 0, budget);
  }
  if (kind === "tuple") {
    const widest = items.reduce<number>((most, item) => Math.max(most, lengthOf(item as object, "array")), 0);
    const names = Array.from({ length: Math.min(widest, MAX_COLUMNS) }, (_, index) => String(index));
    return tableOf(names, items, cellOfObject, total, widest - names.length, budget);
  }
  if (kind === "record") {
    const { names, omitted } = columnNames(items as object[], budget);
    return tableOf(names, items, cellOfObject, total, omitted, budget);
  }
  return undefined;
}

const cellOfObject = (item: unknown, name: string): unknown => readProperty(item as object, name);

function kindOfRow(item: unknown): "scalar" | "tuple" | "record" | "other" {
  if (Note.is(item)) return "scalar";
  const shape = shapeOf(item);
  if (shape === "scalar" || shape === "date") return "scalar";
  if (shape === "array") return isTuple(item as object) ? "tuple" : "other";
  if (shape !== "record") return "other";
  if (quantityOf(item as object)) return "scalar";
  return chartOf(item as object) || markOf(item as object) ? "other" : "record";
}

function isTuple(item: object): boolean {
  const width = Math.min(lengthOf(item, "array"), MAX_COLUMNS);
  for (let index = 0; index < width; index++) {
    const cell = readProperty(item, index);
    if (shapeOf(cell) !== "scalar" && !quantityOf(cell as object)) return false;
  }
  return true;
}

/** The union of the rows' names in order of first appearance, and how many did not fit. */
function columnNames(items: object[], budget: Budget): { names: string[]; omitted: number } {
  const names = new Set<string>();
  const omitted = new Set<string>();
  for (const item of items) {
    for (const name of namesOf(item, budget)) {
      if (names.has(name)) continue;
      if (names.size < MAX_COLUMNS) names.add(name);
      // Remembering every name of a hostile value would need as much memory as the value itself.
      else if (omitted.size < 20_000) omitted.add(name);
    }
  }
  return { names: [...names], omitted: omitted.size };
}

function tableOf(
  names: string[],
  items: unknown[],
  cellOf: (item: unknown, name: string) => unknown,
  totalRows: number,
  omittedColumns: number,
  budget: Budget,
): TableValue {
  budget.take(names.reduce((bytes, name) => bytes + 60 + bytesOfText(shorten(name, MAX_NAME)), 200));
  const rows: Scalar[][] = [];
  for (const item of items) {
    const row = names.map((name) => encodeScalar(cellOf(item, name), budget));
    if (!budget.take(row.reduce<number>((bytes, cell) => bytes + bytesOfScalar(cell), 3))) break;
    rows.push(row);
  }
  const columns = names.map((name, index) => columnOf(name, rows, index));
  return { kind: "table", columns, rows, totalRows, omittedColumns };
}

/** A column measures something when it holds a number; quantities of one unit lend it theirs. */
function columnOf(name: string, rows: Scalar[][], index: number): TableColumn {
  const units = new Set<string>();
  for (const row of rows) {
    const cell = row[index]!;
    if (typeof cell === "number") units.add(unitOf(name));
    else if (typeof cell === "object" && cell !== null) units.add(cell.unit);
  }
  const [unit] = units;
  const heading = { name: shorten(name, MAX_NAME) };
  return unit === undefined ? heading : { ...heading, unit: units.size > 1 ? "" : unit };
}
