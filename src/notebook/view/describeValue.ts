import { formatQuantity } from "../value/formatNumber.ts";
import { labelOf, labelsOf } from "../value/unitOf.ts";
import type { Scalar, TableValue, TreeNode, Value } from "../value/Value.ts";
import { count } from "../value/words.ts";
import { describeChart } from "./describeChart.ts";
import { placeOf } from "./renderError.ts";
import { viewOf } from "./renderExtended.ts";

/** One short sentence about a value, for who hears that a result has arrived. */
export function describeValue(value: Value): string {
  switch (value.kind) {
    case "nothing":
      return "No value";
    case "text":
      return value.text.length <= 80 && !value.text.includes("\n")
        ? value.text
        : `Text, ${count(value.text.split("\n").length, "line")}`;
    case "number": {
      const { text, interval } = formatQuantity(value);
      return interval === undefined ? text : `${text}, ${interval}`;
    }
    case "table":
      return describeTable(value);
    case "tree":
      return describeNode(value.root);
    case "chart":
      return describeChart(value);
    case "error":
      return `${value.name}: ${value.message}${value.line === undefined ? "" : ` ${placeOf(value)}`}`;
    case "extended":
      return viewOf(value.type)?.describe?.(value) ?? labelOf(value.type);
  }
}

/** "Table, 12 rows: Tag, Pool, Growth …" */
function describeTable({ columns, totalRows }: TableValue): string {
  const names = labelsOf(columns.map(({ name }) => name)).slice(0, 3);
  const more = columns.length > names.length ? " …" : "";
  return `Table, ${count(totalRows, "row")}${names.length > 0 ? `: ${names.join(", ")}${more}` : ""}`;
}

function describeNode(node: TreeNode): string {
  if (node.type === "branch") return `Object, ${node.label}`;
  return node.type === "note" ? node.text : describeScalar(node.value);
}

function describeScalar(scalar: Scalar): string {
  return typeof scalar === "object" && scalar !== null ? formatQuantity(scalar).text : String(scalar);
}
