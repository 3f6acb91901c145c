import type { Program } from "../../notebook/compile/Program.ts";
import { dependentsOf, readersOf } from "../../notebook/graph/cellGraph.ts";

/** Remembers for each stale cell what its result is older than, so that the page can say it. */
export class StaleReasons {
  readonly #reasons = new Map<string, string>();

  /** What a cell's result is older than, in words that follow “older than”. */
  of(cell: string): string | undefined {
    return this.#reasons.get(cell);
  }

  codeChanged(program: Program, cell: string): void {
    const title = program.cells.find(({ id }) => id === cell)?.title ?? cell;
    for (const dependent of dependentsOf(program, cell)) this.#reasons.set(dependent, `the code of “${title}”`);
    this.#reasons.set(cell, "the code above");
  }

  logReplaced(program: Program, log: string, fileName: string | undefined): void {
    const words = fileName === undefined ? `the log ${log} that is back` : `the log in use, ${fileName}`;
    for (const cell of readersWithDependents(program, log)) this.#reasons.set(cell, words);
  }
}

/** The cells that read a log and those that build on them, in the order of the page. */
export function readersWithDependents(program: Program, log: string): string[] {
  const readers = readersOf(program, log);
  const all = new Set(readers.flatMap((cell) => [cell, ...dependentsOf(program, cell)]));
  return program.cells.map(({ id }) => id).filter((id) => all.has(id));
}
