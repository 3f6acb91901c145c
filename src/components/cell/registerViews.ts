import { registerView } from "../../notebook/view/renderExtended.ts";
import { codeBytesView } from "../codeBytes/renderCodeBytes.ts";
import { reportView } from "../report/reportView.ts";
import { stacksView } from "../stacks/stacksView.ts";
import { irpStackView } from "../irpStack/renderIrpStack.ts";
import { namespacesView } from "../namespaces/renderNamespaces.ts";
import { verdictView } from "../verdict/renderVerdict.ts";

/** Lets cells show the pool library's own kinds of value, at build and in the browser alike. */
export function registerViews(): void {
  registerView("report", reportView);
  registerView("stacks", stacksView);
  registerView("verdict", verdictView);
  registerView("codeBytes", codeBytesView);
  registerView("irpStack", irpStackView);
  registerView("namespaces", namespacesView);
}
