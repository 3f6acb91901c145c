import type { Program } from "../../notebook/compile/Program.ts";
import { ancestorsOf, cellOf } from "../../notebook/graph/cellGraph.ts";
import type { PlotLibrary } from "../../notebook/view/chart/library.ts";
import type { ViewContext } from "../../notebook/view/ViewContext.ts";

/** Rows of a table that are drawn before the reader asks for more: as many as a page holds that was built. */
export const drawnRows = 20;

export interface CellContextOptions {
  document: Document;
  program: Program;
  cell: string;
  plot: PlotLibrary | undefined;
  /** where the page shows a log, with the base; undefined for a log that it does not show */
  addressOfLog: (name: string) => string | undefined;
  /** rows of a table that are drawn; `drawnRows` when not given */
  maxRows?: number;
}

/** What the views need of the page a cell stands on; the build and the browser draw a cell's values in the same way. */
export function cellContext(options: CellContextOptions): ViewContext {
  const { document, program, cell, plot, addressOfLog, maxRows = drawnRows } = options;
  const onlyLog = onlyLogOf(program, cell);
  return {
    document,
    maxRows,
    plot,
    sourceOf: (id) => program.cells.find((each) => each.id === id)?.source,
    logOf: (line, named) => {
      const log = named ?? onlyLog;
      const address = log === undefined ? undefined : addressOfLog(log);
      if (log === undefined || address === undefined) return undefined;
      // Followed from another page, the log opens at the line (see `LabLog`).
      return { log, href: address.replace("#", `?line=${line}#`) };
    },
  };
}

/** The one log that a cell's rows can come from; undefined when it, with all it builds on, reads none or several. */
export function onlyLogOf(program: Program, cell: string): string | undefined {
  const logs = new Set([...ancestorsOf(program, cell), cell].flatMap((id) => cellOf(program, id).logs));
  return logs.size === 1 ? [...logs][0] : undefined;
}
