import type { ProblemList } from "../text/ProblemList.ts";
import type { CounterTable } from "./CounterTable.ts";
import { endOfField } from "./endOfField.ts";
import { decimalEnd, readDecimal } from "./readDecimal.ts";

const [LINE_FEED, RETURN, BLANK, QUOTE, COMMA, DOT] = [0x0a, 0x0d, 0x20, 0x22, 0x2c, 0x2e] as const;

const ascii = new TextDecoder("windows-1252");

/**
 * Reads the values of a row from bytes into the table, whatever the log's dialect: quoted or not, padded or not, comma, tab or
 * semicolon, point or decimal comma. One pass over the bytes; only a field that is no number is looked at as text.
 */
export class RowReader {
  /** the byte between two fields */
  delimiter: number = COMMA;
  /** the slot of each column in the table, -1 where it is not held; the first (the stamp) is not used */
  slots: Int32Array = new Int32Array(0);
  /** whether the counter in a slot can only be zero or more, so that -1 means that the sample failed */
  neverNegative: boolean[] = [];
  /** how many of the columns are held */
  private held = 0;
  /** the first sample behind the header: rates have no value in it, since they need two */
  private firstSample = 0;
  /** the byte of the decimal mark; where commas do not separate fields it is found out by the first number that has one */
  private mark: number = DOT;
  private readonly table: CounterTable;
  private readonly problems: ProblemList;

  constructor(table: CounterTable, problems: ProblemList) {
    this.table = table;
    this.problems = problems;
  }

  /** Starts the rows of a header. */
  begin(delimiter: number, slots: Int32Array, neverNegative: boolean[]): void {
    this.delimiter = delimiter;
    this.slots = slots;
    this.neverNegative = neverNegative;
    this.held = slots.reduce((count, slot) => (slot < 0 ? count : count + 1), 0);
    this.firstSample = this.table.samples;
    this.mark = DOT;
  }

  /**
   * Reads the values behind a time stamp. `from` is the byte after the stamp's field; the bytes must end with a line feed.
   * Gives the byte after the line. `unterminated` says that the line feed was added, since the file ends without one.
   */
  read(bytes: Uint8Array, from: number, localTime: number, line: number, unterminated: boolean): number {
    const { table, slots, delimiter } = this;
    const { block, base } = table;
    const columns = slots.length;
    let mark = this.mark;
    let at = from;
    let column = 1;
    let present = 0;
    let quotes = 0;
    let cut = false;
    let byte = bytes[at]!;
    while (byte === delimiter) {
      byte = bytes[++at]!;
      while (byte === BLANK) byte = bytes[++at]!;
      const quoted = byte === QUOTE;
      if (quoted) {
        quotes++;
        byte = bytes[++at]!;
        while (byte === BLANK) byte = bytes[++at]!;
      }
      const start = at;
      const slot = column < columns ? slots[column]! : -1;
      column++;
      if (slot >= 0) {
        if ((byte - 48) >>> 0 < 10) {
          block[base + slot] = readDecimal(bytes, at, mark);
          at = decimalEnd;
          byte = bytes[at]!;
          present++;
        }
        while (byte === BLANK) byte = bytes[++at]!;
        if (quoted && byte === QUOTE) byte = bytes[++at]!;
        else if (quoted) byte = 0;
        while (byte === BLANK) byte = bytes[++at]!;
        if (byte === delimiter || byte === RETURN || byte === LINE_FEED) continue;
        // Neither a plain number nor a blank: look at the field again, as text.
        if (!Number.isNaN(block[base + slot]!)) present--;
        const end = endOfField(bytes, start, quoted, delimiter);
        cut = unterminated && quoted && !bytes.subarray(start, end).includes(QUOTE);
        const value = cut ? NaN : this.readOddValue(bytes.subarray(start, end), slot, line, quoted);
        block[base + slot] = value;
        if (!Number.isNaN(value)) present++;
        mark = this.mark;
        at = end;
      } else {
        at = endOfField(bytes, start, quoted, delimiter);
      }
      byte = bytes[at]!;
    }
    const next = bytes[at] === RETURN && bytes[at + 1] === LINE_FEED ? at + 2 : bytes.indexOf(LINE_FEED, at) + 1;
    if (column !== columns || cut || (unterminated && quotes < columns - 1)) {
      if (!this.keepsOddRow(bytes, next, column, line, quotes > 0, unterminated, cut)) {
        table.dropRow();
        return next;
      }
    }
    if (present === 0 && this.held > 0 && table.samples > this.firstSample)
      this.problems.add("stalled", line, "note", STALLED);
    table.endRow(localTime, line);
    return next;
  }

  /** A value that is no plain number: negative, with the other decimal mark, or no number at all. */
  private readOddValue(field: Uint8Array, slot: number, line: number, quoted: boolean): number {
    const text = ascii
      .decode(field)
      .replace(/"?\s*$/, "")
      .trim();
    if (text === "") return NaN;
    const otherMark = this.mark === DOT ? "," : ".";
    if (/^[+-]?\d*[.,]?\d+(e[+-]?\d+)?$/i.test(text)) {
      const value = Number(text.replace(",", "."));
      if (text.includes(otherMark)) {
        // Commas that do not separate fields can only be decimal marks; in quotes beside separating commas one wonders.
        if (this.delimiter !== COMMA) this.mark = otherMark.charCodeAt(0);
        else if (quoted)
          this.problems.add(
            "decimal comma",
            line,
            "doubt",
            `"${text}" was read as ${value}: the comma as a decimal mark.`,
          );
      }
      if (value !== -1 || !this.neverNegative[slot]) return value;
      const { path } = this.table.columns[slot]!;
      this.problems.add(
        "failed",
        line,
        "note",
        `-1 in ${path} means that the sample failed, since it cannot be negative: it counts as no sample.`,
      );
      return NaN;
    }
    const { path } = this.table.columns[slot]!;
    this.problems.add(
      "no number",
      line,
      "lost",
      `"${text.slice(0, 40)}" in ${path} is no number: it counts as no sample.`,
    );
    return NaN;
  }

  /** Judges a row whose fields are not those of the header; false where none of it can be trusted. */
  private keepsOddRow(
    bytes: Uint8Array,
    next: number,
    column: number,
    line: number,
    quoted: boolean,
    unterminated: boolean,
    cut: boolean,
  ): boolean {
    const { problems } = this;
    const wanted = this.slots.length - 1;
    const found = column - 1;
    if (found > wanted) {
      const extra = found - wanted;
      const tail = ascii.decode(bytes.subarray(Math.max(0, next - 8 * extra - 16), next));
      const empty = new RegExp(`(?:\\${String.fromCharCode(this.delimiter)}\\s*"?\\s*"?\\s*){${extra}}$`);
      if (extra < 10_000 && empty.test(tail)) return true;
      const counts = `The row has ${found} values and the header ${wanted} counters`;
      if (quoted) problems.add("too many", line, "doubt", `${counts}: the first ${wanted} were kept.`);
      else
        problems.add(
          "too many",
          line,
          "lost",
          `${counts}, and no quotes tell which comma separates: the row was left out. Use the file as perfmon wrote it.`,
        );
      return quoted;
    }
    if (cut || (unterminated && (found < wanted || quoted))) {
      problems.add(
        "cut",
        line,
        "lost",
        `The last line is cut off after ${cut ? found - 1 : found} of ${wanted} values (the disk was full, or the log still running): those before the cut were kept.`,
      );
      return found > 1 || !cut;
    }
    if (found === wanted) {
      problems.add(
        "unterminated",
        line,
        "doubt",
        "The file ends without a line end and its fields have no quotes: the last number may be cut off.",
      );
      return true;
    }
    problems.add(
      "too few",
      line,
      "lost",
      `The row has ${found} values and the header ${wanted} counters: the missing ones count as no sample.`,
    );
    return true;
  }
}

const STALLED =
  "No counter has a value here: the machine was too busy to sample, which is itself a symptom. The sample is kept, empty.";
