import { evaluateMark } from "./plot/evaluateMark.ts";
import type {
  Chart,
  Data,
  DotOptions,
  IntervalOptions,
  Mark,
  MarkOptions,
  PlotOptions,
  TextOptions,
} from "./plot/plotTypes.ts";
import { recordPlot } from "./plot/recordPlot.ts";
import { rememberMark } from "./plot/recorded.ts";

/**
 * What a cell imports as "@observablehq/plot": it records the calls as data instead of drawing. The page, or the build,
 * replays them on the real library. Anything that could not cross as data is refused at once, in words.
 */

export type * from "./plot/plotTypes.ts";

/** A chart of marks, with axes whose units follow the columns' names. */
export function plot(options: PlotOptions = {}): Chart {
  return recordPlot(options);
}

/** A line through the rows in their order. */
export const line = <Row>(data: Data<Row>, options?: MarkOptions<Row>): Mark => mark("line", data, options);

/** A line over x, such as time. */
export const lineY = <Row>(data: Data<Row>, options?: MarkOptions<Row>): Mark => mark("lineY", data, options);

/** An area over x from zero, stacked by series; between y1 and y2 a band. */
export const areaY = <Row>(data: Data<Row>, options?: IntervalOptions<Row>): Mark => mark("areaY", data, options);

/** A dot per row. */
export const dot = <Row>(data: Data<Row>, options?: DotOptions<Row>): Mark => mark("dot", data, options);

/** Words at a place, such as an annotation. */
export const text = <Row>(data: Data<Row>, options?: TextOptions<Row>): Mark => mark("text", data, options);

/** A vertical line per row, such as a reboot. */
export const ruleX = <Row>(data: Data<Row>, options?: IntervalOptions<Row>): Mark => mark("ruleX", data, options);

/** A horizontal line per row, such as a limit. */
export const ruleY = <Row>(data: Data<Row>, options?: IntervalOptions<Row>): Mark => mark("ruleY", data, options);

/** A short vertical stroke per row. */
export const tickX = <Row>(data: Data<Row>, options?: MarkOptions<Row>): Mark => mark("tickX", data, options);

/** A short horizontal stroke per row. */
export const tickY = <Row>(data: Data<Row>, options?: MarkOptions<Row>): Mark => mark("tickY", data, options);

/** A horizontal bar per row, for a name on y and an amount on x. */
export const barX = <Row>(data: Data<Row>, options?: IntervalOptions<Row>): Mark => mark("barX", data, options);

/** A vertical bar per row, for a name on x and an amount on y. */
export const barY = <Row>(data: Data<Row>, options?: IntervalOptions<Row>): Mark => mark("barY", data, options);

/** A rectangle per row between x1 and x2 (and y1 and y2), such as a window of time. */
export const rectX = <Row>(data: Data<Row>, options?: IntervalOptions<Row>): Mark => mark("rectX", data, options);

/** A rectangle per row between x1 and x2, from zero up to y. */
export const rectY = <Row>(data: Data<Row>, options?: IntervalOptions<Row>): Mark => mark("rectY", data, options);

/** A border around the chart. */
export const frame = (options?: MarkOptions<never>): Mark => mark("frame", [], options);

function mark(call: string, data: unknown, options: unknown): Mark {
  const evaluated = evaluateMark(call, data, options);
  const recorded: Mark = Object.freeze({
    mark: call,
    plot: (plotOptions: PlotOptions = {}) => recordPlot({ ...plotOptions, marks: [recorded, plotOptions.marks ?? []] }),
  });
  rememberMark(recorded, evaluated);
  return recorded;
}
