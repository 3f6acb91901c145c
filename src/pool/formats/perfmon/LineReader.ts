import { textDecoder } from "../text/textDecoder.ts";
import type { Encoding } from "../text/detectEncoding.ts";
import type { ProblemList } from "../text/ProblemList.ts";
import { chooseCounters, type ChoiceLimits } from "./chooseCounters.ts";
import { englishCounterPath } from "./counterNames.ts";
import type { LogTimeZone } from "./CounterLog.ts";
import type { CounterTable } from "./CounterTable.ts";
import { isHeader, parseHeader, type Header } from "./parseHeader.ts";
import { isShortened, parseStamp, swapDayAndMonth } from "./parseStamp.ts";
import { readStamp } from "./readStamp.ts";
import { RowReader } from "./RowReader.ts";

const [LINE_FEED, RETURN, BLANK, QUOTE, COMMA] = [0x0a, 0x0d, 0x20, 0x22, 0x2c] as const;

/** Enough of a line to tell what it is. */
const LOOKED_AT = 240;

/** A file whose header does not come within so many lines is no counter log. */
const LINES_BEFORE_HEADER = 2000;

/** The rows behind one header: a log that `relog -a` or a copy command continued has several. */
export interface Segment {
  /** the first sample behind the header */
  firstSample: number;
  timeZone: LogTimeZone | undefined;
  /** the header's line, counted from 1 */
  line: number;
}

/** Tells the lines of a counter log apart and gives the rows to `RowReader`. */
export class LineReader {
  readonly segments: Segment[] = [];
  /** the line that is read next, counted from 1 */
  line = 1;
  /** true once it is clear that the file is no counter log */
  hopeless = false;
  private readonly rows: RowReader;
  private readonly decode: (bytes: Uint8Array) => string;
  private dayFirst = false;
  private lastHeader: Header | undefined;
  private sawTrailer = false;
  private readonly table: CounterTable;
  private readonly problems: ProblemList;
  private readonly limits: () => ChoiceLimits;

  constructor(table: CounterTable, problems: ProblemList, encoding: Encoding["name"], limits: () => ChoiceLimits) {
    this.table = table;
    this.problems = problems;
    this.limits = limits;
    this.rows = new RowReader(table, problems);
    this.decode = (bytes) => textDecoder(encoding)(bytes, true);
  }

  /** Reads whole lines; the bytes end with a line feed, which `unterminated` says the file does not have. */
  read(bytes: Uint8Array, unterminated: boolean): void {
    const { rows } = this;
    for (let at = 0; at < bytes.length && !this.hopeless; this.line++) {
      const start = bytes[at] === QUOTE ? at + 1 : bytes[at] === BLANK ? at + 1 : at;
      const time = this.lastHeader ? readStamp(bytes, start, this.dayFirst) : NaN;
      if (Number.isNaN(time)) {
        at = this.readOddLine(bytes, at, unterminated);
        continue;
      }
      let behind = start + 23;
      while (bytes[behind] === BLANK) behind++;
      if (bytes[behind] === QUOTE) behind++;
      while (bytes[behind] === BLANK) behind++;
      const byte = bytes[behind];
      at =
        byte === rows.delimiter || byte === RETURN || byte === LINE_FEED
          ? rows.read(
              bytes,
              behind,
              time,
              this.line,
              unterminated && bytes.indexOf(LINE_FEED, behind) === bytes.length - 1,
            )
          : this.readOddLine(bytes, at, unterminated);
    }
  }

  /** Reads a line that does not begin with perfmon's own time stamp; gives the byte after it. */
  private readOddLine(bytes: Uint8Array, at: number, fileUnterminated: boolean): number {
    const feed = bytes.indexOf(LINE_FEED, at);
    const next = feed + 1;
    const unterminated = fileUnterminated && next === bytes.length;
    let end = feed;
    while (end > at && (bytes[end - 1] === RETURN || bytes[end - 1] === BLANK)) end--;
    if (end === at) return next;
    const text = this.decode(bytes.subarray(at, Math.min(end, at + 8 * LOOKED_AT)));
    if (isHeader(text)) {
      this.readHeader(bytes.subarray(at, end));
      return next;
    }
    const { problems, line } = this;
    if (!this.lastHeader) {
      if (line > LINES_BEFORE_HEADER) this.hopeless = true;
      return next;
    }
    const delimiter = String.fromCharCode(this.rows.delimiter);
    const [field = ""] = text.split(delimiter, 1);
    const stampText = field.replaceAll('"', "").trim();
    let stamp = parseStamp(stampText, this.dayFirst ? "day first" : "month first");
    if (stamp?.proves === "day first" && !this.dayFirst && !this.turnToDayFirst(stampText)) stamp = undefined;
    if (stamp?.proves === "month first" && this.dayFirst) stamp = undefined;
    if (stamp) {
      // The stamp is plain ASCII, so that its length in characters is its length in bytes.
      return this.rows.read(bytes, Math.min(at + field.length, end), stamp.time, line, unterminated);
    }
    if (/^[\s",;]*$/.test(text))
      problems.add("empty row", line, "note", "The row is empty (a spreadsheet leaves such rows): it was passed over.");
    else if (/^(exiting, please wait|the command completed successfully)/i.test(text)) this.sawTrailer = true;
    else if (/^\0+/.test(text))
      problems.add(
        "zeros",
        line,
        "lost",
        "The line is zero bytes: the machine stopped before the log was on disk. What follows was passed over.",
      );
    else if (isShortened(stampText))
      problems.add(
        "shortened",
        line,
        "lost",
        `The time "${stampText}" is all a spreadsheet left of date and time: use the file as perfmon wrote it.`,
      );
    else if (unterminated && !this.sawTrailer)
      problems.add(
        "cut",
        line,
        "lost",
        "The last line is cut off within its time (the disk was full, or the log still running): it was left out.",
      );
    else if (/^error:/i.test(text))
      problems.add(
        "error",
        line,
        "doubt",
        `The tool reported an error while it recorded: "${text.slice(0, LOOKED_AT)}"`,
      );
    else if (!this.sawTrailer)
      problems.add(
        "no row",
        line,
        "lost",
        `The line is no sample: it begins "${text.slice(0, 60)}" where a time like 08/14/2012 09:30:00.156 belongs.`,
      );
    return next;
  }

  private readHeader(bytes: Uint8Array): void {
    const header = parseHeader(this.decode(bytes));
    if (!header) return;
    const { table, problems, line, lastHeader } = this;
    const held = table.columns.length;
    const slots = table.useColumns(header.paths, chooseCounters(header.paths, this.limits()));
    const neverNegative = table.columns.map(
      ({ parts }) => englishCounterPath(parts.object, parts.instance, parts.counter) !== undefined,
    );
    this.rows.begin(header.delimiter, slots, neverNegative);
    this.segments.push({ firstSample: table.samples, timeZone: header.timeZone, line });
    if (header.doubt) problems.add("header", line, "doubt", header.doubt);
    const twice = header.paths.length - new Set(header.paths.map((path) => path.toLowerCase())).size;
    if (twice > 0 && !lastHeader)
      problems.add("twice", line, "note", `${twice} counters stand twice in the header: each column was kept.`);
    if (lastHeader) {
      const same = lastHeader.paths.join("\n").toLowerCase() === header.paths.join("\n").toLowerCase();
      const added = table.columns.length - held;
      if (same)
        problems.add(
          "continued",
          line,
          "note",
          "A second header with the same counters: another log was appended here, and reading went on.",
        );
      else
        problems.add(
          "changed",
          line,
          "doubt",
          `A second header with other counters (${header.paths.length}, of them ${added} new): the columns were matched by path, and a counter has no sample where its log has none.`,
        );
    }
    if (header.delimiter !== COMMA && header.stampTitle.includes("PDH-CSV")) {
      problems.add(
        "resaved",
        line,
        "note",
        "The log was saved again by a spreadsheet (another delimiter than perfmon's comma): numbers were read with its decimal mark.",
      );
    }
    this.lastHeader = header;
  }

  /** From here on the day comes first, and so it did before: false where an earlier date speaks against it. */
  private turnToDayFirst(stampText: string): boolean {
    const { table, problems, line } = this;
    const swapped = new Float64Array(table.samples);
    for (let sample = 0; sample < table.samples; sample++) {
      const time = swapDayAndMonth(table.localTimes[sample]!);
      if (time === undefined) {
        problems.add(
          "dates",
          line,
          "lost",
          `The date "${stampText}" has the day first, earlier dates have the month first: the row was left out.`,
        );
        return false;
      }
      swapped[sample] = time;
    }
    table.localTimes.set(swapped);
    this.dayFirst = true;
    problems.add(
      "day first",
      line,
      "note",
      `Dates have the day first here ("${stampText}"), unlike perfmon's own: all dates were read so.`,
    );
    return true;
  }
}
