import type { Program } from "../../notebook/compile/Program.ts";
import type { Value } from "../../notebook/value/Value.ts";
import type { PlotLibrary } from "../../notebook/view/chart/library.ts";
import { renderValue } from "../../notebook/view/renderValue.ts";
import { cellContext, drawnRows } from "./cellContext.ts";
import type { CellView } from "./CellView.ts";
import { registerViews } from "./registerViews.ts";
import { loadStyleSheets } from "./viewStyles.ts";

registerViews();

let plotLibrary: Promise<PlotLibrary> | undefined;

/** Observable Plot, fetched with the first chart that is run; undefined when it cannot be, for a chart is also its table. */
export function loadPlot(): Promise<PlotLibrary | undefined> {
  plotLibrary ??= import("@observablehq/plot");
  return plotLibrary.catch(() => {
    plotLibrary = undefined;
    return undefined;
  });
}

export interface DrawingOptions {
  program: Program;
  addressOfLog: (name: string) => string | undefined;
  /** whether the values are still those to be shown when a library that they need has arrived */
  isNewest: () => boolean;
}

/** Draws the values of a run in the place of a cell's former result. */
export async function drawResult(view: CellView, values: readonly Value[], options: DrawingOptions): Promise<void> {
  const plot = values.some(({ kind }) => kind === "chart") ? await loadPlot() : undefined;
  await loadStyleSheets(values);
  if (!options.isNewest()) return;
  const draw = (maxRows: number) => {
    const context = cellContext({ ...options, document, cell: view.element.cell, plot, maxRows });
    view.showResult(values.map((value) => renderValue(value, context)));
  };
  draw(drawnRows);
  const rows = Math.max(0, ...values.map((value) => (value.kind === "table" ? value.rows.length : 0)));
  if (rows <= drawnRows) view.offerRows();
  else {
    view.offerRows(rows, () => {
      draw(rows);
      view.offerRows();
    });
  }
}
