import type { ErrorValue, Value } from "../value/Value.ts";
import { isPlainData } from "./isPlainData.ts";

type Fields = Record<string, unknown>;

/** Whether something that came from a worker is a value the page has a view for, in every part that views read. */
export function isValue(value: unknown): value is Value {
  return isFields(value) && isPlainData(value) && typeof value.kind === "string" && isOfKind(value.kind, value);
}

export function isErrorValue(value: unknown): value is ErrorValue {
  return isValue(value) && value.kind === "error";
}

function isOfKind(kind: string, value: Fields): boolean {
  const check = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  return check?.(value) ?? false;
}

const kinds: Record<string, (value: Fields) => boolean> = {
  nothing: () => true,
  text: ({ text, omitted }) => isText(text) && isCount(omitted),
  number: isNumberValue,
  table: isTable,
  tree: ({ root }) => isTreeNode(root),
  chart: ({ plot, table, omittedPoints }) =>
    isSpec(plot) && isFields(table) && isTable(table) && isCount(omittedPoints),
  error: ({ name, message, cell, line, column }) =>
    isText(name) &&
    isText(message) &&
    isOptional(cell, isText) &&
    isOptional(line, isCount) &&
    isOptional(column, isCount),
  extended: ({ type, data, omitted }) => isText(type) && data !== undefined && isCount(omitted),
};

function isNumberValue({ kind, value, unit, low, high }: Fields): boolean {
  return (
    kind === "number" && isNumber(value) && isText(unit) && isOptional(low, isNumber) && isOptional(high, isNumber)
  );
}

function isTable({ kind, columns, rows, totalRows, omittedColumns, spread }: Fields): boolean {
  if (kind !== "table" || !Array.isArray(columns) || !Array.isArray(rows)) return false;
  const isColumn = (column: unknown) => isFields(column) && isText(column.name) && isOptional(column.unit, isText);
  const isRow = (row: unknown) => Array.isArray(row) && row.length === columns.length && row.every(isScalar);
  return (
    columns.every(isColumn) &&
    rows.every(isRow) &&
    isCount(totalRows) &&
    totalRows >= rows.length &&
    isCount(omittedColumns) &&
    isOptional(spread, (flag) => flag === true)
  );
}

function isTreeNode(node: unknown): boolean {
  if (!isFields(node)) return false;
  if (node.type === "leaf") return isScalar(node.value);
  if (node.type === "note") return isText(node.text);
  const isEntry = (entry: unknown) =>
    Array.isArray(entry) && entry.length === 2 && isText(entry[0]) && isTreeNode(entry[1]);
  return (
    node.type === "branch" &&
    isText(node.label) &&
    isCount(node.omitted) &&
    Array.isArray(node.entries) &&
    node.entries.every(isEntry)
  );
}

/** The calls themselves are checked where they are replayed, against the list of allowed ones. */
function isSpec(spec: unknown): boolean {
  return isFields(spec) && isText(spec.call) && Array.isArray(spec.args);
}

function isScalar(value: unknown): boolean {
  if (value === null || typeof value === "boolean" || typeof value === "string" || typeof value === "number")
    return true;
  return isFields(value) && isNumberValue(value);
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" || value === "NaN" || value === "Infinity" || value === "-Infinity";
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isOptional(value: unknown, check: (value: unknown) => boolean): boolean {
  return value === undefined || check(value);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
