import { count, groupThousands } from "../../notebook/value/words.ts";
import { element } from "../../notebook/view/element.ts";
import type { ViewContext } from "../../notebook/view/ViewContext.ts";
import { ownerOf } from "../../pool/analyzers/stacks/ownerOf.ts";
import type { MeasuredStack, StackRole, StackSet } from "../../pool/analyzers/stacks/StackSet.ts";
import { commonCallers } from "./commonCallers.ts";
import { measured, wordsOfRole } from "./stackWords.ts";

/**
 * Each stack as the debugger prints it, the newest frame on top, in columns that stand on their common callers: what differs lies above the
 * line. One below the other where there is no room.
 */
export function renderSideBySide(set: StackSet, omitted: number, context: ViewContext): Element {
  // What allocates stands left of what frees.
  const stacks = set.stacks.toSorted((a, b) => places.indexOf(a.role) - places.indexOf(b.role));
  const tallest = Math.max(...stacks.map(({ frames }) => frames.length));
  const common = commonCallers(stacks.map(({ frames }) => frames));
  return element(
    context,
    "div",
    { class: "value value-stacks" },
    element(
      context,
      "div",
      { class: "stacks-beside" },
      ...stacks.map((stack) => renderStack(stack, set, { above: tallest - stack.frames.length, common }, context)),
    ),
    common > 0 &&
      element(
        context,
        "p",
        { class: "value-note" },
        `Below the line stand the ${count(common, "caller")} that all of them share.`,
      ),
    omitted > 0 && element(context, "p", { class: "value-note" }, `${count(omitted, "entry", "entries")} left out.`),
  );
}

const places: readonly StackRole[] = ["outstanding", "alloc", "other", "free"];

/** How a stack stands beside the others: so many empty rows above it, so many callers in common. */
interface Standing {
  above: number;
  common: number;
}

function renderStack(stack: MeasuredStack, set: StackSet, { above, common }: Standing, context: ViewContext): Element {
  const { frames, role, value, says, mark, line } = stack;
  const owner = mark ?? ownerOf(frames);
  const ownerAt = owner === undefined ? -1 : frames.indexOf(owner);
  const link = line !== undefined && lineLink(line, set.log, context);
  const rows = frames.map((frame, at) => {
    const name = at === ownerAt ? element(context, "strong", {}, frame) : frame;
    const isFirstCommon = common > 0 && at === frames.length - common;
    const names = [
      isFirstCommon && "stack-shared",
      at === ownerAt && (mark === undefined ? "stack-owner" : "stack-owner stack-mark"),
      at >= frames.length - common && "stack-caller",
    ].filter((name) => name !== false);
    return element(context, "li", { class: names.length > 0 ? names.join(" ") : undefined, title: frame }, name);
  });
  const gaps = Array.from({ length: above }, () =>
    element(context, "li", { class: "stack-gap", "aria-hidden": "true" }),
  );
  const title = `${wordsOfRole[role]}: ${measured(value, set.measure)}`;
  return element(
    context,
    "section",
    { class: "stack", "data-role": role, "aria-label": title },
    element(
      context,
      "p",
      { class: "stack-head" },
      element(context, "span", { class: "stack-role" }, wordsOfRole[role]),
      " ",
      element(
        context,
        "strong",
        { class: mark === undefined ? undefined : "stack-leaks" },
        measured(value, set.measure),
      ),
      says !== undefined && ` ${says}`,
      link && ", ",
      link,
    ),
    // What scrolls must be reachable by keyboard.
    element(
      context,
      "ol",
      { class: "stack-frames", tabindex: "0", "aria-label": "Frames, the newest first" },
      ...gaps,
      ...rows,
    ),
  );
}

function lineLink(line: number, log: string | undefined, { logOf, ...context }: ViewContext): Element | string {
  const text = `line ${groupThousands(line)}`;
  const place = logOf?.(line, log);
  if (!place) return text;
  const attributes = { class: "log-line", href: place.href, "data-log": place.log, "data-line": String(line) };
  return element(context, "a", { ...attributes, title: `Show line ${groupThousands(line)} of ${place.log}` }, text);
}
