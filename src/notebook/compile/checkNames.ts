import type { CellNames } from "./findNames.ts";
import type { CellImport } from "./NameWalk.ts";
import type { CellProblem, CellSource } from "./Program.ts";
import { suggestName } from "./suggestName.ts";
import type { Position, SyntaxNode } from "./syntaxTree.ts";
import { handedNames, whyWithheld } from "./withheldNames.ts";

/** A cell whose text was read: its tree and names, or why it could not be parsed. */
export interface FoundCell {
  source: CellSource;
  names: CellNames;
  tree?: SyntaxNode;
  problem?: CellProblem;
}

/** What a cell's names are checked against. */
export interface Surroundings {
  /** for each shared name the first cell that declares it */
  owners: ReadonlyMap<string, string>;
  cycles: readonly string[][];
  logs?: readonly string[];
  modules?: Readonly<Record<string, readonly string[]>>;
}

/** The first thing wrong with the names of each cell, by its id; cells without a problem are not in the map. */
export function checkNames(cells: readonly FoundCell[], around: Surroundings): Map<string, CellProblem> {
  const problems = new Map<string, CellProblem>();
  for (const cell of cells) {
    const problem = problemOf(cell, cells, around);
    if (problem) problems.set(cell.source.id, problem);
  }
  return problems;
}

function problemOf(cell: FoundCell, cells: readonly FoundCell[], around: Surroundings): CellProblem | undefined {
  for (const check of [checkOwned, checkImports, checkAssigned, checkRead, checkLogs, checkCycle]) {
    const problem = check(cell, around, cells);
    if (problem) return problem;
  }
  return undefined;
}

type Check = (cell: FoundCell, around: Surroundings, cells: readonly FoundCell[]) => CellProblem | undefined;

const at = (message: string, { line, column }: Position): CellProblem => ({ message, line, column });

const checkOwned: Check = ({ source, names }, { owners }) => {
  for (const [name, position] of names.owns) {
    if (handedNames.includes(name)) return at(`“${name}” is what every cell is handed: choose another name.`, position);
    const owner = owners.get(name);
    if (source.isPrivate || owner === source.id || owner === undefined) continue;
    return at(
      `“${name}” already belongs to the cell “${owner}”: choose another name, or put the lines into a { } block to keep it private.`,
      position,
    );
  }
  return undefined;
};

const checkImports: Check = ({ names }, { modules }) => {
  for (const { module, imported, local, position } of names.imports) {
    if (handedNames.includes(local)) {
      return at(`“${local}” is what every cell is handed: import it as another name.`, position);
    }
    if (!modules) continue;
    if (!Object.hasOwn(modules, module)) {
      return at(`A cell cannot import “${module}”; it can import ${inWords(Object.keys(modules))}.`, position);
    }
    const exported = modules[module]!;
    if (imported === "*" || exported.length === 0 || exported.includes(imported)) continue;
    return at(`“${module}” has no “${imported}”${didYouMean(imported, exported) ?? "."}`, position);
  }
  return undefined;
};

const checkAssigned: Check = ({ source, names }, { owners }) => {
  for (const [name, position] of names.assigns) {
    if (names.imports.some(({ local }) => local === name)) {
      return at(`“${name}” is imported and cannot be assigned to: use a name of your own.`, position);
    }
    const owner = owners.get(name);
    if (owner !== undefined && owner !== source.id) {
      return at(
        `“${name}” belongs to the cell “${owner}”, which alone can assign to it: use a name of your own.`,
        position,
      );
    }
    if (owner === undefined) {
      return at(`“${name}” is declared nowhere: write const ${name} = … or let ${name} = … .`, position);
    }
  }
  return undefined;
};

const checkRead: Check = ({ source, names }, { owners }, cells) => {
  for (const [name, position] of names.reads) {
    if (owners.has(name) || source.takesValues?.includes(name)) continue;
    const lender = cells.find((other) => other.names.imports.some(({ local }) => local === name));
    if (lender) {
      const needed = lender.names.imports.find(({ local }) => local === name)!;
      return at(
        `“${name}” is imported in the cell “${lender.source.id}” only: add ${importText(needed)} at the top of this one.`,
        position,
      );
    }
    const reason = whyWithheld(name);
    if (reason !== undefined) return at(reason, position);
  }
  return undefined;
};

const checkLogs: Check = ({ names }, { logs }) => {
  if (!logs) return undefined;
  for (const [name, position] of names.logs) {
    if (logs.includes(name)) continue;
    const others = logs.length > 0 ? `; it has ${inWords(logs)}.` : "; it has none.";
    return at(`This lesson has no log “${name}”${didYouMean(name, logs) ?? others}`, position);
  }
  return undefined;
};

const checkCycle: Check = ({ source, names }, { cycles, owners }) => {
  const cycle = cycles.find((ids) => ids.includes(source.id));
  if (!cycle) return undefined;
  const from = cycle.indexOf(source.id);
  const around = [...cycle.slice(from), ...cycle.slice(0, from), source.id];
  const [name, position] = [...names.reads].find(([read]) => owners.get(read) === around[1])!;
  const path = around
    .slice(1)
    .map((id) => `“${id}”`)
    .join(", which needs ");
  return at(
    `This cell goes in a circle: it needs “${name}” of ${path}. Move what both need into a cell of its own.`,
    position,
  );
};

function importText({ module, imported, local }: CellImport): string {
  if (imported === "*") return `import * as ${local} from "${module}";`;
  if (imported === "default") return `import ${local} from "${module}";`;
  return `import { ${imported === local ? local : `${imported} as ${local}`} } from "${module}";`;
}

function didYouMean(name: string, known: readonly string[]): string | undefined {
  const suggestion = suggestName(name, known);
  return suggestion === undefined ? undefined : `; did you mean “${suggestion}”?`;
}

function inWords(names: readonly string[]): string {
  const quoted = names.map((name) => `“${name}”`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}
