import { MAX_POINTS, MAX_SHAPES } from "../bounds.ts";

/**
 * What a chart may consist of. The recorder in the worker refuses everything else with a sentence, and the page
 * checks again before it draws, since what arrives from a worker may come from anyone's code.
 */

/** Colours are named by what they mean; the page knows how each looks in its themes. */
export const COLORS = ["nonpaged", "paged", "leak", "load", "muted", "text"] as const;
export type ColorName = (typeof COLORS)[number];

export interface MarkRule {
  /** the channels that place its shapes */
  positions: readonly string[];
  /** a channel only this mark has */
  own?: string;
  /** what the data itself stands for when no position is given */
  identity?: "x" | "y" | "pair";
  /** the position that counts 0, 1, 2 … when it is not given */
  index?: "x" | "y";
  /** how many points it may have; lines are thinned to it, other shapes refused beyond it */
  most: number;
  thins: boolean;
}

const shape = (positions: readonly string[], more: Partial<MarkRule> = {}): MarkRule => ({
  positions,
  most: MAX_SHAPES,
  thins: false,
  ...more,
});
const line = (positions: readonly string[], more: Partial<MarkRule>): MarkRule => ({
  positions,
  // Each series is thinned by itself; this is the most for all of a mark's series together.
  most: 12 * MAX_POINTS,
  thins: true,
  ...more,
});

export const MARKS: Readonly<Record<string, MarkRule>> = {
  line: line(["x", "y"], { identity: "pair" }),
  lineY: line(["x", "y"], { identity: "y", index: "x" }),
  areaY: line(["x", "y", "y1", "y2"], { identity: "y", index: "x" }),
  dot: line(["x", "y"], { identity: "pair", own: "r" }),
  text: shape(["x", "y"], { own: "text" }),
  ruleX: shape(["x", "y1", "y2"], { identity: "x" }),
  ruleY: shape(["y", "x1", "x2"], { identity: "y" }),
  tickX: shape(["x", "y"], { identity: "x" }),
  tickY: shape(["x", "y"], { identity: "y" }),
  barX: shape(["x", "x1", "x2", "y"], { identity: "x", index: "y" }),
  barY: shape(["x", "y", "y1", "y2"], { identity: "y", index: "x" }),
  rectX: shape(["x", "x1", "x2", "y", "y1", "y2"], { identity: "x" }),
  rectY: shape(["x", "x1", "x2", "y", "y1", "y2"], { identity: "y" }),
  frame: shape([]),
};

/** Channels of every mark beside its positions: `z` tells series apart, `title` is words shown on hover. */
export const OTHER_CHANNELS: readonly string[] = ["z", "stroke", "fill", "title"];
export const COLOR_CHANNELS: readonly string[] = ["stroke", "fill"];

/** What a plain option may be, each with the words that tell an author so. */
export type OptionRule =
  | { is: "number"; from: number; to: number }
  | { is: "flag" }
  | { is: "text"; most: number }
  | { is: "word"; of: readonly string[] }
  | { is: "pattern"; pattern: RegExp; words: string }
  | { is: "sort" }
  | { is: "domain" }
  | { is: "colors" };

const number = (from: number, to: number): OptionRule => ({ is: "number", from, to });
const word = (...of: string[]): OptionRule => ({ is: "word", of });
const flag: OptionRule = { is: "flag" };
const text = (most: number): OptionRule => ({ is: "text", most });
const insets = Object.fromEntries(
  ["inset", "insetTop", "insetRight", "insetBottom", "insetLeft"].map((name) => [name, number(-40, 40)]),
);

export const MARK_OPTIONS: Readonly<Record<string, OptionRule>> = {
  strokeWidth: number(0, 20),
  strokeOpacity: number(0, 1),
  fillOpacity: number(0, 1),
  opacity: number(0, 1),
  strokeDasharray: { is: "pattern", pattern: /^[\d., ]{1,20}$/, words: "numbers such as “4 3”" },
  strokeLinecap: word("butt", "round", "square"),
  strokeLinejoin: word("bevel", "miter", "round"),
  curve: word("linear", "step", "step-after", "step-before", "monotone-x"),
  dx: number(-300, 300),
  dy: number(-300, 300),
  rotate: number(-180, 180),
  fontSize: number(10, 32),
  fontWeight: word("normal", "bold"),
  lineWidth: number(1, 100),
  textAnchor: word("start", "middle", "end"),
  lineAnchor: word("top", "middle", "bottom"),
  frameAnchor: word(
    ...["middle", "top", "bottom", "left", "right", "top-left", "top-right", "bottom-left", "bottom-right"],
  ),
  label: text(80),
  sort: { is: "sort" },
  tip: flag,
  clip: flag,
  ...insets,
};

export const SCALE_OPTIONS: Readonly<Record<string, OptionRule>> = {
  label: text(80),
  unit: word("B", "B/h", "B/s", "1/h", "1/s", "share", "s", "ms", ""),
  domain: { is: "domain" },
  type: word("linear", "log", "sqrt", "symlog", "utc", "band", "point"),
  ticks: number(0, 20),
  tickFormat: { is: "pattern", pattern: /^[\w.,%~+$ :-]{1,20}$/, words: "a d3 format such as “.1f”" },
  grid: flag,
  zero: flag,
  nice: flag,
  reverse: flag,
  axis: word("top", "right", "bottom", "left", "none"),
  padding: number(0, 1),
  inset: number(-40, 40),
};

export const COLOR_OPTIONS: Readonly<Record<string, OptionRule>> = {
  domain: { is: "domain" },
  range: { is: "colors" },
};

/** Sizes are in CSS pixels of a chart drawn at its full width. */
export const PLOT_OPTIONS: Readonly<Record<string, OptionRule>> = {
  width: number(240, 960),
  height: number(80, 640),
  marginTop: number(0, 200),
  marginRight: number(0, 300),
  marginBottom: number(0, 200),
  marginLeft: number(0, 300),
  grid: flag,
  title: text(160),
  subtitle: text(240),
  caption: text(400),
  ariaLabel: text(400),
  ...insets,
};
