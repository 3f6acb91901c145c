import * as plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { Program } from "../../notebook/compile/Program.ts";
import type { InputControl } from "../../notebook/run/inputs.ts";
import type { Value } from "../../notebook/value/Value.ts";
import { renderValue } from "../../notebook/view/renderValue.ts";
import { cellContext } from "./cellContext.ts";
import { renderInputs } from "./renderInputs.ts";
import { registerViews } from "./registerViews.ts";

registerViews();
const { document } = parseHTML("<!doctype html><html><body></body></html>");

/** The inputs that a cell declared when the page was built. */
export function renderInputsAtBuild(controls: readonly InputControl[]): string {
  return renderInputs(controls, document as unknown as Document)
    .map((control) => control.outerHTML)
    .join("");
}

/** What a cell showed when the page was built, as HTML made by the views that the browser uses after a run. */
export function renderAtBuild(
  values: readonly Value[],
  options: { program: Program; cell: string; addressOfLog: (name: string) => string | undefined },
): string {
  const context = cellContext({ ...options, document: document as unknown as Document, plot });
  return values.map((value) => renderValue(value, context).outerHTML).join("");
}
