import { count } from "../value/words.ts";
import type { TextValue } from "../value/Value.ts";
import { element } from "./element.ts";
import type { View } from "./ViewContext.ts";

/** What of several lines does not fit is scrolled to, by keyboard as well. */
const SCROLLED = { tabindex: "0", role: "group", "aria-label": "Text" };

/** A text as it is, with its line breaks, and a sentence on what did not cross. */
export const renderText: View<TextValue> = ({ text, omitted }, context) =>
  element(
    context,
    "div",
    { class: "value value-text" },
    element(context, "pre", text.includes("\n") ? SCROLLED : {}, text),
    omitted > 0 && element(context, "p", { class: "value-note" }, `${count(omitted, "more character")} left out.`),
  );
