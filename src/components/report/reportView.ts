import type { ExtendedValue } from "../../notebook/value/Value.ts";
import { element } from "../../notebook/view/element.ts";
import type { RegisteredView } from "../../notebook/view/renderExtended.ts";
import type { ViewContext } from "../../notebook/view/ViewContext.ts";

/** Shows a report whole, with a button that copies it: it is made to be pasted. */
export const reportView: RegisteredView = {
  view: (value, context) => renderReport(textOf(value), context),
  describe: (value) => `A report: ${textOf(value).split("\n", 1)[0]!}`,
};

/** The text came in a message from a worker in which a reader's code ran, so it is checked. */
function textOf({ data }: ExtendedValue): string {
  const text = typeof data === "object" && data !== null && "text" in data ? data.text : undefined;
  if (typeof text !== "string" || text === "") throw new Error("This is no report as leakReport makes it.");
  return text;
}

function renderReport(text: string, context: ViewContext): Element {
  return element(
    context,
    "lab-report",
    { class: "value value-report" },
    element(context, "button", { type: "button" }, "Copy the report"),
    element(context, "span", { role: "status", class: "visually-hidden" }),
    element(context, "pre", {}, text),
  );
}
