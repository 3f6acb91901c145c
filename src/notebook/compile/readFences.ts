import type { CellSource } from "./Program.ts";
import { readFenceInfo, type AnswerForm } from "./readFenceInfo.ts";

/** What a fence of a lesson is: a cell, or a part of an exercise. */
export type FenceKind = "cell" | "exercise" | "solution" | "check";

/** A fence that is a cell, or a part of an exercise; solution and check carry the id of the exercise they are for. */
export interface Fence extends CellSource {
  kind: FenceKind;
  /** of an exercise that is not answered by code */
  answer?: AnswerForm;
  label?: string;
}

export interface FenceProblem {
  message: string;
  /** the line of the lesson's file, counted from 1 */
  line: number;
}

/**
 * Reads the fences of a lesson that are cells or parts of an exercise, by the rules of CommonMark for fenced code
 * (https://spec.commonmark.org/0.31.2/#fenced-code-blocks); as in all MDX, indented code does not exist, so a fence may
 * be indented by any amount. Other fences, and what stands in longer ones, in front matter and in MDX comments, are left alone.
 *
 * @param text the lesson's file
 */
export function readFences(text: string): { fences: Fence[]; problems: FenceProblem[] } {
  const fences: Fence[] = [];
  const problems: FenceProblem[] = [];
  for (const block of readBlocks(text.split(/\r\n|\n|\r/))) {
    const info = readFenceInfo(block.info);
    if (!info) continue;
    for (const message of info.problems) problems.push({ message, line: block.line });
    if (block.container !== "") {
      problems.push({
        message: `A ${info.kind} cannot stand in a quote or a list: move it to the margin.`,
        line: block.line,
      });
    } else if (!block.closed) {
      problems.push({
        message: `This ${info.kind} has no closing fence: add ${block.mark} on a line of its own.`,
        line: block.line,
      });
    } else if (info.problems.length === 0) {
      const { kind, id, title, answer, label } = info;
      const asked = { ...(answer === undefined ? {} : { answer }), ...(label === undefined ? {} : { label }) };
      fences.push({ kind, id, title, ...asked, text: block.lines.join("\n"), line: block.line + 1 });
    }
  }
  problems.push(...relate(fences));
  return { fences, problems: problems.sort((one, other) => one.line - other.line) };
}

interface Block {
  info: string;
  mark: string;
  /** the line of the opening fence, counted from 1 */
  line: number;
  lines: string[];
  closed: boolean;
  /** a quote's or list item's mark before the fence */
  container: string;
}

const opening = /^((?:\s*(?:>|[-+*]|\d{1,9}[.)])(?=\s|>))*)([ \t]*)(`{3,}(?=[^`]*$)|~{3,})(.*)$/;

function readBlocks(lines: string[]): Block[] {
  const blocks: Block[] = [];
  let index = endOfFrontMatter(lines);
  while (index < lines.length) {
    const line = lines[index]!;
    if (line.trimStart().startsWith("{/*")) {
      while (index < lines.length && !lines[index]!.includes("*/")) index++;
      index++;
      continue;
    }
    const [, container = "", indent = "", mark, info = ""] = opening.exec(line) ?? [];
    index++;
    if (mark === undefined) continue;
    const block: Block = {
      info: info.trim(),
      mark,
      line: index,
      lines: [],
      closed: false,
      container: container.trim(),
    };
    const closing = new RegExp(`^[ \\t]*\\${mark[0]!}{${mark.length},}[ \\t]*$`);
    const quote = block.container.includes(">") ? /^\s*>\s?/ : /^/;
    const margin = new RegExp(`^[ \\t]{0,${indent.length}}`);
    while (index < lines.length && !block.closed) {
      const content = lines[index++]!.replace(quote, "");
      if (closing.test(content)) block.closed = true;
      else block.lines.push(content.replace(margin, ""));
    }
    blocks.push(block);
  }
  return blocks;
}

function endOfFrontMatter(lines: string[]): number {
  if (lines[0]?.trimEnd() !== "---") return 0;
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---");
  return end < 0 ? 0 : end + 1;
}

function relate(fences: Fence[]): FenceProblem[] {
  const problems: FenceProblem[] = [];
  const seen = new Map<string, number>();
  for (const { kind, id, line } of fences) {
    const fenceLine = line - 1;
    // Cells and exercises share the addresses of a lesson; each exercise has one solution and one check.
    const key = kind === "cell" || kind === "exercise" ? id : `${kind} for ${id}`;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, fenceLine);
    else
      problems.push({
        message: `“${key}” stands on line ${before} already: give this ${kind} another id.`,
        line: fenceLine,
      });
    if (kind !== "solution" && kind !== "check") continue;
    if (fences.some((other) => other.kind === "exercise" && other.id === id)) continue;
    problems.push({
      message: `This ${kind} is for “${id}”, but the lesson has no exercise of that id.`,
      line: fenceLine,
    });
  }
  return problems;
}
