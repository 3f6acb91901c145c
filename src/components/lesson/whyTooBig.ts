import type { TreeNode, Value } from "../../notebook/value/Value.ts";

/** What a built page carries of one value at most, as JSON: more is a weight that every reader pays. */
const mostCharacters = 150_000;

/**
 * Why a value is too big for a lesson, as the end of a sentence; undefined where it is not. A reader's own run may be cut
 * and says so; a lesson must show what it means to show.
 */
export function whyTooBig(value: Value): string | undefined {
  if (value.kind === "text" && value.omitted > 0)
    return `shows a text that is cut by ${value.omitted} characters: show less of it.`;
  if (value.kind === "table" && value.rows.length < value.totalRows)
    return `shows a table of ${value.totalRows} rows, more than cross from the worker: take the rows that matter.`;
  if (value.kind === "table" && value.omittedColumns > 0)
    return `shows a table with ${value.omittedColumns} columns too many: take those that matter.`;
  if (value.kind === "tree" && isCut(value.root))
    return "shows an object so large that parts are left out: show what matters.";
  if (value.kind === "extended" && value.omitted > 0)
    return `shows a ${value.type} of which ${value.omitted} entries are left out.`;
  const { length } = JSON.stringify(value);
  if (length > mostCharacters)
    return `shows a value of ${length} characters, where a page should carry ${mostCharacters} at most.`;
  return undefined;
}

function isCut(node: TreeNode): boolean {
  return node.type === "branch" && (node.omitted > 0 || node.entries.some(([, entry]) => isCut(entry)));
}
