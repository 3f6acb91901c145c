import type { PlotChannel } from "../../value/Value.ts";
import type { MarkPlan, PlotPlan } from "./checkPlot.ts";
import { PAPER } from "./colors.ts";
import { valuesOf } from "./drawMark.ts";
import type { Pen, PlotMark } from "./library.ts";
import { paintOfMark, paintOfSeries } from "./paintOfSeries.ts";

/** Words beside a line's end or on a rule, in its colour: what a legend would say, where one looks. */
export interface DirectLabel {
  words: string;
  paint: string;
  x: unknown;
  y: unknown;
  /** beside the last point, right above a horizontal rule, or at the top of a vertical one */
  place: "end" | "onRule" | "atTop";
}

const LINES = /^(?:line|lineY|areaY|dot)$/;
/** More labels than this would cover one another. */
const MOST_LABELS = 12;

/** What the chart's marks say of themselves: their own label, or the names of their series. */
export function directLabels({ marks, color }: PlotPlan): DirectLabel[] {
  return marks.flatMap((mark) => labelsOfMark(mark, color)).slice(0, MOST_LABELS);
}

function labelsOfMark(mark: MarkPlan, color: PlotPlan["color"]): DirectLabel[] {
  const { call, channels, options, length } = mark;
  const own = options["label"];
  const series = channels["stroke"] ?? channels["fill"] ?? channels["z"];
  const x = valuesAt(channels, "x");
  const y = valuesAt(channels, "y");
  if (call === "ruleY" || call === "ruleX") {
    const place = call === "ruleY" ? "onRule" : "atTop";
    const at = length === 0 || typeof own !== "string" ? undefined : { x: x?.[0], y: y?.[0] };
    return at ? [{ words: own as string, paint: paintOfMark(mark), ...at, place }] : [];
  }
  if (!LINES.test(call) || !x || !y) return [];
  if (typeof own === "string") return lastPoint(mark, x, y, () => true, own, paintOfMark(mark));
  if (!series || !("texts" in series) || (call === "dot" && !("stroke" in channels))) return [];
  const names = [...new Set(series.texts)].filter((name) => name !== null);
  return names.flatMap((name) =>
    lastPoint(mark, x, y, (index) => series.texts[index] === name, name, paintOfSeries(name, mark, color)),
  );
}

function lastPoint(
  { length }: MarkPlan,
  x: unknown[],
  y: unknown[],
  belongs: (index: number) => boolean,
  words: string,
  paint: string,
): DirectLabel[] {
  for (let index = length - 1; index >= 0; index--) {
    if (belongs(index) && x[index] !== null && y[index] !== null) {
      return [{ words, paint, x: x[index], y: y[index], place: "end" }];
    }
  }
  return [];
}

function valuesAt(channels: Record<string, PlotChannel>, axis: string): unknown[] | undefined {
  const channel = channels[axis] ?? channels[`${axis}2`];
  return channel && valuesOf(channel);
}

/** The labels as marks of the library. */
export function drawLabels(pen: Pen, labels: readonly DirectLabel[]): PlotMark[] {
  return labels.map(({ words, paint, x, y, place }) =>
    pen("text", [words], {
      text: [words],
      fill: paint,
      stroke: PAPER,
      strokeWidth: 4,
      fontSize: 14,
      className: "value-chart-label",
      ...(place === "end" ? { x: [x], y: [y], dx: 8, textAnchor: "start" } : {}),
      ...(place === "onRule" ? { y: [y], frameAnchor: "right", dy: -10, textAnchor: "end" } : {}),
      ...(place === "atTop" ? { x: [x], frameAnchor: "top", dx: 6, dy: 8, textAnchor: "start" } : {}),
    }),
  );
}
