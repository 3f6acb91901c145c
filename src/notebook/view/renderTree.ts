import { formatQuantity } from "../value/formatNumber.ts";
import type { Scalar, TreeNode, TreeValue } from "../value/Value.ts";
import { groupThousands } from "../value/words.ts";
import { element } from "./element.ts";
import type { View, ViewContext } from "./ViewContext.ts";

/** Entries drawn in all; beyond it a branch says what it holds. A page should not weigh more for a log one glanced at. */
const MOST_ENTRIES = 250;

/** Nested data: the first level open, deeper ones to be opened, each saying how much it holds. */
export const renderTree: View<TreeValue> = ({ root }, context) => {
  const room = { entries: MOST_ENTRIES };
  return element(context, "div", { class: "value value-tree" }, renderNode(undefined, root, true, room, context));
};

/** What may still be drawn of a tree. */
interface Room {
  entries: number;
}

function renderNode(
  key: string | undefined,
  node: TreeNode,
  isRoot: boolean,
  room: Room,
  context: ViewContext,
): Element {
  const name = key === undefined ? [] : [element(context, "span", { class: "value-key" }, key), " "];
  if (node.type === "note") {
    return element(context, "span", {}, ...name, element(context, "span", { class: "value-note" }, node.text));
  }
  if (node.type === "leaf") return element(context, "span", {}, ...name, renderLeaf(node.value, context));
  const most = isRoot ? MOST_ENTRIES : Math.max(context.maxRows, 20);
  const shown = node.entries.slice(0, Math.min(most, room.entries));
  room.entries -= shown.length;
  const label = element(context, "span", { class: "value-note" }, node.label);
  if (shown.length === 0) return element(context, "span", {}, ...name, label);
  const omitted = node.omitted + node.entries.length - shown.length;
  return element(
    context,
    "details",
    { open: isRoot ? "" : undefined },
    element(context, "summary", {}, ...name, label),
    element(
      context,
      "ul",
      {},
      ...shown.map(([entry, inner]) => element(context, "li", {}, renderNode(entry, inner, false, room, context))),
      omitted > 0 && element(context, "li", { class: "value-note" }, `${groupThousands(omitted)} more`),
    ),
  );
}

function renderLeaf(value: Scalar, context: ViewContext): Element {
  if (typeof value === "string") return element(context, "span", { class: "value-words" }, value);
  if (typeof value === "boolean" || value === null)
    return element(context, "span", { class: "value-word" }, String(value));
  const number = typeof value === "number" ? { kind: "number" as const, value, unit: "" } : value;
  const { text, interval, exact } = formatQuantity(number);
  const words = interval === undefined ? text : `${text} (${interval})`;
  const hover = exact === words ? {} : { title: exact, "data-exact": String(number.value) };
  return element(context, "span", { class: "value-figure", ...hover }, words);
}
