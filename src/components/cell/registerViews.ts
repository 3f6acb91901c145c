import { registerView } from "../../notebook/view/renderExtended.ts";
import { irpStackView } from "../irpStack/renderIrpStack.ts";
import { namespacesView } from "../namespaces/renderNamespaces.ts";
import { verdictView } from "../verdict/renderVerdict.ts";

/** Lets cells show the pool library's own kinds of value, at build and in the browser alike. */
export function registerViews(): void {
  registerView("verdict", verdictView);
  registerView("irpStack", irpStackView);
  registerView("namespaces", namespacesView);
}
