import type { Value } from "../value/Value.ts";
import { element } from "./element.ts";
import { renderChart } from "./renderChart.ts";
import { renderError } from "./renderError.ts";
import { renderExtended } from "./renderExtended.ts";
import { renderNumber } from "./renderNumber.ts";
import { renderTable } from "./renderTable.ts";
import { renderText } from "./renderText.ts";
import { renderTree } from "./renderTree.ts";
import type { ViewContext } from "./ViewContext.ts";

/**
 * Makes the element that shows a value. The build and the browser call the same code with their own document and get
 * the same elements. All text is set as text: nothing in a value is ever read as HTML.
 */
export function renderValue(value: Value, context: ViewContext): Element {
  switch (value.kind) {
    case "nothing":
      return element(context, "div", { class: "value value-nothing", hidden: "" });
    case "text":
      return renderText(value, context);
    case "number":
      return renderNumber(value, context);
    case "table":
      return renderTable(value, context);
    case "tree":
      return renderTree(value, context);
    case "chart":
      return renderChart(value, context);
    case "error":
      return renderError(value, context);
    case "extended":
      return renderExtended(value, context);
  }
}
