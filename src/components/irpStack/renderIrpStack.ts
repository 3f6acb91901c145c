import type { ExtendedValue } from "../../notebook/value/Value.ts";
import { element, type Child } from "../../notebook/view/element.ts";
import type { RegisteredView } from "../../notebook/view/renderExtended.ts";
import type { ViewContext } from "../../notebook/view/ViewContext.ts";
import { CONTROL_BITS, decodeControl } from "../../pool/formats/windbg/irp/control.ts";
import type { IrpStack, IrpStackLocation } from "../../pool/analyzers/irp/irpStack.ts";
import { isRoutineCalled, OUTCOMES } from "../../pool/analyzers/irp/skippedRoutines.ts";
import { readIrpStack } from "./readIrpStack.ts";

/** Shows a request: its locations as they are printed, the bits of each, and below which routine is called when. */
export const irpStackView: RegisteredView = {
  view: (value, context) => renderIrpStack(stackIn(value), context),
  describe: (value) => headOf(stackIn(value)),
};

function stackIn({ data }: ExtendedValue): IrpStack {
  const stack = readIrpStack(data);
  if (!stack) throw new Error("This is no request as the library shows them.");
  return stack;
}

/** Whose request it is now, in a sentence. */
function headOf({ locations, current }: IrpStack): string {
  const holder = locations.find(({ isCurrent }) => isCurrent);
  if (!holder?.driver) return `A request with ${locations.length} locations that nobody holds now.`;
  return `${holder.driver} holds the request: location ${current ?? holder.number} of ${locations.length}, ${holder.major ?? "no function"}.`;
}

function renderIrpStack(stack: IrpStack, context: ViewContext): Element {
  const used = stack.locations.filter(({ driver }) => driver !== undefined);
  const unused = stack.locations.filter(({ driver }) => driver === undefined).map(({ number }) => number);
  return element(
    context,
    "div",
    { class: "value value-irp" },
    element(context, "p", { class: "irp-head" }, headOf(stack)),
    element(
      context,
      "ol",
      { class: "irp-locations" },
      unused.length > 0 &&
        element(
          context,
          "li",
          { class: "irp-unused" },
          `${rangeOf(unused)}: not filled in, no driver has got it there`,
        ),
      ...used.map((location) => renderLocation(location, stack.log, context)),
    ),
    renderCalls(used, context),
  );
}

const rangeOf = (numbers: readonly number[]) =>
  numbers.length === 1 ? `${numbers[0]}` : `${Math.min(...numbers)} to ${Math.max(...numbers)}`;

function renderLocation(location: IrpStackLocation, log: string | undefined, context: ViewContext): Element {
  const { number, isCurrent, driver = "", major, control, line } = location;
  const make = (tag: string, name: string | undefined, ...children: Child[]) =>
    element(context, tag, { class: name }, ...children);
  const place = context.logOf?.(line, log);
  const numeral = place
    ? element(
        context,
        "a",
        { class: "log-line", href: place.href, "data-log": place.log, "data-line": String(line) },
        String(number),
      )
    : String(number);
  const words = decodeControl(control);
  return element(
    context,
    "li",
    { class: isCurrent ? "irp-location irp-current" : "irp-location" },
    make("span", "irp-number", isCurrent && make("span", "irp-marker", ">"), numeral),
    make("span", "irp-driver", make("code", undefined, driver), " ", make("span", "irp-major", major ?? "")),
    make("span", "visually-hidden", `cl ${hex(control)}: ${words.join(", ") || "no bit"}.`),
    element(
      context,
      "span",
      { class: "irp-bits", "aria-hidden": "true" },
      make("code", "irp-hex", hex(control)),
      ...CONTROL_BITS.map(({ bit, word }) => make("span", (control & bit) === 0 ? "irp-bit" : "irp-bit irp-set", word)),
    ),
  );
}

const hex = (control: number) => control.toString(16).padStart(2, "0");

/** The routines in the order in which the request meets them on its way back. */
function renderCalls(used: readonly IrpStackLocation[], context: ViewContext): Element | false {
  const routines = used.filter(({ routine }) => routine !== undefined);
  if (routines.length === 0) return false;
  const cell = (tag: "th" | "td", attributes: Record<string, string>, ...children: Child[]) =>
    element(context, tag, attributes, ...children);
  const head = ["Routine, and who set it", "success", "error", "cancel"].map((title) =>
    cell("th", { scope: "col", role: "columnheader" }, title),
  );
  const rows = routines.map(({ routine = "", setBy, control, number }) =>
    element(
      context,
      "tr",
      { role: "row" },
      cell(
        "th",
        { scope: "row", role: "rowheader" },
        element(context, "code", {}, routine),
        element(
          context,
          "span",
          { class: "irp-set-by" },
          ` in ${number}, set by ${setBy ?? "whoever made the request"}`,
        ),
      ),
      ...OUTCOMES.map((outcome) =>
        isRoutineCalled(control, outcome)
          ? cell("td", { role: "cell" }, "called")
          : cell("td", { role: "cell", class: "irp-passed" }, "not called"),
      ),
    ),
  );
  return element(
    context,
    "table",
    // As blocks, on a narrow page, its parts would no longer be those of a table to who hears it.
    { class: "irp-calls", role: "table" },
    element(context, "caption", {}, "On the way back: who will be called if the request ends in"),
    element(context, "thead", { role: "rowgroup" }, element(context, "tr", { role: "row" }, ...head)),
    element(context, "tbody", { role: "rowgroup" }, ...rows),
  );
}
