import type { LogSource, ReadOptions, ReadResult } from "../ReadResult.ts";
import { detectEncoding, type Encoding } from "../text/detectEncoding.ts";
import { identifyBinary } from "../text/identifyBinary.ts";
import { identifyText } from "../text/identifyText.ts";
import { LineSplitter } from "../text/LineSplitter.ts";
import { ProblemList } from "../text/ProblemList.ts";
import { readPieces, type PiecesEnd } from "../text/readPieces.ts";
import { encodingDoubt } from "../text/readText.ts";
import { textDecoder } from "../text/textDecoder.ts";
import type { CounterLog } from "./CounterLog.ts";
import { CounterTable } from "./CounterTable.ts";
import { finishLog } from "./finishLog.ts";
import { LineReader } from "./LineReader.ts";

/** Below this a log is held whole: its numbers take 128 MiB even if each has but one digit. */
const WHOLE_BELOW_BYTES = 64 << 20;

/** Most memory that numbers may take: with the pieces being read, a log of any size then stays below 300 MB. */
const MOST_NUMBER_BYTES = 144 << 20;

/** A file whose header has not come in so many bytes is no counter log, and need not be read to its end. */
const MOST_BEFORE_HEADER = 64 << 20;

/** How a counter log is read. */
export interface ReadPerfmonOptions extends ReadOptions {
  /**
   * which counters to hold, by path (English or the log's language, machine and instance optional); by default all, and of a log
   * above `wholeBelowBytes` those of `RELEVANT_COUNTERS`
   */
  counters?: readonly string[];
  /** the size from which on only chosen counters are held; 64 MiB where it is not given */
  wholeBelowBytes?: number;
}

/**
 * Reads a text counter log of perfmon, logman, relog or typeperf: CSV or TSV, in any encoding, also one that a spreadsheet saved
 * again. Numbers have the same bits as `Number()` gives, blanks are NaN, times rise. Bytes are read piece by piece, so that a log of a
 * gigabyte takes memory for its chosen counters only. Never throws for bad input: a file that is no counter log gives no samples
 * and a problem that names what it is.
 */
export async function readPerfmon(
  source: LogSource,
  options: ReadPerfmonOptions = {},
): Promise<ReadResult<CounterLog>> {
  const bytes = typeof source === "string" ? new TextEncoder().encode(source) : source;
  const totalBytes = bytes instanceof Uint8Array ? bytes.length : bytes.size;
  const problems = new ProblemList();
  const end: PiecesEnd = { reason: "", bytesRead: 0, message: "" };
  let expectedSamples = 0;
  const table = new CounterTable((columns) => Math.min(expectedSamples, mostSamples(columns)));
  const splitter = new LineSplitter();
  let encoding: Encoding | undefined;
  let reader: LineReader | undefined;
  let head: Uint8Array = new Uint8Array(0);
  let toUtf8: ((bytes: Uint8Array, last: boolean) => Uint8Array) | undefined;
  for await (const piece of readPieces(bytes, options, end)) {
    let text = piece.bytes;
    if (!encoding || !reader) {
      head = text.subarray(0, 1 << 18);
      encoding = detectEncoding(text);
      const wide = encoding.name.startsWith("utf-16");
      const wrong = identifyBinary(head, wide);
      if (wrong) return finishLog({ source, table, reader, problems, wrong });
      text = text.subarray(encoding.markBytes);
      expectedSamples = expectSamples(text, totalBytes);
      // UTF-16 is turned into UTF-8 piece by piece, since the fast path reads ASCII digits.
      if (wide) toUtf8 = transcoder(encoding.name);
      reader = new LineReader(table, problems, wide ? "utf-8" : encoding.name, () => ({
        asked: options.counters,
        relevantOnly: totalBytes > (options.wholeBelowBytes ?? WHOLE_BELOW_BYTES),
        most: Math.max(16, Math.floor(MOST_NUMBER_BYTES / 8 / expectedSamples) - 3),
      }));
      const doubt = encodingDoubt(encoding);
      if (doubt) problems.add("encoding", 0, doubt.effect, doubt.message);
    }
    if (toUtf8) text = toUtf8(text, piece.last);
    for (const lines of splitter.take(text, piece.last)) reader.read(lines.bytes, lines.unterminated);
    if (reader.hopeless || (reader.segments.length === 0 && end.bytesRead > MOST_BEFORE_HEADER)) break;
    if (table.samples > mostSamples(table.columns.length)) {
      end.reason = "stopped";
      end.message = `Only the first ${table.samples} samples were read, memory has no room for more: thin the log with relog (relog log.csv -t 10 -f csv -o thin.csv), or name fewer counters.`;
      break;
    }
  }
  if (end.reason !== "") problems.add("end", 0, "lost", end.message);
  if (splitter.overlong > 0) {
    problems.add("overlong", 0, "lost", "A line is longer than 32 MiB and was cut: this is no line of a counter log.");
  }
  const understood = end.reason !== "" || (reader && reader.segments.length > 0);
  const wrong = understood
    ? undefined
    : identifyText(asciiOf(encoding?.name, head.subarray(0, 1 << 16)), "readPerfmon");
  return finishLog({ source, table, reader, problems, wrong });
}

/** The text of a file's beginning, good enough to tell what it is. */
const asciiOf = (encoding: Encoding["name"] | undefined, head: Uint8Array) =>
  textDecoder(encoding?.startsWith("utf-16") ? encoding : "windows-1252")(head, true);

/** How many samples fit into memory. */
const mostSamples = (columns: number) => Math.floor(MOST_NUMBER_BYTES / 8 / (columns + 3));

/** Guesses how many samples the log has from the lines of its first piece; the header, far longer than a row, is not counted. */
function expectSamples(firstPiece: Uint8Array, totalBytes: number): number {
  const ends: number[] = [];
  for (let at = firstPiece.indexOf(10); at >= 0 && ends.length < 200; at = firstPiece.indexOf(10, at + 1))
    ends.push(at);
  const rows = ends.slice(Math.min(3, ends.length - 1));
  const bytesPerRow =
    rows.length > 1 ? (rows.at(-1)! - rows[0]!) / (rows.length - 1) : firstPiece.length / (ends.length + 1);
  return Math.ceil((totalBytes / Math.max(bytesPerRow, 8)) * 1.02) + 16;
}

function transcoder(name: Encoding["name"]): (bytes: Uint8Array, last: boolean) => Uint8Array {
  const decode = textDecoder(name);
  const encoder = new TextEncoder();
  return (bytes, last) => encoder.encode(decode(bytes, last));
}
