import type { LogSource, ReadOptions } from "../ReadResult.ts";
import { decodeLines } from "./decodeLines.ts";
import { detectEncoding, type Encoding } from "./detectEncoding.ts";
import { readPieces, type PiecesEnd } from "./readPieces.ts";

/** A stretch of a log that holds whole lines only (the last stretch may lack its line end). */
export interface LinePiece {
  /** the decoded lines with their line ends */
  text: string;
  /** the number of the piece's first line in the log, counted from 1 */
  firstLine: number;
  /** whether the log's last line, the last of this piece, has no line end: it may be cut off */
  unfinished: boolean;
}

/** Lines of a megabyte are in no text log; a binary file without a line feed would otherwise be held whole. */
const PIECE_BYTES = 1 << 20;
const LONGEST_LINE_BYTES = 4 * PIECE_BYTES;

/**
 * Reads a log as pieces of whole lines, decoded, in memory that does not grow with the log. Never throws for what the
 * log holds; `end` says why the pieces ended early (stopped, unreadable), as with `readPieces`.
 */
export async function* readLines(
  source: LogSource,
  options: ReadOptions,
  end: PiecesEnd,
  pieceBytes = PIECE_BYTES,
): AsyncGenerator<LinePiece, void, undefined> {
  if (typeof source === "string") {
    const text = source.replace(/^\ufeff/, "");
    if (text !== "") yield { text, firstLine: 1, unfinished: !/[\r\n]$/.test(text) };
    return;
  }
  let encoding: Encoding | undefined;
  let rest: Uint8Array = new Uint8Array(0);
  let firstLine = 1;
  for await (const { bytes: read, last } of readPieces(source, options, end, pieceBytes)) {
    const first = encoding === undefined;
    encoding ??= detectEncoding(read);
    const bytes = rest.length === 0 ? (first ? read.subarray(encoding.markBytes) : read) : join(rest, read);
    const length = last ? bytes.length : endOfLastLine(bytes, encoding.name);
    rest = bytes.subarray(length);
    if (length === 0) continue;
    const text = decodeLines(bytes.subarray(0, length), encoding.name);
    yield { text, firstLine, unfinished: last && !/[\r\n]$/.test(text) };
    firstLine += countLines(text);
  }
}

/** Calls `visit` for each line of a piece, without its line end. Lines end at LF; text of bare CRs is split at those. */
export function forEachLine(piece: LinePiece, visit: (text: string, line: number) => void): void {
  forEachSpan(piece, (start, end, line) => {
    visit(piece.text.slice(start, end), line);
  });
}

/** The same with the places of each line in the piece's text: reading there is faster than making a string per line. */
export function forEachSpan(piece: LinePiece, visit: (start: number, end: number, line: number) => void): void {
  const { text } = piece;
  const lineEnd = text.includes("\n") ? "\n" : "\r";
  let line = piece.firstLine;
  for (let start = 0; start < text.length; line++) {
    const at = text.indexOf(lineEnd, start);
    let end = at < 0 ? text.length : at;
    const next = end + 1;
    while (end > start && text.charCodeAt(end - 1) === 13) end--;
    visit(start, end, line);
    start = next;
  }
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** Where the last whole line ends; a line longer than any log has is cut, at a whole UTF-16 unit. */
function endOfLastLine(bytes: Uint8Array, encoding: Encoding["name"]): number {
  for (let at = bytes.lastIndexOf(10); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(10, at - 1)) {
    if (encoding === "utf-16be") {
      if (at % 2 === 1 && bytes[at - 1] === 0) return at + 1;
    } else if (encoding !== "utf-16le") {
      return at + 1;
    } else if (at + 1 < bytes.length) {
      // The zero that completes a UTF-16 line feed may not be read yet; a single-byte line feed in a mixed log has none.
      return bytes[at + 1] === 0 ? at + 2 : at + 1;
    }
  }
  return bytes.length > LONGEST_LINE_BYTES ? bytes.length & ~1 : 0;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
