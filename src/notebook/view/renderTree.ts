import { formatQuantity } from "../value/formatNumber.ts";
import type { Scalar, TreeNode, TreeValue } from "../value/Value.ts";
import { groupThousands } from "../value/words.ts";
import { element } from "./element.ts";
import type { View, ViewContext } from "./ViewContext.ts";

/** Nested data: the first level open, deeper ones to be opened, each saying how much it holds. */
export const renderTree: View<TreeValue> = ({ root }, context) =>
  element(context, "div", { class: "value value-tree" }, renderNode(undefined, root, true, context));

function renderNode(key: string | undefined, node: TreeNode, isOpen: boolean, context: ViewContext): Element {
  const name = key === undefined ? [] : [element(context, "span", { class: "value-key" }, key), " "];
  if (node.type === "note") {
    return element(context, "span", {}, ...name, element(context, "span", { class: "value-note" }, node.text));
  }
  if (node.type === "leaf") return element(context, "span", {}, ...name, renderLeaf(node.value, context));
  const items = node.entries.map(([entry, inner]) =>
    element(context, "li", {}, renderNode(entry, inner, false, context)),
  );
  const rest =
    node.omitted > 0 && element(context, "li", { class: "value-note" }, `${groupThousands(node.omitted)} more`);
  const label = element(context, "span", { class: "value-note" }, node.label);
  if (items.length === 0) return element(context, "span", {}, ...name, label);
  return element(
    context,
    "details",
    { open: isOpen ? "" : undefined },
    element(context, "summary", {}, ...name, label),
    element(context, "ul", {}, ...items, rest),
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
