import { blankClass, blankMember } from "./blankClass.ts";
import { blankFunction } from "./blankFunction.ts";
import type { CellProblem } from "./Program.ts";
import { refuseSyntax } from "./refuseSyntax.ts";
import { endOfWord, skipTrivia, skipTriviaAndClosing } from "./scanText.ts";
import { childrenOf, isTypeOnly, nodeIn, nodesIn, type SyntaxNode } from "./syntaxTree.ts";
import { TextEdits } from "./TextEdits.ts";

/** What `blankTypes` hands from node to node. */
export interface Blanking {
  text: string;
  edits: TextEdits;
}

/**
 * Blanks the types of a parsed cell in place: what is left is JavaScript with every line and column where it was.
 * Where a type ended a statement that has no semicolon, or kept two lines apart, a semicolon or bracket takes the
 * type's place, so that automatic semicolon insertion reads both texts alike (the cases that ts-blank-space lists,
 * https://github.com/bloomberg/ts-blank-space#does-it-really-just-blank-out-all-the-type-annotations).
 *
 * @returns the JavaScript, or the first piece of syntax that cannot be erased, in words
 */
export function blankTypes(text: string, tree: SyntaxNode): { text: string } | { problem: CellProblem } {
  const blanking = { text, edits: new TextEdits(text) };
  const problem = visit(tree, blanking, new Set());
  return problem ? { problem } : { text: blanking.edits.toString() };
}

/**
 * @param ends offsets at which a statement or class field ends without a semicolon of its own
 */
function visit(node: SyntaxNode, blanking: Blanking, ends: Set<number>): CellProblem | undefined {
  const problem = refuseSyntax(node);
  if (problem) return problem;
  const { text, edits } = blanking;
  if (isTypeOnly(node)) {
    // A statement may not vanish: the line before it could run on into the line after it.
    if (isStatement(node)) edits.blankWith(";", node.start, node.end);
    else edits.blank(node.start, node.end);
    return undefined;
  }
  if (endsByNewLine(node, text)) ends.add(node.end);
  handlers[node.type]?.(node, blanking, ends);
  if (blankMember(node, blanking)) return undefined;
  for (const child of childrenOf(node)) {
    // The declaration in the head of a loop ends before the `;` of the loop, not by a new line.
    const inner = isLoopHead(node, child) ? new Set<number>() : ends;
    const childProblem = visit(child, blanking, inner);
    if (childProblem) return childProblem;
  }
  return undefined;
}

const statements = /Statement$|Declaration$|^PropertyDefinition$|^TSDeclareFunction$|^TSIndexSignature$/;

function isStatement(node: SyntaxNode): boolean {
  return statements.test(node.type) && node.type !== "TSTypeParameterDeclaration";
}

function endsByNewLine(node: SyntaxNode, text: string): boolean {
  return isStatement(node) && text[node.end - 1] !== ";";
}

function isLoopHead(node: SyntaxNode, child: SyntaxNode): boolean {
  return node.type.startsWith("For") && (child === node.init || child === node.left);
}

/** What, at the start of the next line, would be read as the same expression going on. */
const goesOn = /^(?:[([`+\-*/%<>=&|^?.,]|(?:in|instanceof)\b)/;

type Handler = (node: SyntaxNode, blanking: Blanking, ends: Set<number>) => void;

const asType: Handler = (node, { text, edits }, ends) => {
  const keyword = skipTriviaAndClosing(text, nodeIn(node.expression)!.end);
  edits.blank(keyword, node.end);
  const next = skipTrivia(text, node.end);
  if (ends.has(node.end) && goesOn.test(text.slice(next, next + 11))) edits.put(";", keyword);
};

const handlers: Record<string, Handler> = {
  TSAsExpression: asType,
  TSSatisfiesExpression: asType,
  TSNonNullExpression: (node, { edits }) => edits.blank(node.end - 1, node.end),
  VariableDeclarator: (node, { text, edits }) => {
    const id = nodeIn(node.id)!;
    const mark = skipTrivia(text, endOfWord(text, id.start));
    if (node.definite === true && text[mark] === "!") edits.blank(mark, mark + 1);
  },
  ImportDeclaration: (node, { text, edits }) => {
    for (const specifier of nodesIn(node.specifiers)) {
      if (specifier.importKind !== "type") continue;
      const comma = skipTrivia(text, specifier.end);
      edits.blank(specifier.start, text[comma] === "," ? comma + 1 : specifier.end);
    }
  },
  ClassDeclaration: blankClass,
  ClassExpression: blankClass,
  FunctionDeclaration: blankFunction,
  FunctionExpression: blankFunction,
  ArrowFunctionExpression: blankFunction,
};
