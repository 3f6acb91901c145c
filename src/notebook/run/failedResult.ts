import type { CellProblem } from "../compile/Program.ts";
import type { ErrorValue } from "../value/Value.ts";
import type { RunResult } from "./Engine.ts";

/** The result of a cell that was not run, or whose run left nothing behind but an error. */
export function failedResult(cell: string, error: ErrorValue): RunResult {
  return { cell, values: [error], failed: true, milliseconds: 0 };
}

/** The result of a cell whose text cannot be compiled. */
export function problemResult(cell: { id: string }, { message, line, column }: CellProblem): RunResult {
  return failedResult(cell.id, { kind: "error", name: "SyntaxError", message, cell: cell.id, line, column });
}
