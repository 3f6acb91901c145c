import { formatQuantity } from "../value/formatNumber.ts";
import type { NumberValue } from "../value/Value.ts";
import { element } from "./element.ts";
import type { View } from "./ViewContext.ts";

/** One number, large, with its unit, its uncertainty beside it and its exact value on hover and in `data-exact`. */
export const renderNumber: View<NumberValue> = (value, context) => {
  const { text, interval, exact } = formatQuantity(value);
  const figure = { class: "value-figure", title: exact, "data-exact": String(value.value) };
  return element(
    context,
    "p",
    { class: "value value-number" },
    element(context, "span", figure, text),
    interval !== undefined && " ",
    interval !== undefined && element(context, "span", { class: "value-interval" }, interval),
  );
};
