import type { Verdict, VerdictWord } from "../../pool/analyzers/verdict/Verdict.ts";
import type { Quantity } from "../../pool/Quantity.ts";
import { formatQuantity } from "../../notebook/value/formatNumber.ts";
import type { ExtendedValue } from "../../notebook/value/Value.ts";
import { element, type Child } from "../../notebook/view/element.ts";
import type { RegisteredView } from "../../notebook/view/renderExtended.ts";
import type { ViewContext } from "../../notebook/view/ViewContext.ts";
import { readVerdict } from "./readVerdict.ts";

/** What each verdict is called, in a word that can be read out. */
const words: Record<VerdictWord, string> = {
  leak: "A leak",
  load: "Load, not a leak",
  cache: "A cache, not a leak",
  steady: "Steady, no leak",
  unclear: "Not enough to tell",
};

/** Shows a verdict: what it says, how fast, how sure and why, and what to collect next. */
export const verdictView: RegisteredView = {
  view: (value, context) => renderVerdict(verdictIn(value), value.omitted > 0, context),
  describe: (value) => `${words[verdictIn(value).verdict]}: ${verdictIn(value).summary}`,
};

function verdictIn({ data }: ExtendedValue): Verdict {
  const verdict = readVerdict(data);
  if (!verdict) throw new Error("This is no verdict as the library makes them.");
  return verdict;
}

function renderVerdict(verdict: Verdict, isBounded: boolean, context: ViewContext): Element {
  const make = (tag: string, name: string | undefined, ...children: Child[]) =>
    element(context, tag, { class: name }, ...children);
  const { verdict: word, summary, pool, tag, driver, rate, growth, exhaustion, confidence, confidenceWord } = verdict;
  const facts: [name: string, fact: Child][] = [
    ["Pool", pool],
    ["Tag", tag === undefined ? undefined : make("code", undefined, tag)],
    ["Driver", driver],
    ["Grows by", rate && written(rate)],
    ["Grew by", growth && written(growth)],
    ["Full in", exhaustion && written(exhaustion)],
    ["Confidence", `${confidenceWord} (${Math.round(confidence * 100)} %, by rules)`],
  ];
  const list = (title: string, items: readonly string[]) =>
    items.length > 0 &&
    make(
      "div",
      "verdict-list",
      make("p", undefined, title),
      make("ul", undefined, ...items.map((item) => make("li", undefined, item))),
    );
  return element(
    context,
    "div",
    { class: "value value-verdict", "data-verdict": word },
    make("p", "verdict-word", words[word]),
    make("p", "verdict-summary", summary),
    make(
      "dl",
      undefined,
      ...facts
        .filter(([, fact]) => fact !== undefined)
        .map(([name, fact]) => make("div", undefined, make("dt", undefined, name), make("dd", undefined, fact))),
    ),
    list("What speaks for it", verdict.reasons),
    list("What speaks against it, or is not known", verdict.against),
    verdict.next.length > 0 &&
      make(
        "div",
        "verdict-list",
        make("p", undefined, "What to collect next"),
        make(
          "ol",
          undefined,
          ...verdict.next.map(({ what, text }) => make("li", undefined, what, make("code", "verdict-command", text))),
        ),
      ),
    renderLines(verdict, isBounded, context),
  );
}

function written(quantity: Quantity): string {
  const { text, interval } = formatQuantity({ ...quantity, kind: "number" });
  return interval === undefined ? text : `${text} (${interval})`;
}

/** Lines that are named one by one; of more only these are, and the rest is counted. */
const namedLines = 8;

function renderLines({ lines, log }: Verdict, isBounded: boolean, context: ViewContext): Element | false {
  if (lines.length === 0) return false;
  const links = lines.slice(0, namedLines).flatMap((line, index) => {
    const place = context.logOf?.(line, log);
    const text = line.toLocaleString("en");
    const link = place
      ? element(
          context,
          "a",
          { class: "log-line", href: place.href, "data-log": place.log, "data-line": String(line) },
          text,
        )
      : text;
    return index === 0 ? [link] : [", ", link];
  });
  const more = lines.length - namedLines;
  return element(
    context,
    "p",
    { class: "value-note" },
    lines.length === 1 ? "It rests on line " : "It rests on lines ",
    ...links,
    // What crossed from the worker was bounded, so that a count would be too low.
    more > 0 && (isBounded ? " and many more" : ` and ${more.toLocaleString("en")} more`),
    log === undefined ? "." : ` of ${log}.`,
  );
}
