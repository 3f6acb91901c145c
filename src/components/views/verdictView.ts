import { formatQuantity } from "../../notebook/value/formatNumber.ts";
import type { ExtendedValue, NumberValue } from "../../notebook/value/Value.ts";
import { element } from "../../notebook/view/element.ts";
import type { RegisteredView } from "../../notebook/view/renderExtended.ts";
import type { ViewContext } from "../../notebook/view/ViewContext.ts";
import type { Quantity } from "../../pool/Quantity.ts";
import type { Verdict } from "../../pool/analyzers/verdict/Verdict.ts";

/** What each word of a verdict means to somebody who has just met it. */
const meanings: Record<string, string> = {
  leak: "memory is allocated and not given back",
  load: "it follows the work and returns with it",
  cache: "it fills up and stays; the memory can be taken back",
  steady: "enough was recorded, and nothing rises",
  unclear: "not enough to tell; below stands what to record",
};

/**
 * Shows a verdict: the sentence first, then the figures, the reasons, what speaks against it, and the next command. What
 * arrives is a cell's data and need not have this shape; then this throws, and the notebook shows the data as a tree.
 */
export const verdictView: RegisteredView = {
  view(value, context) {
    const verdict = verdictOf(value);
    return element(
      context,
      "section",
      { class: "value verdict", "data-verdict": verdict.verdict, "aria-label": "Verdict" },
      element(
        context,
        "p",
        { class: "verdict-word" },
        element(context, "strong", {}, verdict.verdict),
        ` · ${meanings[verdict.verdict] ?? ""}`,
      ),
      element(context, "p", { class: "verdict-summary" }, verdict.summary),
      figures(verdict, context),
      list("What speaks for it", verdict.reasons, context),
      list("What speaks against it, or is not known", verdict.against, context),
      lineLinks(verdict, context),
      nextSteps(verdict, context),
    );
  },
  describe: (value) => verdictOf(value).summary,
};

function verdictOf({ data }: ExtendedValue): Verdict {
  const verdict = data as Verdict;
  const lists = [verdict.reasons, verdict.against, verdict.next, verdict.lines];
  if (typeof verdict.verdict !== "string" || typeof verdict.summary !== "string" || !lists.every(Array.isArray)) {
    throw new Error("This is no verdict: it lacks its word, its summary or its reasons.");
  }
  return verdict;
}

function figures(verdict: Verdict, context: ViewContext): Element {
  const rows: [string, string | undefined][] = [
    ["pool", verdict.pool],
    ["tag", verdict.tag],
    ["driver", verdict.driver],
    ["rate", written(verdict.rate)],
    ["grew by", written(verdict.growth)],
    ["full in", written(verdict.exhaustion)],
    ["confidence", `${verdict.confidenceWord} (${verdict.confidence.toFixed(2)} of 1, by rules)`],
  ];
  return element(
    context,
    "dl",
    { class: "verdict-figures" },
    ...rows
      .filter(([, text]) => text)
      .map(([name, text]) => element(context, "div", {}, element(context, "dt", {}, name), element(context, "dd", {}, text!))),
  );
}

/** A quantity in words; in a tree of plain JSON, what JSON cannot hold has become null. */
function written(quantity: Quantity | undefined): string | undefined {
  if (!quantity || typeof quantity.value !== "number") return undefined;
  const { text, interval } = formatQuantity({ ...quantity, kind: "number" } as NumberValue);
  return interval ? `${text}, ${interval}` : text;
}

function list(title: string, sentences: readonly string[], context: ViewContext): Element | undefined {
  if (sentences.length === 0) return undefined;
  return element(
    context,
    "div",
    { class: "verdict-list" },
    element(context, "p", {}, title),
    element(context, "ul", {}, ...sentences.map((sentence) => element(context, "li", {}, String(sentence)))),
  );
}

/** The lines that the verdict rests on, as links into the log. */
function lineLinks({ lines, log }: Verdict, context: ViewContext): Element | undefined {
  const links = lines.flatMap((line) => {
    const place = context.logOf?.(line, log ?? undefined);
    if (!place) return [];
    const attributes = { class: "log-line", href: place.href, "data-log": place.log, "data-line": String(line) };
    return [element(context, "a", attributes, String(line)), " "];
  });
  if (links.length === 0) return undefined;
  return element(context, "p", { class: "verdict-lines" }, "It rests on these lines of the log: ", ...links);
}

function nextSteps({ next }: Verdict, context: ViewContext): Element | undefined {
  if (next.length === 0) return undefined;
  return element(
    context,
    "div",
    { class: "verdict-list" },
    element(context, "p", {}, "What to collect next"),
    element(
      context,
      "ol",
      {},
      ...next.map(({ what, text }) => element(context, "li", {}, String(what), element(context, "code", {}, String(text)))),
    ),
  );
}
