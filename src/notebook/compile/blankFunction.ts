import type { Blanking } from "./blankTypes.ts";
import { endOfWord, hasLineBreak, skipTrivia } from "./scanText.ts";
import { nameOf, nodeIn, nodesIn, type SyntaxNode } from "./syntaxTree.ts";

/** Blanks a function's `this` parameter and optional marks, and keeps an arrow function's brackets and arrow on their lines. */
export function blankFunction(node: SyntaxNode, blanking: Blanking): void {
  const { text, edits } = blanking;
  const parameters = nodesIn(node.params);
  for (const parameter of parameters) blankOptionalMark(parameter, blanking);
  const [first] = parameters;
  if (first?.type === "Identifier" && nameOf(first) === "this") {
    const comma = skipTrivia(text, first.end);
    edits.blank(first.start, text[comma] === "," ? comma + 1 : first.end);
  }
  if (node.type === "ArrowFunctionExpression") keepArrowTogether(node, blanking);
}

function blankOptionalMark(parameter: SyntaxNode, { text, edits }: Blanking): void {
  if (parameter.type !== "Identifier" || parameter.optional !== true) return;
  const mark = skipTrivia(text, endOfWord(text, parameter.start));
  if (text[mark] === "?") edits.blank(mark, mark + 1);
}

/**
 * No line may break between `async` or `return` and an arrow function's `(`, nor between its `)` and `=>`, but types
 * may stand there on lines of their own; the brackets then move to the type's edge.
 */
function keepArrowTogether(node: SyntaxNode, { text, edits }: Blanking): void {
  const generics = nodeIn(node.typeParameters);
  if (generics) {
    const open = skipTrivia(text, generics.end);
    if (hasLineBreak(text.slice(generics.start, open))) {
      edits.put(" ", open);
      edits.put("(", generics.start);
    }
  }
  const returnType = nodeIn(node.returnType);
  if (!returnType) return;
  const close = closingBracket(node, text);
  if (!hasLineBreak(text.slice(close, returnType.end))) return;
  edits.put(" ", close);
  edits.put(")", returnType.end - 1);
}

function closingBracket(node: SyntaxNode, text: string): number {
  const parameters = nodesIn(node.params);
  const generics = nodeIn(node.typeParameters);
  let at = parameters.at(-1)?.end ?? -1;
  if (at < 0) {
    at = generics?.end ?? node.start;
    if (!generics && node.async === true) at += "async".length;
    at = skipTrivia(text, at) + 1;
  }
  at = skipTrivia(text, at);
  return text[at] === "," ? skipTrivia(text, at + 1) : at;
}
