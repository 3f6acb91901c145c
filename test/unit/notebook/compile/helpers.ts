import { compileProgram, type CompileOptions } from "../../../../src/notebook/compile/compileProgram.ts";
import { findNames, type CellNames } from "../../../../src/notebook/compile/findNames.ts";
import { parseCell } from "../../../../src/notebook/compile/parseCell.ts";
import type { CellProblem, CellSource, CompiledCell, Program } from "../../../../src/notebook/compile/Program.ts";

/** The sources of cells given as `{ id: text }`. */
export function sources(cells: Record<string, string>): CellSource[] {
  return Object.entries(cells).map(([id, text]) => ({ id, title: id, text, line: 1 }));
}

export function compile(cells: Record<string, string>, options?: CompileOptions): Program {
  return compileProgram(sources(cells), options);
}

/** What is wrong with the last of the cells. */
export function problemOf(cells: Record<string, string>, options?: CompileOptions): CellProblem | undefined {
  return compile(cells, options).cells.at(-1)?.problem;
}

/** A cell that compiles, compiled alone. */
export function compileOne(text: string): CompiledCell {
  const [cell] = compile({ one: text }).cells;
  if (cell!.problem) throw new Error(cell!.problem.message);
  return cell!;
}

export function namesOf(text: string): CellNames {
  const parsed = parseCell(text);
  if ("problem" in parsed) throw new Error(parsed.problem.message);
  return findNames(parsed.tree);
}
