import { labelOf } from "../../notebook/value/unitOf.ts";
import { element } from "../../notebook/view/element.ts";
import type { InputControl } from "../../notebook/run/inputs.ts";

/** Makes the controls of a cell's inputs; the build and the browser make the same ones. */
export function renderInputs(controls: readonly InputControl[], document: Document): Element[] {
  const context = { document };
  return controls.map((control) => {
    const name = { class: "cell-input-name" };
    return element(
      context,
      "label",
      { class: "cell-input" },
      element(context, "span", name, labelOf(control.name)),
      makeControl(control, document),
      control.kind === "range" && element(context, "output", {}, String(control.value)),
    );
  });
}

function makeControl(control: InputControl, document: Document): Element {
  const context = { document };
  const name = { "data-input": control.name };
  if (control.kind === "text")
    return element(context, "input", { ...name, type: "text", value: control.value, spellcheck: "false" });
  if (control.kind === "select") {
    const options = control.options.map((option) =>
      element(
        context,
        "option",
        { value: String(option), selected: option === control.value ? "" : undefined },
        String(option),
      ),
    );
    return element(context, "select", name, ...options);
  }
  const { min, max, step, value } = control;
  const bounds = { min: String(min), max: String(max), step: String(step), value: String(value) };
  return element(context, "input", { ...name, type: "range", ...bounds });
}

/**
 * Brings the controls of a cell in step with what its last run declared. Controls that are still the same stay as they are, so
 * that one that is being dragged is not taken from under the reader's finger.
 */
export function updateInputs(place: HTMLElement, controls: readonly InputControl[]): void {
  const shape = JSON.stringify(controls.map((control) => ({ ...control, value: undefined })));
  if (place.dataset["shape"] === shape) return;
  if (place.dataset["shape"] !== undefined || controls.length !== place.children.length)
    place.replaceChildren(...renderInputs(controls, document));
  place.dataset["shape"] = shape;
}
