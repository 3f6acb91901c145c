import type { PlotSpec, TableValue } from "./Value.ts";

/** What the recorder knows of a chart a cell made. */
export interface RecordedChartData {
  plot: PlotSpec;
  table: TableValue;
  omittedPoints: number;
}

/**
 * Charts and marks are known by having been made here, not by how they look: a cell can make an object that looks
 * like one, but not one that is in these maps.
 */
const charts = new WeakMap<object, RecordedChartData>();
const marks = new WeakMap<object, () => RecordedChartData>();

export function rememberChart(chart: object, data: RecordedChartData): void {
  charts.set(chart, data);
}

/** `draw` makes a chart of the mark alone, for a cell that ends with a mark instead of a plot. */
export function rememberMark(mark: object, draw: () => RecordedChartData): void {
  marks.set(mark, draw);
}

export function isRecordedMark(value: object): boolean {
  return marks.has(value);
}

/** The chart behind a value a cell returned; undefined when it is none. */
export function recordedChart(value: object): RecordedChartData | undefined {
  return charts.get(value) ?? marks.get(value)?.();
}
