import type { ExtendedValue } from "../../notebook/value/Value.ts";
import { count } from "../../notebook/value/words.ts";
import { element } from "../../notebook/view/element.ts";
import type { RegisteredView } from "../../notebook/view/renderExtended.ts";
import type { ViewContext } from "../../notebook/view/ViewContext.ts";

/** Shows a report whole, with a button that copies it: it is made to be pasted. */
export const reportView: RegisteredView = {
  view: (value, context) => renderReport(linesOf(value).join("\n"), value.omitted, context),
  describe: (value) => `A report: ${linesOf(value)[0]!}`,
};

/** The text came in a message from a worker in which a reader's code ran, so it is checked. */
function linesOf({ data }: ExtendedValue): string[] {
  const lines: unknown = typeof data === "object" && data !== null && "lines" in data ? data.lines : undefined;
  const isReport = Array.isArray(lines) && lines.length > 0 && lines.every((line) => typeof line === "string");
  if (!isReport) throw new Error("This is no report as leakReport makes it.");
  return lines;
}

function renderReport(text: string, omitted: number, context: ViewContext): Element {
  return element(
    context,
    "lab-report",
    { class: "value value-report" },
    element(context, "button", { type: "button" }, "Copy the report"),
    element(context, "span", { role: "status", class: "visually-hidden" }),
    element(context, "pre", {}, text),
    omitted > 0 && element(context, "p", { class: "value-note" }, `${count(omitted, "more line")} left out.`),
  );
}
