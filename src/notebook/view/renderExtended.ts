import { Budget } from "../value/Budget.ts";
import { encodeTree } from "../value/encodeTree.ts";
import type { ExtendedValue } from "../value/Value.ts";
import { count } from "../value/words.ts";
import { element } from "./element.ts";
import { renderTree } from "./renderTree.ts";
import type { View } from "./ViewContext.ts";

/** A view for one kind of extended value, and one sentence about it for who hears the page. */
export interface RegisteredView {
  view: View<ExtendedValue>;
  describe?: (value: ExtendedValue) => string;
}

const views = new Map<string, RegisteredView>();

/** Lets the page show a kind of value the notebook knows nothing about: `registerView("verdict", { view, describe })`. */
export function registerView(type: string, registered: RegisteredView | View<ExtendedValue>): void {
  views.set(type, typeof registered === "function" ? { view: registered } : registered);
}

/** What is registered for a kind, if anything. */
export const viewOf = (type: string): RegisteredView | undefined => views.get(type);

/** Shows an extended value by its own view, else as a tree. Data of a shape the view cannot show is a tree too. */
export const renderExtended: View<ExtendedValue> = (value, context) => {
  const registered = viewOf(value.type);
  if (registered) {
    try {
      return registered.view(value, context);
    } catch {
      // What a cell returns need not have the shape its kind promises; its data is still worth seeing.
    }
  }
  const { data } = value;
  const plain = typeof data === "object" && data !== null && !Array.isArray(data) ? withoutKind(data) : data;
  const tree = renderTree({ kind: "tree", root: encodeTree(plain, new Budget()) }, context);
  if (value.omitted > 0)
    tree.append(
      element(context, "p", { class: "value-note" }, `${count(value.omitted, "entry", "entries")} left out.`),
    );
  return tree;
};

function withoutKind(data: object): object {
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== "kind"));
}
