import type { Blanking } from "./blankTypes.ts";
import { endOfWord, skipTrivia, skipTriviaAndClosing } from "./scanText.ts";
import { nodeIn, nodesIn, type SyntaxNode } from "./syntaxTree.ts";

/** Words before a member's name that only the type checker reads. */
const typeModifiers = new Set(["public", "private", "protected", "readonly", "override", "abstract", "declare"]);

/** Names that are a keyword when another member follows: `get` before `foo() {}` is a getter. */
const keywordNames = new Set(["get", "set", "static", "async", "accessor"]);

/** Blanks `abstract` and `implements …` of a class. */
export function blankClass(node: SyntaxNode, { text, edits }: Blanking): void {
  if (node.abstract === true && text.startsWith("abstract", node.start)) {
    edits.blank(node.start, node.start + "abstract".length);
  }
  const last = nodesIn(node.implements).at(-1);
  if (!last) return;
  const before = [node.superTypeParameters, node.superTypeArguments, node.superClass, node.typeParameters, node.id];
  const head = Math.max(node.start + "class".length, ...before.map((value) => nodeIn(value)?.end ?? 0));
  edits.blank(skipTriviaAndClosing(text, head), last.end);
}

/**
 * Blanks a class member's modifiers and marks. A semicolon takes the place of a modifier: the member before it may
 * have ended by the new line alone, and `["name"]` or `*steps()` would be read on as a part of it.
 *
 * @returns whether the whole member is gone, as an overload, an abstract member or a declared field is
 */
export function blankMember(node: SyntaxNode, blanking: Blanking): boolean {
  if (node.type !== "MethodDefinition" && node.type !== "PropertyDefinition") return false;
  const { text, edits } = blanking;
  const value = nodeIn(node.value);
  if (node.abstract === true || node.declare === true || value?.type.startsWith("TSDeclare") === true) {
    edits.blankWith(";", node.start, node.end);
    return true;
  }
  blankModifiers(node, blanking);
  blankMark(node, blanking);
  const annotation = nodeIn(node.typeAnnotation);
  const name = nodeIn(node.key)?.name;
  if (annotation && !value && typeof name === "string" && keywordNames.has(name)) edits.put(";", annotation.start);
  if (!annotation && node.optional === true && typeof name === "string" && keywordNames.has(name)) {
    const mark = skipTrivia(text, nodeIn(node.key)!.end);
    if (text[mark] === "?" && !value) edits.put(";", mark);
  }
  return false;
}

function blankModifiers(node: SyntaxNode, { text, edits }: Blanking): void {
  const key = nodeIn(node.key)!;
  for (let at = skipTrivia(text, node.start); at < key.start;) {
    const end = endOfWord(text, at);
    if (end === at) return; // `[` of a computed name, or `*`
    if (typeModifiers.has(text.slice(at, end))) {
      edits.blank(at, end);
      if (at === node.start) edits.put(";", at);
    }
    at = skipTrivia(text, end);
  }
}

/** Blanks the `?` or `!` behind a member's name. */
function blankMark(node: SyntaxNode, { text, edits }: Blanking): void {
  if (node.optional !== true && node.definite !== true) return;
  let at = skipTriviaAndClosing(text, nodeIn(node.key)!.end);
  if (node.computed === true && text[at] === "]") at = skipTrivia(text, at + 1);
  if (text[at] === "?" || text[at] === "!") edits.blank(at, at + 1);
}
