import type { PlotSpec, TableValue } from "../Value.ts";
import type { EvaluatedMark } from "./evaluateMark.ts";

/** What the recorder knows of a chart a cell made. */
export interface ChartData {
  plot: PlotSpec;
  table: TableValue;
  omittedPoints: number;
}

/**
 * Charts and marks are known by having been made here, not by how they look: a cell can make an object that looks
 * like one, but not one that is in these maps.
 */
const charts = new WeakMap<object, ChartData>();
const marks = new WeakMap<object, EvaluatedMark>();

export function rememberChart(chart: object, data: ChartData): void {
  charts.set(chart, data);
}

export function rememberMark(mark: object, evaluated: EvaluatedMark): void {
  marks.set(mark, evaluated);
}

/** The chart behind a value a cell returned; undefined when it is none. */
export function chartOf(value: object): ChartData | undefined {
  return charts.get(value);
}

/** The mark behind a value; undefined when it is none. */
export function markOf(value: object): EvaluatedMark | undefined {
  return marks.get(value);
}
