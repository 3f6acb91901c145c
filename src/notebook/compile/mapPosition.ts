import type { CompiledCell } from "./Program.ts";
import type { Position } from "./syntaxTree.ts";

/** The place in the author's text of a place in the compiled code; inside inserted text it is where that was put. */
export function mapPosition(cell: Pick<CompiledCell, "insertions">, line: number, column: number): Position {
  let shift = 0;
  const inLine = cell.insertions.filter((insertion) => insertion.line === line);
  for (const insertion of inLine.sort((one, other) => one.column - other.column)) {
    const start = insertion.column + shift;
    if (column < start) break;
    if (column < start + insertion.length) return { line, column: insertion.column };
    shift += insertion.length;
  }
  return { line, column: column - shift };
}
