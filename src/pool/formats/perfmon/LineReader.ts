import type { Encoding } from "../text/detectEncoding.ts";
import type { ProblemList } from "../text/ProblemList.ts";
import { textDecoder } from "../text/textDecoder.ts";
import { chooseCounters, type ChoiceLimits } from "./chooseCounters.ts";
import { englishCounterPath } from "./counterNames.ts";
import type { LogTimeZone } from "./CounterLog.ts";
import type { CounterTable } from "./CounterTable.ts";
import { judgeHeader } from "./judgeHeader.ts";
import { judgeLine } from "./judgeLine.ts";
import { isHeader, parseHeader, type Header } from "./parseHeader.ts";
import { parseStamp, swapDayAndMonth } from "./parseStamp.ts";
import { readStamp, STAMP_BYTES } from "./readStamp.ts";
import { RowReader } from "./RowReader.ts";

const [LINE_FEED, RETURN, BLANK, QUOTE] = [0x0a, 0x0d, 0x20, 0x22] as const;

/** Enough of a line to tell what it is. */
const LOOKED_AT = 2000;

/** No stamp is longer, with its quotes and blanks. */
const LONGEST_STAMP = 40;

/** A file whose header does not come within so many lines is no counter log. */
const LINES_BEFORE_HEADER = 2000;

/** The rows behind one header: a log that `relog -a` or a copy command continued has several. */
export interface Segment {
  /** the first sample behind the header */
  firstSample: number;
  timeZone: LogTimeZone | undefined;
}

/** Tells the lines of a counter log apart and gives the rows to `RowReader`. */
export class LineReader {
  readonly segments: Segment[] = [];
  /** true once it is clear that the file is no counter log */
  hopeless = false;
  /** the line that is read next, counted from 1 */
  private line = 1;
  private lastHeader: Header | undefined;
  private dayFirst = false;
  private sawTrailer = false;
  private readonly rows: RowReader;
  private readonly table: CounterTable;
  private readonly problems: ProblemList;
  private readonly encoding: Encoding["name"];
  private readonly limits: () => ChoiceLimits;

  constructor(table: CounterTable, problems: ProblemList, encoding: Encoding["name"], limits: () => ChoiceLimits) {
    this.table = table;
    this.problems = problems;
    this.encoding = encoding;
    this.limits = limits;
    this.rows = new RowReader(table, problems);
  }

  /**
   * Reads whole lines; the bytes end with a line feed. Where the file ends without one, it was added to its last line, which then
   * comes alone and `unterminated`.
   */
  read(bytes: Uint8Array, unterminated: boolean): void {
    const { rows } = this;
    for (let at = 0; at < bytes.length && !this.hopeless; this.line++) {
      const start = bytes[at] === QUOTE || bytes[at] === BLANK ? at + 1 : at;
      const time = this.lastHeader ? readStamp(bytes, start, this.dayFirst) : NaN;
      const behind = Number.isNaN(time) ? -1 : this.endOfStamp(bytes, start + STAMP_BYTES);
      at =
        behind < 0
          ? this.readOddLine(bytes, at, unterminated)
          : rows.read(bytes, behind, time, this.line, unterminated);
    }
  }

  /** Where the stamp's field ends: at the delimiter or the line's end; -1 where something else follows the stamp. */
  private endOfStamp(bytes: Uint8Array, from: number): number {
    let at = from;
    while (bytes[at] === BLANK) at++;
    if (bytes[at] === QUOTE) at++;
    while (bytes[at] === BLANK) at++;
    const byte = bytes[at];
    return byte === this.rows.delimiter || byte === RETURN || byte === LINE_FEED ? at : -1;
  }

  /** Reads a line that does not begin with perfmon's own time stamp; gives the byte after it. */
  private readOddLine(bytes: Uint8Array, at: number, unterminated: boolean): number {
    const next = bytes.indexOf(LINE_FEED, at) + 1;
    let end = next - 1;
    while (end > at && (bytes[end - 1] === RETURN || bytes[end - 1] === BLANK)) end--;
    if (end === at) return next;
    let fieldEnd = at;
    while (fieldEnd < end && fieldEnd < at + LONGEST_STAMP && bytes[fieldEnd] !== this.rows.delimiter) fieldEnd++;
    const stampText = String.fromCharCode(...bytes.subarray(at, fieldEnd))
      .replaceAll('"', "")
      .trim();
    const time = this.lastHeader ? this.readOtherStamp(stampText) : undefined;
    if (time !== undefined) return this.rows.read(bytes, fieldEnd, time, this.line, unterminated);
    const text = this.decode(bytes.subarray(at, Math.min(end, at + LOOKED_AT)));
    if (isHeader(text)) this.readHeader(bytes.subarray(at, end));
    else if (!this.lastHeader) this.hopeless ||= this.line > LINES_BEFORE_HEADER;
    else {
      const { kind, effect, message } = judgeLine(text, stampText, unterminated);
      // Behind typeperf's farewell nothing is data, until another header comes.
      if (kind === "trailer") this.sawTrailer = true;
      else if (!this.sawTrailer) this.problems.add(kind, this.line, effect, message);
    }
    return next;
  }

  private readHeader(bytes: Uint8Array): void {
    const header = parseHeader(this.decode(bytes));
    if (!header) return;
    const { table, line } = this;
    const held = table.columns.length;
    const slots = table.useColumns(header.paths, chooseCounters(header.paths, this.limits()));
    // Every counter that is known by name is a size, a count, a rate or a share: none can be negative.
    const neverNegative = table.columns.map(
      ({ parts }) => englishCounterPath(parts.object, parts.instance, parts.counter) !== undefined,
    );
    this.rows.begin(header.delimiter, slots, neverNegative);
    this.segments.push({ firstSample: table.samples, timeZone: header.timeZone });
    judgeHeader({ header, before: this.lastHeader, added: table.columns.length - held, line }, this.problems);
    this.lastHeader = header;
    this.sawTrailer = false;
  }

  /** A stamp in another shape than perfmon's, or with the day first; undefined where it is none or contradicts others. */
  private readOtherStamp(text: string): number | undefined {
    const stamp = parseStamp(text, this.dayFirst ? "day first" : "month first");
    if (!stamp) return undefined;
    const contradicts = stamp.proves && (stamp.proves === "day first") !== this.dayFirst;
    return !contradicts || (!this.dayFirst && this.turnToDayFirst(text)) ? stamp.time : undefined;
  }

  /** From here on the day comes first, and so it did before: false where an earlier date speaks against it. */
  private turnToDayFirst(stampText: string): boolean {
    const { table, problems, line } = this;
    const swapped = new Float64Array(table.samples);
    for (let sample = 0; sample < table.samples; sample++) {
      const time = swapDayAndMonth(table.localTimes[sample]!);
      if (time === undefined) return false;
      swapped[sample] = time;
    }
    table.localTimes.set(swapped);
    this.dayFirst = true;
    const message = `Dates have the day first here ("${stampText}"), unlike perfmon's own: all dates were read so.`;
    problems.add("day first", line, "note", message);
    return true;
  }

  private decode(bytes: Uint8Array): string {
    return textDecoder(this.encoding)(bytes, true);
  }
}
