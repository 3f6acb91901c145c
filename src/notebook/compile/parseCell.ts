import { tsPlugin } from "@sveltejs/acorn-typescript";
import { Parser } from "acorn";
import type { CellProblem } from "./Program.ts";
import { isNode, type SyntaxNode } from "./syntaxTree.ts";

const TypeScriptParser = Parser.extend(tsPlugin());

/** What all browsers in use run, and what the editor's `lib: es2023` knows. */
const ecmaVersion = 2023;

/**
 * Parses a cell's text as a module with top-level await.
 *
 * @returns the tree, or the first syntax error in words with its line and column (both from 1) in the text
 */
export function parseCell(text: string): { tree: SyntaxNode } | { problem: CellProblem } {
  return parseWith(TypeScriptParser, text);
}

/** Parses what is left after the types were blanked: plain JavaScript, as the engines will read it. */
export function parseJavaScript(text: string): { tree: SyntaxNode } | { problem: CellProblem } {
  return parseWith(Parser, text);
}

function parseWith(parser: typeof Parser, text: string): { tree: SyntaxNode } | { problem: CellProblem } {
  try {
    const tree: unknown = parser.parse(text, {
      ecmaVersion,
      sourceType: "module",
      locations: true,
      allowAwaitOutsideFunction: true,
    });
    if (!isNode(tree)) throw new Error("the parser returned no tree");
    return { tree };
  } catch (error) {
    return { problem: inWords(error, text) };
  }
}

function inWords(error: unknown, text: string): CellProblem {
  const { message, loc } = error as { message: string; loc?: { line: number; column: number } };
  const line = loc?.line ?? 1;
  const column = (loc?.column ?? 0) + 1;
  return { message: explain(message.replace(/ \(\d+:\d+\)$/, ""), text, line, column), line, column };
}

function explain(message: string, text: string, line: number, column: number): string {
  const rest = (text.split(/\r\n|[\n\r\u2028\u2029]/)[line - 1] ?? "").slice(column - 1);
  const declared = /^Identifier '(.+)' has already been declared$/.exec(message);
  if (declared) return `This cell declares “${declared[1]}” twice; give one of the two another name.`;
  if (message.startsWith("'return' outside of function")) {
    return "A cell has no return: end it with the expression whose value it should show.";
  }
  if (message === "Unexpected token") {
    const found = /^(?:[\w$]+|\S)/.exec(rest)?.[0];
    if (found) return `“${found}” is not expected here.`;
    const isLast = text.split("\n").slice(line).join("").trim() === "";
    return isLast ? "The cell ends too early: something is still open or missing here." : "Something is missing here.";
  }
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
