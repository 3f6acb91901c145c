import type { LogSource, ReadOptions, ReadResult } from "../ReadResult.ts";
import { ProblemList } from "../text/ProblemList.ts";
import { forEachLine, readLines } from "../text/readLines.ts";
import type { PiecesEnd } from "../text/readPieces.ts";
import { columnOf, NEEDED_COLUMNS, SHARED_MEMORY_COLUMNS, type SharedMemoryColumn } from "./columns.ts";
import { parseCall } from "./parseCall.ts";
import type { SharedMemoryCall } from "./SharedMemoryTrace.ts";
import { LONGEST_LINE, splitCells } from "./splitCells.ts";

/** A text whose header has not come by then is none of these. */
const LINES_BEFORE_HEADER = 50;

/** Where each column stands in the rows below a header. */
interface Header {
  separator: "," | "\t";
  columns: (SharedMemoryColumn | undefined)[];
}

/**
 * Reads a trace of the calls that make and open named shared memory: a row per call, comma or tab between the cells, columns in
 * any order. Never throws for bad input: a row that does not say what it must is left out, and `problems` names it.
 */
export async function readSharedMemory(
  source: LogSource,
  options: ReadOptions = {},
): Promise<ReadResult<SharedMemoryCall[]>> {
  const problems = new ProblemList();
  const records: SharedMemoryCall[] = [];
  const end: PiecesEnd = { reason: "", bytesRead: 0, message: "" };
  let header: Header | undefined;
  let seen = 0;
  let lastLine = 0;
  for await (const piece of readLines(source, options, end)) {
    forEachLine(piece, (text, line) => {
      lastLine = line;
      if (text.trim() === "" || text.startsWith("#")) return;
      seen++;
      const found = readHeader(text);
      if (found) {
        header = found;
        noteUnknown(text, found, line, problems);
      } else if (header) {
        const call = parseCall(cellsOf(text, header), line, problems);
        if (call) records.push(call);
      }
    });
    if (!header && seen > LINES_BEFORE_HEADER) break;
  }
  if (!header && end.reason === "")
    return { records: [], problems: [{ line: 0, effect: "lost", message: noHeader(seen) }] };
  if (end.reason !== "") problems.add("end", lastLine, "lost", end.message);
  return { records, problems: problems.sorted() };
}

function readHeader(text: string): Header | undefined {
  if (text.length > LONGEST_LINE) return undefined;
  const separator = text.includes("\t") ? "\t" : ",";
  const columns = splitCells(text, separator).map(columnOf);
  return NEEDED_COLUMNS.every((column) => columns.includes(column)) ? { separator, columns } : undefined;
}

function cellsOf(text: string, { separator, columns }: Header): Partial<Record<SharedMemoryColumn, string>> {
  const cells: Partial<Record<SharedMemoryColumn, string>> = {};
  if (text.length > LONGEST_LINE) return cells;
  for (const [at, cell] of splitCells(text, separator).entries()) {
    const column = columns[at];
    if (column !== undefined) cells[column] ??= cell;
  }
  return cells;
}

function noteUnknown(text: string, { separator, columns }: Header, line: number, problems: ProblemList): void {
  const unknown = splitCells(text, separator).filter((cell, at) => columns[at] === undefined && cell !== "");
  if (unknown.length === 0) return;
  const names = unknown.slice(0, 5).map((cell) => cell.slice(0, 30));
  problems.add(
    "columns",
    line,
    "note",
    `These columns are none of the trace's and were left out: ${names.join(", ")}.`,
  );
}

function noHeader(lines: number): string {
  const wanted = `Expected is a first line with the columns ${SHARED_MEMORY_COLUMNS.join(",")}, and a row per call below.`;
  return lines === 0 ? `The file is empty. ${wanted}` : `No trace of shared memory was found here. ${wanted}`;
}
