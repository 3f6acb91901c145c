import { parseCell } from "../../notebook/compile/parseCell.ts";
import { nodeIn, nodesIn } from "../../notebook/compile/syntaxTree.ts";

/** The texts of a starter that is nothing but an array of them; empty for any other text. */
export function choicesIn(text: string): string[] {
  const parsed = parseCell(text);
  const [statement, ...more] = "tree" in parsed ? nodesIn(parsed.tree["body"]) : [];
  const list = nodeIn(statement?.["expression"]);
  if (more.length > 0 || list?.type !== "ArrayExpression") return [];
  const values = nodesIn(list["elements"]).map(({ value }) => value);
  return values.every((value) => typeof value === "string") ? values : [];
}
