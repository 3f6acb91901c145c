import type { CellProblem } from "./Program.ts";
import { nameOf, nodeIn, nodesIn, positionOf, type SyntaxNode } from "./syntaxTree.ts";

/**
 * Says in words why a node cannot stand in a cell: TypeScript that leaves code behind (only erasable syntax is blanked),
 * and module syntax that a cell has no use for. Undefined when the node is fine.
 */
export function refuseSyntax(node: SyntaxNode): CellProblem | undefined {
  const message = reasons[node.type]?.(node) ?? (nodesIn(node.decorators).length > 0 ? decorators : undefined);
  return message === undefined ? undefined : { message, ...positionOf(node) };
}

const decorators = "Browsers do not run decorators: write a plain function and call it.";
const exportsNothing =
  "A cell needs no export: the other cells of the lesson see its top-level names. Remove “export”.";
const importsOnTop = 'A cell imports at its top: write import { … } from "…" instead of import(…).';

const reasons: Record<string, (node: SyntaxNode) => string | undefined> = {
  TSEnumDeclaration: (node) =>
    node.declare === true
      ? undefined
      : `An enum leaves code behind, and a cell's types are only erased: write const ${nameOf(nodeIn(node.id))} = { … } as const.`,
  TSModuleDeclaration: (node) =>
    node.declare === true
      ? undefined
      : "A namespace leaves code behind, and a cell's types are only erased: write a plain object, or top-level names.",
  TSImportEqualsDeclaration: () => '“import x = …” leaves code behind: write import { x } from "…" instead.',
  TSExportAssignment: () => exportsNothing,
  TSNamespaceExportDeclaration: () => exportsNothing,
  ExportNamedDeclaration: () => exportsNothing,
  ExportDefaultDeclaration: () => exportsNothing,
  ExportAllDeclaration: () => exportsNothing,
  TSParameterProperty: () =>
    "A parameter property leaves code behind, and a cell's types are only erased: declare the field and assign it in the constructor.",
  TSTypeAssertion: () => "Write “value as Type” instead of “<Type>value”.",
  PropertyDefinition: (node) =>
    node.accessor === true ? "Browsers do not run “accessor” fields: write a plain field, or get and set." : undefined,
  ImportExpression: () => importsOnTop,
  MetaProperty: (node) =>
    nameOf(nodeIn(node.meta)) === "import" ? "A cell has no import.meta: it has no address of its own." : undefined,
  ImportDeclaration: (node) =>
    nodesIn(node.attributes).length > 0 ? "A cell imports without attributes: remove “with { … }”." : undefined,
};
