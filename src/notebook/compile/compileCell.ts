import { blankTypes } from "./blankTypes.ts";
import { parseJavaScript } from "./parseCell.ts";
import type { CellProblem, Insertion } from "./Program.ts";
import { rewriteImports } from "./rewriteImports.ts";
import { isTypeOnly, nodesIn, type SyntaxNode } from "./syntaxTree.ts";
import { TextInsertions } from "./TextInsertions.ts";

/** What `compileCell` needs to know of a cell beside its text. */
export interface CellShape {
  id: string;
  /** names the cell shares */
  owns: string[];
  /** names of other cells it is handed */
  reads: string[];
  /** the name under which it shares the value of its last expression as well */
  givesValueAs?: string | undefined;
}

/**
 * Makes the module a worker runs from a parsed cell. The author's lines stay lines, the wrapper's head stands before
 * the first on the same line, the value of the last expression and the cell's names are returned at the end.
 *
 * @returns the module's text and what shifts its columns, or what cannot be erased from it, in words
 */
export function compileCell(
  text: string,
  tree: SyntaxNode,
  shape: CellShape,
): { code: string; insertions: Insertion[] } | { problem: CellProblem } {
  const blanked = blankTypes(text, tree);
  if ("problem" in blanked) return blanked;
  const check = parseJavaScript(blanked.text);
  if ("problem" in check) return check;

  const insertions = new TextInsertions();
  const modules = unusedName("$modules", text);
  const names = ["log", "display", "input", ...shape.reads, `modules: ${modules}`];
  // An arrow function, so that `arguments` is not the wrapper's; the semicolon keeps a first string from being a directive.
  insertions.insert(0, `export default async ({ ${names.join(", ")} }) => {;`);
  const body = rewriteImports(blanked.text, tree, modules, insertions);
  const value = unusedName("$value", text);
  const given = shape.givesValueAs === undefined ? [] : [`${shape.givesValueAs}: ${value}`];
  const shared = `names: { ${[...shape.owns, ...given].join(", ")} } };`;
  // A promise is awaited, since whoever takes the value wants what the cell shows.
  const opening = given.length > 0 ? `;const ${value} = await (` : ";return { value: (";
  const closing = given.length > 0 ? `);return { value: ${value}, ${shared}` : `), ${shared}`;
  const returnsValue = returnLastExpression(text, tree, { opening, closing }, insertions);
  const applied = insertions.applyTo(body);
  // On a line of its own, since the last line may be a comment.
  const tail = returnsValue ? "" : `;const ${value} = undefined;return { value: ${value}, ${shared}`;
  return {
    code: `${applied.text}\n${tail}}\n//# sourceURL=cell-${shape.id}.ts\n`,
    insertions: applied.insertions,
  };
}

/** Statements that may follow the last expression: imports are hoisted. */
const leavesNothing = new Set(["EmptyStatement", "ImportDeclaration"]);

/** Puts `return` around the last statement when it is an expression; its opening goes to the end of the line before it. */
function returnLastExpression(
  text: string,
  tree: SyntaxNode,
  around: { opening: string; closing: string },
  insertions: TextInsertions,
): boolean {
  const statements = nodesIn(tree.body);
  const index = statements.findLastIndex((node) => !leavesNothing.has(node.type) && !isTypeOnly(node));
  const last = statements[index];
  if (last?.type !== "ExpressionStatement") return false;
  insertions.insert(statements[index - 1]?.end ?? 0, around.opening);
  insertions.insert(text[last.end - 1] === ";" ? last.end - 1 : last.end, around.closing);
  return true;
}

function unusedName(name: string, text: string): string {
  return text.includes(name) ? unusedName(`${name}$`, text) : name;
}
