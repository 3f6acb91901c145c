import type { ProblemList } from "../text/ProblemList.ts";
import type { Header } from "./parseHeader.ts";

const SEMICOLON = 0x3b;

/** What is known when a header was read. */
export interface HeaderCircumstances {
  header: Header;
  /** the header before it, where the log has several */
  before: Header | undefined;
  /** how many counters it brought that were not there before */
  added: number;
  /** its line, counted from 1 */
  line: number;
}

/** Names what a reader of the log should know about a header: an edited or cut one, a second one, doubled counters. */
export function judgeHeader({ header, before, added, line }: HeaderCircumstances, problems: ProblemList): void {
  if (header.doubt) problems.add("header", line, "doubt", header.doubt);
  if (header.delimiter === SEMICOLON) {
    const message =
      "A spreadsheet saved this log again, with semicolons: its decimal commas were read as decimal marks.";
    problems.add("resaved", line, "note", message);
  }
  const paths = header.paths.map((path) => path.toLowerCase()).filter((path) => path !== "");
  if (!before) {
    const doubled = paths.length - new Set(paths).size;
    if (doubled === 0) return;
    problems.add("doubled", line, "note", `${doubled} counters stand twice in the header: every column was kept.`);
  } else if (before.paths.join("\n").toLowerCase() === header.paths.join("\n").toLowerCase()) {
    const message = "A second header with the same counters: another log was appended here, and reading went on.";
    problems.add("continued", line, "note", message);
  } else {
    const message =
      `A second header with other counters (${paths.length}, ${added} of them new): columns were matched by path, ` +
      "and a counter has no sample where its log has none.";
    problems.add("changed", line, "doubt", message);
  }
}
