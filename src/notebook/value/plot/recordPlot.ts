import { MAX_MARKS } from "../bounds.ts";
import type { PlotArgument, PlotSpec } from "../Value.ts";
import { checkOption } from "./checkOption.ts";
import { type EvaluatedMark, refusal } from "./evaluateMark.ts";
import { tableOfMarks } from "./tableOfMarks.ts";
import { COLOR_OPTIONS, type OptionRule, PLOT_OPTIONS, SCALE_OPTIONS } from "./plotGrammar.ts";
import type { Chart, PlotOptions } from "./plotTypes.ts";
import { type ChartData, markOf, rememberChart } from "./recorded.ts";
import { agreeOnScale } from "./agreeOnScale.ts";
import { specOfMark } from "./specOfMark.ts";

/** Records a chart; throws a sentence for what a chart does not draw. */
export function recordPlot(options: PlotOptions): Chart {
  const chart: Chart = Object.freeze({ chart: "plot" });
  rememberChart(chart, dataOfPlot(options));
  return chart;
}

/** A chart of its marks, its options checked and its axes labelled. */
export function dataOfPlot(options: PlotOptions): ChartData {
  if (typeof options !== "object" || options === null) throw new Error("Plot.plot wants its options as an object.");
  const { marks: given, x, y, color, ...rest } = options;
  const marks = flatten(given ?? []);
  const scales = { x: scaleOptions("x", x), y: scaleOptions("y", y) };
  const drawn = agreeOnScale("y", agreeOnScale("x", marks, scales.x), scales.y);
  const specs = drawn.map(specOfMark);
  const fields: Record<string, PlotArgument> = {
    ...checked("Plot.plot", rest, PLOT_OPTIONS),
    x: { fields: scales.x },
    y: { fields: scales.y },
    ...(color ? { color: { fields: checked("Plot.plot: color", color, COLOR_OPTIONS) } } : {}),
    marks: specs.map(({ spec }) => spec),
  };
  const plot: PlotSpec = { call: "plot", args: [{ fields }] };
  return { plot, table: tableOfMarks(drawn), omittedPoints: specs.reduce((sum, { omitted }) => sum + omitted, 0) };
}

function flatten(marks: unknown): EvaluatedMark[] {
  const flat: EvaluatedMark[] = [];
  const visit = (item: unknown, depth: number): void => {
    if (item === null || item === undefined || item === false) return;
    if (Array.isArray(item) && depth < 8) {
      for (const inner of item as unknown[]) visit(inner, depth + 1);
      return;
    }
    const mark = typeof item === "object" ? markOf(item) : undefined;
    if (!mark)
      throw new Error(
        'Plot.plot: marks wants marks such as Plot.lineY(rows, { x: "time", y: "floorBytes" }), in a list.',
      );
    if (flat.push(mark) > MAX_MARKS) throw new Error(`Plot.plot draws at most ${MAX_MARKS} marks in one chart.`);
  };
  visit(marks, 0);
  return flat;
}

function scaleOptions(name: string, given: unknown): Record<string, PlotArgument> {
  if (given === undefined || given === null) return {};
  const options = { ...(given as Record<string, unknown>) };
  if (options["axis"] === null) options["axis"] = "none";
  const domain = options["domain"];
  // Dates would cross as text in JSON; a time scale's ends are ms since 1970 like its points.
  if (Array.isArray(domain))
    options["domain"] = domain.map((end: unknown) => (end instanceof Date ? end.getTime() : end));
  return checked(`Plot.plot: ${name}`, options, SCALE_OPTIONS);
}

function checked(
  call: string,
  given: object,
  rules: Readonly<Record<string, OptionRule>>,
): Record<string, PlotArgument> {
  const fields: Record<string, PlotArgument> = {};
  for (const [name, value] of Object.entries(given) as [string, unknown][]) {
    if (value === undefined || value === null) continue;
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) throw new Error(refusal(call, name));
    const wrong = checkOption(rule, value);
    if (wrong !== undefined) throw new Error(`${call}: ${name} ${wrong}.`);
    fields[name] = Array.isArray(value) ? [...(value as PlotArgument[])] : (value as PlotArgument);
  }
  return fields;
}
