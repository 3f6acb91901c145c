import { count } from "../../notebook/value/words.ts";
import { element } from "../../notebook/view/element.ts";
import type { ViewContext } from "../../notebook/view/ViewContext.ts";
import { moduleOfFrame } from "../../pool/analyzers/code/ownerFrame.ts";
import type { StackSet } from "../../pool/analyzers/stacks/StackSet.ts";
import { type FoldedFrame, foldStacks } from "./foldStacks.ts";
import { moduleShades } from "./moduleShades.ts";
import { measured } from "./stackWords.ts";

/**
 * Stacks folded by caller: each frame is a box as wide as what goes through it, standing on its caller. It is a nested list, the outermost
 * caller first, so that it reads in order; style turns it into boxes. A table of the same facts stands below.
 */
export function renderFlame(set: StackSet, omitted: number, context: ViewContext): Element {
  const roots = foldStacks(set.stacks);
  const total = roots.reduce((sum, { value }) => sum + value, 0);
  const drawing: Drawing = { set, total, shades: moduleShades(set.stacks), context };
  return element(
    context,
    "figure",
    { class: "value value-stacks" },
    element(
      context,
      "div",
      {
        class: "flame",
        role: "group",
        "aria-label": `Flame graph of ${measured(total, set.measure)}, folded by caller`,
      },
      element(
        context,
        "div",
        { class: "flame-boxes" },
        element(context, "ul", { style: `min-inline-size: ${roomFor(roots)}rem` }, renderAll(roots, drawing)),
      ),
      element(
        context,
        "p",
        { class: "value-note flame-hint" },
        "A box stands on what called it, and is as wide as what goes through it. Point at one, or tab to it, to read it whole.",
      ),
    ),
    omitted > 0 && element(context, "p", { class: "value-note" }, `${count(omitted, "entry", "entries")} left out.`),
    element(
      context,
      "details",
      {},
      element(context, "summary", {}, "The stacks behind the graph"),
      renderRows(drawing),
    ),
  );
}

/** So wide that names can be read, in rem; beyond that the graph scrolls where there is no room. */
function roomFor(roots: readonly FoldedFrame[]): number {
  const widest = (frames: readonly FoldedFrame[]): number =>
    frames.reduce((sum, { calls }) => sum + Math.max(1, widest(calls)), 0);
  return Math.min(40, 7 * widest(roots));
}

interface Drawing {
  set: StackSet;
  total: number;
  shades: ReadonlyMap<string, number>;
  context: ViewContext;
}

function renderAll(roots: readonly FoldedFrame[], drawing: Drawing): Element {
  const { total, set, context } = drawing;
  const words = `all of it, ${measured(total, set.measure)}`;
  return element(
    context,
    "li",
    {},
    element(
      context,
      "span",
      { class: "flame-box flame-all" },
      element(context, "span", { class: "flame-name" }, words),
    ),
    element(context, "ul", {}, ...roots.map((frame) => renderFrame(frame, total, drawing))),
  );
}

function renderFrame({ frame, value, isMarked, calls }: FoldedFrame, parent: number, drawing: Drawing): Element {
  const { set, total, shades, context } = drawing;
  const share = total === 0 ? 0 : value / total;
  const sizes = `${measured(value, set.measure)}, ${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
  const facts = isMarked ? `${sizes}, the leak's owner` : sizes;
  const width = parent === 0 ? 0 : (value / parent) * 100;
  return element(
    context,
    "li",
    { style: `inline-size: ${width.toFixed(3)}%` },
    element(
      context,
      "span",
      {
        class: isMarked ? "flame-box flame-mark" : "flame-box",
        "data-shade": String(shades.get(moduleOfFrame(frame) ?? "") ?? 0),
        tabindex: "0",
      },
      element(context, "span", { class: "flame-name", "aria-hidden": "true" }, frame),
      element(context, "span", { class: "flame-read" }, `${frame}: ${facts}`),
    ),
    calls.length > 0 && element(context, "ul", {}, ...calls.map((call) => renderFrame(call, value, drawing))),
  );
}

/** The same facts for whoever cannot or will not read boxes. */
function renderRows({ set, total, context }: Drawing): Element {
  const cell = (text: string, name?: string) => element(context, "td", { class: name }, text);
  const rows = set.stacks
    .toSorted((a, b) => b.value - a.value)
    .map(({ frames, value, mark, says = "" }) =>
      element(
        context,
        "tr",
        {},
        cell(measured(value, set.measure), "value-numeric"),
        cell(total === 0 ? "" : `${((value / total) * 100).toFixed(1)} %`, "value-numeric"),
        cell(mark ?? "", "value-evidence"),
        cell(says),
        cell(frames.join(" < "), "flame-path"),
      ),
    );
  const headings = [set.measure, "share", "owner of the leak", "says", "stack, the newest frame first"];
  return element(
    context,
    "div",
    { class: "value-table", role: "group", "aria-label": "Table of the stacks", tabindex: "0" },
    element(
      context,
      "table",
      {},
      element(
        context,
        "thead",
        {},
        element(context, "tr", {}, ...headings.map((text) => element(context, "th", { scope: "col" }, text))),
      ),
      element(context, "tbody", {}, ...rows),
    ),
  );
}
