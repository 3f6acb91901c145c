import { parseCell } from "../../notebook/compile/parseCell.ts";
import { childrenOf, nodeIn, nodesIn, type SyntaxNode } from "../../notebook/compile/syntaxTree.ts";

/** What a check can say to a reader, as far as it stands in the check's text: its `solved` and `says`. */
export function checkSentences(text: string): string[] {
  const parsed = parseCell(text);
  return "tree" in parsed ? sentencesIn(parsed.tree) : [];
}

function sentencesIn(node: SyntaxNode): string[] {
  const key = node.type === "Property" ? nodeIn(node.key)?.name : undefined;
  const value = key === "solved" || key === "says" ? nodeIn(node.value) : undefined;
  const own = value === undefined ? undefined : textOf(value);
  return [...(own === undefined ? [] : [own]), ...childrenOf(node).flatMap(sentencesIn)];
}

function textOf(value: SyntaxNode): string | undefined {
  if (typeof value.value === "string") return value.value;
  if (value.type !== "TemplateLiteral") return undefined;
  // What is filled in is a name or a number.
  return nodesIn(value.quasis)
    .map(({ value }) => (value as { cooked: string }).cooked)
    .join("00000000");
}
