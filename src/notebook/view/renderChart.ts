import { MAX_CHART_ROWS } from "../value/bounds.ts";
import type { ChartValue } from "../value/Value.ts";
import { count } from "../value/words.ts";
import { annotationsOf, describeChart, wordsOfPlot } from "./describeChart.ts";
import { element } from "./element.ts";
import { replayPlot } from "./chart/replayPlot.ts";
import { renderTable } from "./renderTable.ts";
import type { View, ViewContext } from "./ViewContext.ts";

/** A chart with the table behind it; where the chart cannot be drawn, its table and a sentence that says why. */
export const renderChart: View<ChartValue> = (value, context) => {
  const { title, subtitle, caption } = wordsOfPlot(value.plot);
  const drawn = draw(value, context);
  const table = renderTable(value.table, { ...context, maxRows: MAX_CHART_ROWS });
  const notes = typeof drawn === "string" ? [] : annotationsOf(value.plot);
  const hasNumbers = value.table.columns.length > 0;
  return element(
    context,
    "figure",
    { class: "value value-chart" },
    (title ?? subtitle) !== undefined &&
      element(
        context,
        "figcaption",
        {},
        title !== undefined && element(context, "strong", {}, title),
        title !== undefined && subtitle !== undefined && " ",
        subtitle !== undefined && element(context, "span", {}, subtitle),
      ),
    typeof drawn === "string"
      ? element(context, "p", { class: "value-note" }, drawn)
      : element(context, "readable-chart", {}, element(context, "div", { class: "value-chart-drawing" }, drawn)),
    notes.length > 0 &&
      element(context, "p", { class: "value-note value-chart-said" }, `In the chart: ${notes.join("; ")}.`),
    caption !== undefined && element(context, "p", { class: "value-note" }, caption),
    hasNumbers &&
      element(
        context,
        "details",
        { open: typeof drawn === "string" ? "" : undefined },
        element(context, "summary", {}, "The numbers behind the chart"),
        table,
        value.omittedPoints > 0 && element(context, "p", { class: "value-note" }, thinningNote(value.omittedPoints)),
      ),
  );
};

const thinningNote = (omitted: number): string =>
  `The lines leave out ${count(omitted, "point")} that would fall on the same pixels as others; every low and every high is drawn.`;

/** The SVG, or a sentence. */
function draw(value: ChartValue, { plot, document }: ViewContext): Element | string {
  if (!plot) return "The chart is drawn when the drawing library has loaded. Its numbers:";
  try {
    const svg = replayPlot(value.plot, plot, document);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", describeChart(value));
    return svg;
  } catch (error) {
    return `This chart cannot be drawn. ${error instanceof Error ? error.message : ""} Its numbers:`;
  }
}
