import type { ProblemList } from "../../text/ProblemList.ts";
import type { CommandReader, DebuggerCommand, OutputLine } from "../DebuggerCommand.ts";
import type { DebuggerSession } from "../DebuggerSession.ts";
import { checkPoolUsed } from "./checkPoolUsed.ts";
import { parsePoolUsedCommand } from "./parsePoolUsedCommand.ts";
import { countsOf, parseDescription, splitPoolUsedRow } from "./parsePoolUsedRow.ts";
import { layoutOfHeader, poolUsedLayouts } from "./poolUsedLayout.ts";
import type { PoolUsedTable } from "./PoolUsedTable.ts";
import { quoteReason } from "./quoteReason.ts";

const RE_SORTING = /^\s{0,8}Sorting by\s{1,8}(Tag|NonPaged|Paged|Session)/i;
const RE_TOTAL = /^\s{0,4}TOTAL((?:\s{1,20}\d{1,20}){1,8})\s{0,20}$/;
/** The end of a header that was wrapped. */
const RE_HEADER_END = /^\s{0,40}(?:(?:Allocs|Frees|Diff|Used|Paged)\s{0,40}){1,6}$/;
/** A row whose end went to the next line: the tag and some of its numbers. */
const RE_BEGUN = /^ ?\S.{0,3}?(?:\s{1,20}\d{1,20}){1,7}\s{0,20}$/;

/** The widths at which consoles and mail programs wrap; a cut there is in the middle of whatever stands there. */
const CONSOLE_WIDTHS = [80, 120];

/** Reads `!poolused` in its three layouts, whatever chatter the debugger printed before. */
export class PoolUsedReader implements CommandReader {
  private readonly session: DebuggerSession;
  private readonly problems: ProblemList;

  constructor(session: DebuggerSession, problems: ProblemList) {
    this.session = session;
    this.problems = problems;
  }

  take(command: DebuggerCommand): boolean {
    const asked = parsePoolUsedCommand(command.text);
    const before = this.session.poolUsed.length;
    let sortedBy = asked.sortedBy;
    let table: PoolUsedTable | undefined;
    let begun = "";
    let indent = "";
    for (const line of command.output) {
      const sorting = RE_SORTING.exec(line.text)?.[1]?.toLowerCase();
      if (sorting !== undefined && sorting !== "session") sortedBy = sorting as PoolUsedTable["sortedBy"];
      const layout = layoutOfHeader(line.text);
      if (layout) {
        const { filter, isSession } = asked;
        table = { layout, sortedBy, filter, isSession, rows: [], total: undefined, line: line.line };
        this.session.poolUsed.push(table);
        begun = "";
        // The header begins with one blank; what stands before that is of whoever quoted the table, on its rows too.
        indent = /^\s*(?= Tag)/.exec(line.text)?.[0] ?? "";
      } else if (table && !table.total) begun = this.takeRow(table, withoutIndent(line, indent), begun);
    }
    for (const made of this.session.poolUsed.slice(before)) checkPoolUsed(made, asked.top, this.problems);
    if (asked.isAsked && table === undefined && command.part === 0) {
      const message =
        "!poolused printed no table that can be read here: the symbols of nt may be missing (.symfix, .reload), or the dump is a small one without pool data";
      this.problems.add("poolused nothing", command.line, "lost", `${message}${quoteReason(command)}.`);
    }
    return this.session.poolUsed.length > before;
  }

  finish(): void {
    // Every table is whole when its command is.
  }

  /** Takes a line below a header; gives back the beginning of a row whose end is on the next line. */
  private takeRow(table: PoolUsedTable, { text, line }: OutputLine, begun: string): string {
    if (text.trim() === "" || /^\s*\.{2,}\s*$/.test(text) || /^\s*NonPaged\s+Paged\s*$/.test(text)) return "";
    if (table.rows.length === 0 && RE_HEADER_END.test(text)) return "";
    const isCut = CONSOLE_WIDTHS.includes(begun.length);
    const whole = begun === "" ? text : `${begun}${isCut ? "" : " "}${isCut ? text : text.trimStart()}`;
    const total = RE_TOTAL.exec(whole) ?? RE_TOTAL.exec(text);
    if (total) {
      const numbers = total[1]!.trim().split(/\s+/).map(Number);
      // Fewer numbers than columns are the beginning of a row that was wrapped: they may not be taken for other columns.
      if (numbers.length < poolUsedLayouts[table.layout].widths.length) return total[0];
      table.total = { ...countsOf(numbers), line };
      return "";
    }
    const parts =
      splitPoolUsedRow(whole, table.layout) ?? (begun === "" ? undefined : splitPoolUsedRow(text, table.layout));
    if (parts) {
      const { tag, numbers, rest } = parts;
      table.rows.push({ tag, ...countsOf(numbers), ...parseDescription(rest), line });
      if (begun !== "")
        this.problems.add("poolused wrapped", line, "note", "A row was wrapped over two lines and was joined again.");
      return "";
    }
    if (begun === "" && RE_BEGUN.test(text)) return text;
    const last = table.rows.at(-1);
    // The end of a description that a mail program wrapped: letters, and no numbers in columns.
    if (last?.line === line - 1 && !/\d{2,}\s+\d/.test(text)) {
      Object.assign(last, parseDescription(`${last.description || "UNKNOWN pooltag"} ${text.trim()}`));
      return "";
    }
    this.problems.add(
      "poolused row",
      line,
      "lost",
      `This line of !poolused is no row of a tag and was left out: "${text.trim().slice(0, 60)}".`,
    );
    return "";
  }
}

function withoutIndent({ text, line }: OutputLine, indent: string): OutputLine {
  return { text: text.startsWith(indent) ? text.slice(indent.length) : text, line };
}
