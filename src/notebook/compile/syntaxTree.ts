/** A node of the tree acorn makes, TypeScript included; its fields are read through the helpers below. */
export interface SyntaxNode {
  type: string;
  /** offset of the first character */
  start: number;
  /** offset behind the last character */
  end: number;
  loc: { start: { line: number; column: number } };
  [field: string]: unknown;
}

/** A place in a cell's own text; line and column count from 1. */
export interface Position {
  line: number;
  column: number;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && typeof (value as SyntaxNode).type === "string";
}

/** The node in a field, when there is one. */
export function nodeIn(value: unknown): SyntaxNode | undefined {
  return isNode(value) ? value : undefined;
}

/** The nodes in a list field; holes (`[, a]`) are left out. */
export function nodesIn(value: unknown): SyntaxNode[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** All nodes directly below a node, in the order of its fields. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (const [field, value] of Object.entries(node)) {
    if (field === "loc") continue;
    if (isNode(value)) children.push(value);
    else if (Array.isArray(value)) children.push(...value.filter(isNode));
  }
  return children;
}

export function positionOf(node: SyntaxNode): Position {
  return { line: node.loc.start.line, column: node.loc.start.column + 1 };
}

/** The name of an identifier node, or the empty text. */
export function nameOf(node: SyntaxNode | undefined): string {
  return typeof node?.name === "string" ? node.name : "";
}

/** The text of a string literal or of a template without holes. */
export function literalText(node: SyntaxNode | undefined): string | undefined {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  if (node?.type === "TemplateLiteral" && nodesIn(node.expressions).length === 0) {
    const quasi = nodesIn(node.quasis)[0]?.value as { cooked?: string } | undefined;
    return quasi?.cooked;
  }
  return undefined;
}

/** Expressions that carry a type beside the value. */
const typedExpressions = new Set([
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
  "TSInstantiationExpression",
  "TSTypeAssertion",
]);

/** Whether the node is an expression with a type attached (`x as T`, `x!`), whose value is in its field `expression`. */
export function isTypedExpression(node: SyntaxNode): boolean {
  return typedExpressions.has(node.type);
}

/** Whether the node exists only for the type checker and leaves nothing behind in JavaScript. */
export function isTypeOnly(node: SyntaxNode): boolean {
  if (isTypedExpression(node)) return false;
  if (node.type === "TSParameterProperty") return false;
  if (node.type.startsWith("TS")) return true;
  if (node.type === "ImportDeclaration") return node.importKind === "type";
  return node.declare === true && node.type !== "PropertyDefinition";
}
