import { formatNumber } from "../../value/formatNumber.ts";
import type { Options, PlotPlan } from "./checkPlot.ts";
import type { Margins } from "./margins.ts";
import { FONT_SIZE, widthOf } from "./measure.ts";
import type { Pen, PlotMark } from "./library.ts";
import { numberTicks } from "./ticks.ts";
import { timeTicks } from "./timeTicks.ts";

/** An axis as it is drawn: where its ticks stand, what they say, and what stands beside it. */
export interface Axis {
  side: "x" | "y";
  /** the ends of the scale; undefined for names */
  domain: [number, number] | undefined;
  ticks: number[] | undefined;
  format: ((value: unknown) => string) | undefined;
  label: string | undefined;
  /** the widest tick label, in pixels */
  width: number;
  /** lines of the tallest tick label */
  lines: number;
}

/** What the library found out about a scale in a first pass. */
export interface FoundScale {
  type: string;
  domain: readonly unknown[];
}

const NUMERIC = /^(?:linear|sqrt|symlog)$/;
/** Words that say no more than the ticks of a time axis do. */
const JUST_TIME = /^(?:time|day|date|days|local time)?[\s,(]*(?:utc)?\)?$/i;

/** Decides an axis from what is on its scale, how long it is, and what the author asked for. */
export function axisOf(side: "x" | "y", found: FoundScale, options: Options, length: number): Axis {
  const unit = typeof options["unit"] === "string" ? options["unit"] : "";
  const label = typeof options["label"] === "string" ? options["label"] : undefined;
  if (/^(?:utc|time)$/.test(found.type)) return timeAxis(side, found, options, label, length);
  if (NUMERIC.test(found.type)) return numberAxis(side, found, options, unit, label, length);
  if (found.type === "log") {
    return {
      side,
      domain: undefined,
      ticks: undefined,
      format: (value) => formatNumber(Number(value), unit),
      label,
      width: 80,
      lines: 1,
    };
  }
  const names = found.domain.map(String);
  return { side, domain: undefined, ticks: undefined, format: undefined, label, width: widest(names), lines: 1 };
}

function timeAxis(
  side: "x" | "y",
  found: FoundScale,
  options: Options,
  label: string | undefined,
  length: number,
): Axis {
  const ends = found.domain.map(Number);
  const domain: [number, number] = [ends[0]!, ends.at(-1)!];
  const most = typeof options["ticks"] === "number" ? Math.max(1, options["ticks"]) : Math.max(2, length / 84);
  const { values, format } = timeTicks([Math.min(...domain), Math.max(...domain)], most);
  const words = values.map(format);
  return {
    side,
    domain,
    ticks: values,
    format: (value) => format(Number(value)),
    label: label === undefined || JUST_TIME.test(label) ? undefined : label,
    width: widest(words),
    lines: 2,
  };
}

function numberAxis(
  side: "x" | "y",
  found: FoundScale,
  options: Options,
  unit: string,
  label: string | undefined,
  length: number,
): Axis {
  const ends = found.domain.map(Number);
  const isReversed = ends[0]! > ends.at(-1)!;
  let [low, high] = isReversed ? [ends.at(-1)!, ends[0]!] : [ends[0]!, ends.at(-1)!];
  if (low === high) [low, high] = low === 0 ? [0, 1] : [Math.min(0, low), Math.max(0, low)];
  const most = typeof options["ticks"] === "number" ? Math.max(1, options["ticks"]) : length / (side === "y" ? 42 : 96);
  const first = numberTicks([low, high], unit, most);
  if (options["domain"] === undefined) {
    // Ends at quarters of a step leave the line some air without an empty band above it.
    const quarter = first.step / 4;
    low = Math.floor(low / quarter + 1e-9) * quarter;
    high = Math.ceil(high / quarter - 1e-9) * quarter;
  }
  const { values, format, unit: words } = numberTicks([low, high], unit, (high - low) / first.step);
  return {
    side,
    domain: isReversed ? [high, low] : [low, high],
    ticks: values,
    format: (value) => format(Number(value)),
    label: labelWithUnit(label, words, side === "y" && (low > 0 || high < 0)),
    width: widest(values.map(format)),
    lines: 1,
  };
}

/** "nonpaged pool, MiB"; an axis without zero says so, since slopes look steeper on it than they are. */
function labelWithUnit(label: string | undefined, unit: string, lacksZero: boolean): string | undefined {
  const named = [label, unit].filter((part) => part !== undefined && part !== "").join(", ");
  const words = lacksZero ? `${named} (the axis does not start at zero)`.trim() : named;
  return words === "" ? undefined : words;
}

const widest = (words: readonly string[]): number =>
  Math.max(0, ...words.flatMap((word) => word.split("\n")).map((line) => widthOf(line)));

/** The axis, and its grid where wanted, as marks of the library. */
export function drawAxis(pen: Pen, axis: Axis, options: Options, plan: PlotPlan, margins: Margins): PlotMark[] {
  const { side, ticks, format, label } = axis;
  if (options["axis"] === "none") return [];
  const own = typeof options["tickFormat"] === "string" ? options["tickFormat"] : undefined;
  const isOnY = side === "y";
  const isAcrossBars = plan.marks.some(({ call }) => call === "barX") ? !isOnY : isOnY;
  const wantsGrid = options["grid"] ?? plan.options["grid"] ?? (isAcrossBars && ticks !== undefined);
  const values = axis.lines === 2 ? ticks?.map((ms) => new Date(ms)) : ticks;
  const anchor = typeof options["axis"] === "string" ? { anchor: options["axis"] } : {};
  const axisMark = pen(isOnY ? "axisY" : "axisX", values, {
    ...anchor,
    ...(values ? {} : { ticks: options["ticks"] }),
    tickFormat: own ?? format,
    tickSize: isOnY || !ticks ? 0 : 6,
    tickPadding: isOnY ? 8 : 4,
    label: null,
    fontSize: FONT_SIZE,
    lineHeight: isOnY ? 1 : 1.25,
    color: "var(--color-muted)",
  });
  const grid = { ...(values ? {} : { ticks: options["ticks"] }), stroke: "var(--color-rail)", strokeOpacity: 0.6 };
  const frame = { anchor: "bottom", stroke: "var(--color-rail)" };
  return [
    ...(wantsGrid === true ? [pen(isOnY ? "gridY" : "gridX", values, grid)] : []),
    ...(isOnY || isAcrossBars ? [] : [pen("frame", undefined, frame)]),
    axisMark,
    ...(label === undefined ? [] : [drawAxisLabel(pen, isOnY, label, margins)]),
  ];
}

/** The axis's name and unit: above the axis at the chart's left edge, or below it at the right. */
function drawAxisLabel(pen: Pen, isOnY: boolean, label: string, margins: Margins): PlotMark {
  const place = isOnY
    ? {
        frameAnchor: "top-left",
        lineAnchor: "top",
        textAnchor: "start",
        dx: -margins.marginLeft,
        dy: 4 - margins.marginTop,
      }
    : { frameAnchor: "bottom-right", lineAnchor: "bottom", textAnchor: "end", dy: margins.marginBottom - 2 };
  return pen("text", [label], { text: [label], fontSize: FONT_SIZE, fill: "var(--color-muted)", ...place });
}
