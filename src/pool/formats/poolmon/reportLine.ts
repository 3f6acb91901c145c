import type { ProblemList } from "../text/ProblemList.ts";
import { isOrnament, looksLikeRow } from "./lineKinds.ts";
import type { LooseRow } from "./parseLooseRow.ts";

/** Says what was assumed to read a row. */
export function reportRow({ row, assumed }: LooseRow, problems: ProblemList): void {
  const { tag, line } = row;
  switch (assumed) {
    case "glued":
      problems.add("glued", line, "doubt", `${tag}: two numbers touch; they were parted where all five then agree.`);
      break;
    case "negative":
      problems.add(
        "negative",
        line,
        "note",
        `${tag}: a count is printed as negative because it passed 2^31; it was read as the number it stands for.`,
      );
      break;
    case "partial change":
      problems.add(
        "partial change",
        line,
        "doubt",
        `${tag}: the changes in parentheses are not the three that PoolMon prints, so they were left out. Take the line from the screen again if you need them.`,
      );
      break;
    case "text behind":
      problems.add(
        "text behind",
        line,
        "note",
        `${tag}: the text behind the numbers is no driver as PoolMon names it, so it was left out.`,
      );
      break;
    case undefined:
  }
}

/** Says that a line is nothing of PoolMon's. */
export function reportText(text: string, line: number, problems: ProblemList): void {
  if (isOrnament(text)) {
    // Three dots are somebody's way to say that rows were left out here.
    if (/^\s*(?:\.{3,}|…)\s*$/.test(text)) {
      problems.add(
        "shortened",
        line,
        "note",
        "The dots say that rows were left out here, so totals of these rows are not totals of the pool.",
      );
    }
    return;
  }
  if (looksLikeRow(text)) {
    problems.add(
      "damaged row",
      line,
      "lost",
      `This row is damaged or cut off and was left out: ${quoteLine(text)}. Compare it with the log as PoolMon wrote it.`,
    );
  } else {
    problems.add("garbage", line, "lost", `This line is not PoolMon's and was left out: ${quoteLine(text)}.`);
  }
}

/** A line in quotation marks, short, with what cannot be shown replaced. */
export function quoteLine(text: string): string {
  const shown = text
    .slice(0, 80)
    .replace(/[\x00-\x1f\x7f]/g, "\ufffd")
    .trim();
  return `"${text.length > 80 ? `${shown}…` : shown}"`;
}
