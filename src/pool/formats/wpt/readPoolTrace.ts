import type { LogSource, Problem, ReadOptions, ReadResult } from "../ReadResult.ts";
import { identifyFormat } from "../text/identifyBinary.ts";
import { identifyText } from "../text/identifyText.ts";
import { ProblemList } from "../text/ProblemList.ts";
import { readHead } from "../text/readHead.ts";
import { forEachSpan, readLines } from "../text/readLines.ts";
import type { PiecesEnd } from "../text/readPieces.ts";
import type { PoolTrace } from "./PoolTrace.ts";
import { MOST_EVENTS, TraceBuilder } from "./TraceBuilder.ts";
import { parseLostEvents, REMARK, TRACE_COLUMNS } from "./traceLayout.ts";
import { TraceRowReader } from "./TraceRowReader.ts";

/** How a trace is read. */
export interface PoolTraceOptions extends ReadOptions {
  /** how many events are held at most; 5 million where it is not given */
  mostEvents?: number;
}

const WANTED = `Expected is a list of pool events as CSV with the header ${TRACE_COLUMNS.join(",")}.`;

/** Rows may be headless; where nothing of so many lines is an event, none is. */
const LINES_BEFORE_ROWS = 2000;

/**
 * Reads the events of a pool trace as text: one line per allocation or free with its time in microseconds, pool, tag, address,
 * size, process, thread and stack (outermost frame first, frames joined by `/`). Columns may stand in any order. Lines that begin
 * with `#` are remarks; `# Lost events: 1204` is understood. A trace of any size is read in bounded memory: beyond `mostEvents` its
 * end is left out, and a problem says so. Never throws for bad input.
 */
export async function readPoolTrace(source: LogSource, options: PoolTraceOptions = {}): Promise<ReadResult<PoolTrace>> {
  const problems = new ProblemList();
  const builder = new TraceBuilder();
  const rows = new TraceRowReader(builder, problems);
  const most = options.mostEvents ?? MOST_EVENTS;
  const end: PiecesEnd = { reason: "", bytesRead: 0, message: "" };
  let lost: number | undefined;
  let lastLine = 0;
  let isFull = false;
  for await (const piece of readLines(source, options, end)) {
    const { text } = piece;
    if (piece.firstLine === 1) builder.reserve(Math.min(most, expectEvents(text, source)));
    forEachSpan(piece, (start, stop, line) => {
      lastLine = line;
      if (start === stop || isFull) return;
      const code = text.charCodeAt(start);
      const isDigit = code >= 0x30 && code <= 0x39;
      if (!isDigit || !rows.isReady) {
        const told =
          isDigit && rows.isReady ? undefined : parseLostEvents(text.slice(start, Math.min(stop, start + 100)));
        if (told !== undefined) lost = (lost ?? 0) + told;
        if (told !== undefined || text.startsWith(REMARK, start)) return;
        if (rows.takeHeader(text.slice(start, Math.min(stop, start + 2001)))) return;
        if (text.slice(start, stop).trim() === "") return;
      }
      if (!rows.isReady) {
        if (!isDigit) return;
        rows.assumeColumns();
        const message = `The list has no header; its columns were read as ${TRACE_COLUMNS.join(",")}.`;
        problems.add("headless", line, "doubt", message);
      }
      isFull = builder.count >= most;
      if (!isFull) rows.read(text, start, stop, line, piece.unfinished && stop === text.length);
    });
    if (isFull || (builder.count === 0 && lastLine > LINES_BEFORE_ROWS)) break;
  }
  const trace = builder.finish(lost, nameOf(source));
  if (trace.time.length === 0 && end.reason === "") return { records: trace, problems: [await nothing(source)] };
  if (isFull) problems.add("full", lastLine, "lost", fullText(most));
  if (end.reason !== "") problems.add("end", lastLine, "lost", end.message);
  if (lost !== undefined && lost > 0) problems.add("lost events", 0, "doubt", lostText(lost));
  return { records: trace, problems: problems.sorted() };
}

/** How many rows there may be, from the length of the first piece's lines. */
function expectEvents(firstPiece: string, source: LogSource): number {
  const total = typeof source === "string" ? source.length : source instanceof Uint8Array ? source.length : source.size;
  let lines = 1;
  for (let at = firstPiece.indexOf("\n"); at >= 0; at = firstPiece.indexOf("\n", at + 1)) lines++;
  return Math.ceil((total / Math.max(firstPiece.length / lines, 40)) * 1.02) + 16;
}

function lostText(lost: number): string {
  return `The recording lost ${lost.toLocaleString("en")} events: a block whose free was lost looks leaked. Record again with larger buffers, or with the tag alone: xperf -PoolTag.`;
}

function fullText(most: number): string {
  return `Only the first ${most.toLocaleString("en")} events were read, memory has no room for more; what is freed later looks leaked. Record with the tag alone: xperf -PoolTag, or cut the list.`;
}

async function nothing(source: LogSource): Promise<Problem> {
  const { bytes, text, empty } = await readHead(source);
  const foreign = empty ? undefined : (identifyFormat(bytes) ?? identifyText(text, "readPoolTrace"));
  const is = empty
    ? "The file is empty."
    : foreign
      ? `This is ${foreign.kind}, not a list of pool events. ${foreign.advice}`
      : "No pool event was found here.";
  return { line: 0, effect: "lost", message: `${is.trim()} ${WANTED}` };
}

function nameOf(source: LogSource): string | undefined {
  return typeof File !== "undefined" && source instanceof File ? source.name : undefined;
}
