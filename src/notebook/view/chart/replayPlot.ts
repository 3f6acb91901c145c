import type { PlotSpec } from "../../value/Value.ts";
import { type Axis, axisOf, drawAxis } from "./axes.ts";
import { checkPlot, type Options, type PlotPlan, without } from "./checkPlot.ts";
import { paintOf, PAINTS_OF_SERIES } from "./colors.ts";
import { directLabels, drawLabels } from "./directLabels.ts";
import { drawMark } from "./drawMark.ts";
import { penOf, type PlotLibrary, type PlotMark } from "./library.ts";
import { marginsOf } from "./margins.ts";
import { spreadLabels } from "./spreadLabels.ts";
import { tidySvg } from "./tidySvg.ts";
import { type DrawnScale, recordReading } from "../reading/recordReading.ts";

/** What the library knows of a drawing. */
interface Drawn {
  scale: (name: string) => DrawnScale | undefined;
}

/** A chart's size where the author says nothing; the page reserves it, so nothing moves when a chart is drawn anew. */
const WIDTH = 720;
const HEIGHT = 320;

/**
 * Draws a recorded chart with the real Observable Plot. The chart is checked call by call first, since it came in a
 * message; throws a sentence for what is not drawn. With the build's document or the browser's it gives the same SVG.
 */
export function replayPlot(spec: PlotSpec, library: PlotLibrary, document: Document): Element {
  const plan = checkPlot(spec);
  const pen = penOf(library, document);
  const size = {
    width: numberOr(plan.options["width"], WIDTH),
    height: numberOr(plan.options["height"], heightOf(plan)),
  };
  const marks = [...plan.marks].map((mark) => drawMark(pen, mark));
  const scales = {
    color: colorScale(plan),
    ...(plan.marks.some(({ channels }) => channels["r"]) ? { r: { range: [2, 14] } } : {}),
  };
  const base = { document, ...size, ...insetsOf(plan.options), ...scales, className: "value-plot" };
  const draft = library.plot({
    ...base,
    marks: marks.filter((_, index) => plan.marks[index]!.call !== "text" || plan.marks.length === 1),
    x: { ...scaleOf(plan.x), axis: null },
    y: { ...scaleOf(plan.y), axis: null },
  } as never);
  const labels = directLabels(plan);
  const x = axisFrom(draft, "x", plan.x, size.width - 80);
  const y = axisFrom(draft, "y", plan.y, size.height - 80);
  const margins = marginsOf(plan, labels, x, y);
  const axes: PlotMark[] = [
    y && drawAxis(pen, y, plan.y, plan, margins),
    x && drawAxis(pen, x, plan.x, plan, margins),
  ].flatMap((drawn) => drawn ?? []);
  const svg = library.plot({
    ...base,
    ...margins,
    marks: [...axes, ...marks, ...drawLabels(pen, labels)],
    x: { ...scaleOf(plan.x), ...domainOf(x), axis: null },
    y: { ...scaleOf(plan.y), ...domainOf(y), axis: null },
  } as never) as unknown as Element & Drawn;
  spreadLabels(svg);
  const reading = recordReading(plan, svg.scale("x"), svg.scale("y"));
  if (reading) svg.setAttribute("data-reading", JSON.stringify(reading));
  return tidySvg(svg);
}

const numberOr = (value: unknown, otherwise: number): number => (typeof value === "number" ? value : otherwise);

/** Bars with names get a line each; everything else the same height always. */
function heightOf({ marks }: PlotPlan): number {
  const bars = marks.find(({ call, channels }) => call === "barX" && channels["y"] && "texts" in channels["y"]);
  if (!bars) return HEIGHT;
  const names = new Set((bars.channels["y"] as { texts: (string | null)[] }).texts).size;
  const limit = numberOr((bars.options["sort"] as Options | undefined)?.["limit"], Infinity);
  return Math.min(640, 80 + 30 * Math.max(1, Math.min(names, limit)));
}

function axisFrom(draft: unknown, side: "x" | "y", options: Options, length: number): Axis | undefined {
  const scale = (draft as Drawn).scale(side);
  return scale && axisOf(side, scale, options, length);
}

/** The options the library's scale understands as they are. */
function scaleOf(options: Options): Options {
  const rest = without(options, ["label", "unit", "ticks", "tickFormat", "grid", "axis"]);
  const { domain, type } = options;
  const isTime = type === "utc" || options["unit"] === "ms";
  return isTime && Array.isArray(domain) ? { ...rest, domain: domain.map((ms) => new Date(Number(ms))) } : rest;
}

function domainOf(axis: Axis | undefined): Options {
  if (!axis?.domain) return {};
  return { domain: axis.lines === 2 ? axis.domain.map((ms) => new Date(ms)) : axis.domain };
}

function colorScale({ color, marks }: PlotPlan): Options {
  const hasSeries = marks.some(({ channels }) => channels["stroke"] ?? channels["fill"]);
  if (!hasSeries) return {};
  const range = color["range"];
  const paints = Array.isArray(range) ? (range as string[]).map(paintOf) : PAINTS_OF_SERIES;
  return {
    type: "ordinal",
    range: paints,
    unknown: PAINTS_OF_SERIES[0],
    ...(color["domain"] === undefined ? {} : { domain: color["domain"] }),
  };
}

const insetsOf = (options: Options): Options =>
  Object.fromEntries(Object.entries(options).filter(([name]) => name.startsWith("inset")));
