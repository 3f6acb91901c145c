import type { CompiledCell, Program } from "../compile/Program.ts";

/** All cells a cell needs, directly or through others, in the order they must run; the cell itself is not among them. */
export function ancestorsOf(program: Program, cell: string): string[] {
  const order: string[] = [];
  const seen = new Set([cell]);
  const visit = (id: string): void => {
    for (const needed of program.dependencies[id] ?? []) {
      if (seen.has(needed)) continue;
      seen.add(needed);
      visit(needed);
      order.push(needed);
    }
  };
  visit(cell);
  return order;
}

/** All cells that need a cell, directly or through others, in the order of the page. */
export function dependentsOf(program: Program, cell: string): string[] {
  return program.cells.map(({ id }) => id).filter((id) => id !== cell && ancestorsOf(program, id).includes(cell));
}

/** The cells in an order in which each follows those it needs; among equals the order of the page holds. */
export function runOrder(program: Program): string[] {
  const order = new Set<string>();
  for (const { id } of program.cells) for (const each of [...ancestorsOf(program, id), id]) order.add(each);
  return [...order];
}

/** The cells that read a log themselves. */
export function readersOf(program: Program, log: string): string[] {
  return program.cells.filter(({ logs, anyLog }) => anyLog === true || logs.includes(log)).map(({ id }) => id);
}

export function cellOf(program: Program, id: string): CompiledCell {
  const cell = program.cells.find((each) => each.id === id);
  if (!cell) throw new Error(`The lesson has no cell “${id}”.`);
  return cell;
}

/** Whether a cell is not what it is in another program: its text, what it compiles to, or what is wrong with it. */
export function isDifferent(cell: CompiledCell, program: Program): boolean {
  const other = program.cells.find(({ id }) => id === cell.id);
  return (
    !other ||
    other.code !== cell.code ||
    other.source !== cell.source ||
    other.problem?.message !== cell.problem?.message
  );
}
