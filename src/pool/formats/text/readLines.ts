import type { LogSource, ReadOptions } from "../ReadResult.ts";
import { decodeLines, detectWideText } from "./decodeLines.ts";

/** A stretch of a log that holds whole lines only (the last stretch may lack its line end). */
export interface LinePiece {
  /** the decoded lines with their line ends */
  text: string;
  /** the number of the piece's first line in the log, counted from 1 */
  firstLine: number;
  /** whether the log's last line, the last of this piece, has no line end: it may be cut off */
  unfinished: boolean;
}

/** Large enough to keep the cost per piece small, small enough that progress moves and Stop is heard. */
const PIECE_BYTES = 1 << 20;

/** No text log has longer lines; a binary file without a line feed would otherwise be held whole. */
const LONGEST_LINE_BYTES = 4 << 20;

/** What `readLines` needs beyond `ReadOptions`; tests make the pieces small. */
export interface LineOptions extends ReadOptions {
  /** how many bytes are read at a time */
  pieceBytes?: number;
}

/**
 * Reads a log as pieces of whole lines, decoded, in memory that does not grow with the log. Ends early when `signal` is
 * aborted; whether it did is for the caller to ask the signal. Rejects only where the source itself cannot be read.
 */
export async function* readLines(source: LogSource, options: LineOptions = {}): AsyncGenerator<LinePiece> {
  if (typeof source === "string") {
    const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
    if (text !== "") yield { text, firstLine: 1, unfinished: !/[\r\n]$/.test(text) };
    options.onProgress?.(source.length, source.length);
    return;
  }
  const { onProgress, signal, pieceBytes = PIECE_BYTES } = options;
  const size = source instanceof Uint8Array ? source.byteLength : source.size;
  let firstLine = 1;
  let rest: Uint8Array = new Uint8Array(0);
  let wide: ReturnType<typeof detectWideText>;
  for (let from = 0; from < size && !signal?.aborted; from += pieceBytes) {
    const to = Math.min(from + pieceBytes, size);
    const read = source instanceof Uint8Array ? source.subarray(from, to) : await bytesOf(source.slice(from, to));
    if (from === 0) wide = detectWideText(read);
    const bytes = rest.length === 0 ? read : join(rest, read);
    const last = to === size;
    const end = last ? bytes.length : endOfLastLine(bytes, wide);
    rest = bytes.subarray(end);
    if (end > 0) {
      const text = decodeLines(bytes.subarray(0, end), wide);
      if (text !== "") yield { text, firstLine, unfinished: last && !text.endsWith("\n") };
      firstLine += countLines(text);
    }
    onProgress?.(to, size);
    // A source in memory never waits by itself: let the page breathe, and Stop be heard, between two pieces.
    if (!last && source instanceof Uint8Array && signal) await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

/** Calls `visit` for each line of a piece, without its line end. Lines end at LF; a file of bare CRs is split at those. */
export function forEachLine(piece: LinePiece, visit: (text: string, line: number) => void): void {
  const { text } = piece;
  const lineEnd = text.includes("\n") ? "\n" : "\r";
  let line = piece.firstLine;
  for (let start = 0; start < text.length; line++) {
    const at = text.indexOf(lineEnd, start);
    let end = at < 0 ? text.length : at;
    const next = end + 1;
    while (end > start && text.charCodeAt(end - 1) === 13) end--;
    visit(text.slice(start, end), line);
    start = next;
  }
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** Where the last whole line ends; a line longer than any log has is cut, at a whole UTF-16 unit. */
function endOfLastLine(bytes: Uint8Array, wide: "utf-16le" | "utf-16be" | undefined): number {
  for (let at = bytes.lastIndexOf(10); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(10, at - 1)) {
    if (wide === undefined) return at + 1;
    if (wide === "utf-16be" && at % 2 === 1 && bytes[at - 1] === 0) return at + 1;
    // The zero that completes a UTF-16LE line feed may not be read yet; a single-byte line feed in a mixed file has none.
    if (wide === "utf-16le" && at + 1 < bytes.length) return bytes[at + 1] === 0 ? at + 2 : at + 1;
  }
  return bytes.length > LONGEST_LINE_BYTES ? bytes.length & ~1 : 0;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
