import { TextEdits } from "./TextEdits.ts";
import type { TextInsertions } from "./TextInsertions.ts";
import { literalText, nameOf, nodeIn, nodesIn, type SyntaxNode } from "./syntaxTree.ts";

/**
 * Turns a cell's imports into destructuring of the modules the worker holds, since a worker has no import map. Each
 * stands where the import stood; one that follows other statements goes to the cell's start, as imports are hoisted.
 *
 * @param modules the name under which the compiled function is handed the modules
 * @returns the text with its imports blanked, line for line and column for column
 */
export function rewriteImports(text: string, tree: SyntaxNode, modules: string, insertions: TextInsertions): string {
  const edits = new TextEdits(text);
  let isFirst = true;
  for (const statement of nodesIn(tree.body)) {
    if (statement.type !== "ImportDeclaration") {
      isFirst = false;
      continue;
    }
    edits.blankWith(";", statement.start, statement.end);
    if (statement.importKind === "type") continue;
    insertions.insert(isFirst ? statement.start : 0, destructure(statement, modules));
  }
  return edits.toString();
}

function destructure(statement: SyntaxNode, modules: string): string {
  const module = `${modules}[${JSON.stringify(literalText(nodeIn(statement.source)))}]`;
  const named: string[] = [];
  let whole = "";
  for (const specifier of nodesIn(statement.specifiers)) {
    if (specifier.importKind === "type") continue;
    const local = nameOf(nodeIn(specifier.local));
    const imported = nodeIn(specifier.imported);
    if (specifier.type === "ImportNamespaceSpecifier") whole = `const ${local} = ${module};`;
    else if (specifier.type === "ImportDefaultSpecifier") named.push(`default: ${local}`);
    else named.push(`${JSON.stringify(literalText(imported) ?? nameOf(imported))}: ${local}`);
  }
  return whole + (named.length > 0 ? `const { ${named.join(", ")} } = ${module};` : "");
}
