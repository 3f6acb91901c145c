import type { MarkPlan, Options, PlotPlan } from "../chart/checkPlot.ts";
import { paintOfMark, paintOfSeries } from "../chart/paintOfSeries.ts";
import type { FoundScale } from "../chart/axes.ts";
import { packNumbers } from "./packNumbers.ts";
import type { Reading, ReadingAxis, ReadingSeries } from "./Reading.ts";

/** A scale as it was drawn; its range is in units of the view box. */
export interface DrawnScale extends FoundScale {
  range?: readonly unknown[];
}

interface Line {
  name: string | undefined;
  /** what its colour means, where the chart names one */
  color: string | undefined;
  paint: string;
  points: (readonly [x: number, y: number])[];
}

/** Notes what the chart's read-out needs; undefined for a chart without lines or dots over numbers or moments. */
export function recordReading(
  plan: PlotPlan,
  x: DrawnScale | undefined,
  y: DrawnScale | undefined,
): Reading | undefined {
  const axes = { x: axisOf(x, plan.x), y: axisOf(y, plan.y) };
  const lines = withoutRepeats(plan.marks.flatMap((mark) => linesOf(mark, plan.color)));
  if (!axes.x || !axes.y || lines.length === 0) return undefined;
  return { x: axes.x, y: axes.y, series: packed(lines, axes.y.label) };
}

function axisOf(scale: DrawnScale | undefined, options: Options): ReadingAxis | undefined {
  if (!scale?.range || !/^(?:linear|utc|time|log)$/.test(scale.type)) return undefined;
  const [domain, range] = [scale.domain.map(Number), scale.range.map(Number)];
  const unit = scale.type === "utc" || scale.type === "time" ? "ms" : options["unit"];
  return {
    type: scale.type === "log" ? "log" : "linear",
    domain: [domain[0]!, domain.at(-1)!],
    range: [range[0]!, range.at(-1)!],
    unit: typeof unit === "string" ? unit : "",
    label: typeof options["label"] === "string" ? options["label"] : "",
  };
}

/** Stacked areas and bands are drawn from two heights, neither of which is a sample; their table has the numbers. */
function linesOf(mark: MarkPlan, color: PlotPlan["color"]): Line[] {
  const { call, channels, options } = mark;
  const [xs, ys] = [numbersIn(channels["x"]), numbersIn(channels["y"])];
  const names = channels["stroke"] ?? channels["fill"] ?? channels["z"];
  if (!/^(?:line|lineY|areaY|dot)$/.test(call) || !xs || !ys || (call === "areaY" && names)) return [];
  const own = typeof options["label"] === "string" ? options["label"] : undefined;
  const named = options["stroke"] ?? options["fill"];
  const lines = new Map<string | null, Line>();
  for (const [index, x] of xs.entries()) {
    const y = ys[index];
    const series = names && "texts" in names ? names.texts[index]! : null;
    if (x === null || y === null || y === undefined) continue;
    const line = lines.get(series) ?? {
      name: own ?? series ?? undefined,
      color: typeof named === "string" && named !== "none" ? named : undefined,
      paint: series === null ? paintOfMark(mark) : paintOfSeries(series, mark, color),
      points: [],
    };
    line.points.push([x, y]);
    lines.set(series, line);
  }
  return [...lines.values()];
}

function numbersIn(channel: MarkPlan["channels"][string] | undefined): readonly (number | null)[] | undefined {
  if (!channel || "texts" in channel) return undefined;
  return "times" in channel ? channel.times : channel.numbers;
}

/** Dots on a line are that line's samples. */
function withoutRepeats(lines: readonly Line[]): Line[] {
  const texts = lines.map(({ points }) => points.join(" "));
  return lines.filter((_, index) => texts.indexOf(texts[index]!) === index);
}

function packed(lines: readonly Line[], label: string): ReadingSeries[] {
  let before = "";
  return lines.map(({ name, color, paint, points }) => {
    const sorted = points.toSorted(([a], [b]) => a - b);
    const x = packNumbers(sorted.map(([at]) => at));
    const isSame = x.join() === before;
    before = x.join();
    return {
      name: name ?? (lines.length > 1 && color !== undefined ? `${label} (${color})`.trim() : label),
      paint,
      ...(isSame ? {} : { x }),
      y: packNumbers(sorted.map(([, value]) => value)),
    };
  });
}
