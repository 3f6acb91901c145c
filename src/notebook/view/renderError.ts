import type { ErrorValue } from "../value/Value.ts";
import { element } from "./element.ts";
import type { View } from "./ViewContext.ts";

/** What went wrong, in the words of whoever noticed, with the line of the reader's own text it stands in. */
export const renderError: View<ErrorValue> = (error, context) => {
  const { name, message, cell, line, column } = error;
  const source = cell === undefined ? undefined : context.sourceOf?.(cell);
  const text = line === undefined ? undefined : source?.split("\n")[line - 1];
  return element(
    context,
    "div",
    { class: "value value-error" },
    element(
      context,
      "p",
      {},
      element(context, "span", { class: "value-error-name" }, name),
      message === "" ? "" : ": ",
      element(context, "span", { class: "value-error-message" }, message),
    ),
    line !== undefined && element(context, "p", { class: "value-note" }, placeOf(error)),
    text !== undefined &&
      element(
        context,
        "pre",
        { class: "value-error-line" },
        element(context, "span", { class: "value-line-number" }, `${line} `),
        ...markedAt(text, column).map((part, index) => (index === 1 ? element(context, "mark", {}, part) : part)),
      ),
  );
};

/** "Line 3, column 7 of cell growth." */
export function placeOf({ cell, line, column }: ErrorValue): string {
  const place = column === undefined ? `Line ${line}` : `Line ${line}, column ${column}`;
  return cell === undefined ? `${place}.` : `${place} of cell ${cell}.`;
}

/** The text before the error, the word the error stands at, and the rest; without a column the whole line is marked. */
function markedAt(text: string, column: number | undefined): [string, string, string] {
  if (column === undefined || column < 1 || column > text.length) return ["", text, ""];
  const before = text.slice(0, column - 1);
  const word = /^(?:[\w$]+|.)/su.exec(text.slice(column - 1))?.[0] ?? "";
  return [before, word, text.slice(before.length + word.length)];
}
