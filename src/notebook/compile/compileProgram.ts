import { checkNames, type FoundCell } from "./checkNames.ts";
import { compileCell } from "./compileCell.ts";
import { findNames } from "./findNames.ts";
import { parseCell } from "./parseCell.ts";
import type { CellProblem, CellSource, CompiledCell, Program } from "./Program.ts";
import { sortCells } from "./sortCells.ts";

/** What a lesson offers its cells; what is not given is not checked. */
export interface CompileOptions {
  /** the names of the lesson's logs */
  logs?: readonly string[];
  /** for each module a cell can import the names it exports; an empty list when they are not known */
  modules?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Compiles a lesson's cells into one program. Nothing is thrown for a wrong cell: what is wrong with it stands in its
 * `problem`, with the place in its own text.
 *
 * @param sources the cells in the order of the page
 */
export function compileProgram(sources: readonly CellSource[], options: CompileOptions = {}): Program {
  const found = sources.map(readCell);
  const owners = new Map<string, string>();
  for (const { source, names } of found) {
    if (source.isPrivate) continue;
    for (const name of names.owns.keys()) if (!owners.has(name)) owners.set(name, source.id);
  }
  const givers = new Map(sources.map(({ id, givesValueAs }) => [givesValueAs, id]));
  const readsFrom: Record<string, string[]> = {};
  for (const { source, names } of found) {
    const ownerOf = (name: string) => (source.takesValues?.includes(name) ? givers.get(name) : owners.get(name));
    const needed = [...names.reads.keys()].map(ownerOf).filter((id) => id !== undefined);
    readsFrom[source.id] = [...new Set(needed)];
  }
  const { order, cycles } = sortCells(
    sources.map(({ id }) => id),
    readsFrom,
  );
  const problems = checkNames(found, { owners, cycles, ...options });
  const dependencies: Record<string, string[]> = {};
  for (const { id } of sources) dependencies[id] = order.filter((other) => readsFrom[id]!.includes(other));
  return { cells: found.map((cell) => finishCell(cell, owners, problems.get(cell.source.id))), dependencies };
}

function readCell(source: CellSource): FoundCell {
  const parsed = parseCell(source.text);
  if ("problem" in parsed) {
    const names = { owns: new Map(), imports: [], reads: new Map(), assigns: new Map(), logs: new Map() };
    return { source, names, problem: parsed.problem };
  }
  return { source, tree: parsed.tree, names: findNames(parsed.tree) };
}

function finishCell(cell: FoundCell, owners: Map<string, string>, nameProblem: CellProblem | undefined): CompiledCell {
  const { source, names, tree } = cell;
  const { id, isPrivate, givesValueAs, takesValues = [] } = source;
  const owns = isPrivate ? [] : [...names.owns.keys()];
  const reads = [...names.reads.keys()].filter((name) => owners.has(name) || takesValues.includes(name));
  const compiled = tree ? compileCell(source.text, tree, { id, owns, reads, givesValueAs }) : undefined;
  const problem = cell.problem ?? (compiled && "problem" in compiled ? compiled.problem : nameProblem);
  const { code, insertions } = compiled && "code" in compiled && !problem ? compiled : { code: "", insertions: [] };
  return {
    id,
    title: source.title,
    source: source.text,
    code,
    insertions,
    owns: givesValueAs === undefined ? owns : [...owns, givesValueAs],
    ...(isPrivate ? { isPrivate } : {}),
    reads,
    imports: [...new Set(names.imports.map(({ module }) => module))],
    logs: [...names.logs.keys()],
    ...(names.anyLog ? { anyLog: true } : {}),
    ...(problem ? { problem } : {}),
  };
}
