import type { PlotLibrary } from "./chart/library.ts";

/** What views need from where they are drawn: the build's document or the browser's, and the page's own addresses. */
export interface ViewContext {
  document: Document;
  /** how many rows of a table are drawn; the rest is counted in its caption */
  maxRows: number;
  /** the real Observable Plot; without it a chart is its table */
  plot?: PlotLibrary | undefined;
  /**
   * The log a row's `line` stands in and its address; undefined when the page does not show that log. `log` is what
   * the row's own `log` column says, where it has one.
   */
  logOf?: ((line: number, log: string | undefined) => { log: string; href: string } | undefined) | undefined;
  /** a cell's own text, to show the line an error stands in */
  sourceOf?: ((cell: string) => string | undefined) | undefined;
}

/** Makes the element of one kind of value. */
export type View<T> = (value: T, context: ViewContext) => Element;
