import type { PlotChannel } from "../../value/Value.ts";
import { type MarkPlan, type Options, without } from "./checkPlot.ts";
import { PAPER, paintOf } from "./colors.ts";
import type { Pen, PlotMark } from "./library.ts";

/** Looks of the marks where the author says nothing: evidence in front, everything else grey. */
const DEFAULTS: Readonly<Record<string, Options>> = {
  line: { strokeWidth: 1.75, strokeLinejoin: "round" },
  lineY: { strokeWidth: 1.75, strokeLinejoin: "round" },
  areaY: { fill: "load", fillOpacity: 0.25 },
  dot: { r: 3.5 },
  // A rim of paper keeps words readable over lines.
  text: { fill: "text", stroke: PAPER, strokeWidth: 4, fontSize: 14 },
  ruleX: { stroke: "muted" },
  ruleY: { stroke: "muted" },
  tickX: { stroke: "muted" },
  tickY: { stroke: "muted" },
  barX: { fill: "load" },
  barY: { fill: "load" },
  rectX: { fill: "load" },
  rectY: { fill: "load" },
  frame: { stroke: "muted" },
};

/** One mark on the real library. */
export function drawMark(pen: Pen, { call, length, channels, options }: MarkPlan): PlotMark {
  const plain = without(options, ["label"]);
  const drawn: Options = { ...defaultsOf(call, channels, plain), ...plain };
  for (const name of ["stroke", "fill"]) {
    const color = drawn[name];
    if (typeof color === "string" && color !== PAPER) drawn[name] = paintOf(color);
  }
  for (const [name, channel] of Object.entries(channels)) drawn[name] = valuesOf(channel);
  return pen(call, { length }, drawn);
}

/** A shape whose rim the author coloured stays hollow. */
function defaultsOf(call: string, channels: MarkPlan["channels"], plain: Options): Options {
  const defaults = { ...DEFAULTS[call] };
  if ("fill" in channels || ("stroke" in plain && call !== "text")) delete defaults["fill"];
  if ("stroke" in channels) delete defaults["stroke"];
  // What stands behind the evidence is drawn finer than it.
  if (call.startsWith("line") && /^(?:load|muted)$/.test(String(plain["stroke"]))) defaults["strokeWidth"] = 1.25;
  return defaults;
}

/** A channel's values as the library wants them: moments as dates. */
export function valuesOf(channel: PlotChannel): unknown[] {
  if ("times" in channel) return channel.times.map((time) => (time === null ? null : new Date(time)));
  return "numbers" in channel ? channel.numbers : channel.texts;
}
