import type { Problem } from "../ReadResult.ts";
import { isShortened } from "./parseStamp.ts";

/** Why a line of a counter log is no sample. */
export interface LineJudgement extends Pick<Problem, "effect" | "message"> {
  kind: "trailer" | "empty row" | "zeros" | "shortened" | "cut" | "error" | "no row";
}

/** Says what a line is that has no time stamp where a sample has one. `unterminated`: the file ends in it, without a line end. */
export function judgeLine(text: string, stampText: string, unterminated: boolean): LineJudgement {
  if (/^(exiting, please wait|the command completed successfully)/i.test(text)) {
    return { kind: "trailer", effect: "note", message: "" };
  }
  if (/^[\s",;]*$/.test(text)) {
    const message = "The row is empty (a spreadsheet leaves such rows): it was passed over.";
    return { kind: "empty row", effect: "note", message };
  }
  if (text.startsWith("\0")) {
    const message = "The line is zero bytes: the machine stopped before the log was on disk. It was left out.";
    return { kind: "zeros", effect: "lost", message };
  }
  if (isShortened(stampText)) {
    const message = `"${stampText}" is all that a spreadsheet left of date and time: use the file as perfmon wrote it.`;
    return { kind: "shortened", effect: "lost", message };
  }
  if (/^error:/i.test(text)) {
    const message = `The tool reported an error while it recorded: "${text.slice(0, 200)}"`;
    return { kind: "error", effect: "doubt", message };
  }
  if (unterminated) {
    const message =
      "The last line is cut off within its time (the disk was full, or the log still running): it was left out.";
    return { kind: "cut", effect: "lost", message };
  }
  const message = `The line is no sample: it begins "${text.slice(0, 60)}" where a time like 08/14/2012 09:30:00.156 belongs.`;
  return { kind: "no row", effect: "lost", message };
}
