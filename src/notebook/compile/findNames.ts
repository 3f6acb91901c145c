import { NameWalk, type CellImport } from "./NameWalk.ts";
import type { Scope } from "./Scope.ts";
import { nodesIn, positionOf, type Position, type SyntaxNode } from "./syntaxTree.ts";

/** What a cell's text declares and uses; every position is the first one. */
export interface CellNames {
  /** top-level names it declares, in the order of the text */
  owns: Map<string, Position>;
  imports: CellImport[];
  /** names it uses without declaring them: other cells' names and globals */
  reads: Map<string, Position>;
  /** those among them that it assigns to */
  assigns: Map<string, Position>;
  /** literal names it passes to `log(…)` */
  logs: Map<string, Position>;
  /** where it uses `log` with a name that only running it tells */
  anyLog?: Position;
}

/** Finds a parsed cell's names by the scoping rules of JavaScript modules; names used only in types do not count. */
export function findNames(tree: SyntaxNode): CellNames {
  const walk = new NameWalk();
  for (const statement of nodesIn(tree.body)) walk.visit(statement, walk.top);
  const names: CellNames = {
    owns: new Map(),
    imports: walk.imports,
    reads: new Map(),
    assigns: new Map(),
    logs: new Map(),
  };
  const imported = new Set(walk.imports.map(({ local }) => local));
  const declared = [...walk.top.names].filter((name) => !imported.has(name));
  for (const name of declared) names.owns.set(name, walk.declaredAt.get(name) ?? positionOf(tree));
  for (const { name, scope, node, how, logName } of walk.uses) {
    if (imported.has(name) && how === "assign" && !isShadowed(scope, name)) keepFirst(names.assigns, name, node);
    if (scope.knows(name)) continue;
    if (how === "assign") keepFirst(names.assigns, name, node);
    keepFirst(names.reads, name, node);
    if (name !== "log") continue;
    if (logName === undefined) names.anyLog ??= positionOf(node);
    else keepFirst(names.logs, logName, node);
  }
  return names;
}

function keepFirst(found: Map<string, Position>, name: string, node: SyntaxNode): void {
  if (!found.has(name)) found.set(name, positionOf(node));
}

function isShadowed(scope: Scope, name: string): boolean {
  for (let at: Scope | undefined = scope; at?.parent; at = at.parent) if (at.names.has(name)) return true;
  return false;
}
