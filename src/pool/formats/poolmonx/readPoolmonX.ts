import { findContradiction } from "../poolmon/checkRow.ts";
import type { PoolSnapshot, PoolTagRow } from "../poolmon/PoolSnapshot.ts";
import type { LogSource, Problem, ReadOptions, ReadResult } from "../ReadResult.ts";
import { nameOfSource } from "../text/nameOfSource.ts";
import { ProblemList } from "../text/ProblemList.ts";
import { forEachLine, readLines } from "../text/readLines.ts";
import { readPieces, type PiecesEnd } from "../text/readPieces.ts";
import { decodeStrings } from "./decodeStrings.ts";
import { isPoolName, parsePoolmonXRow, POOLMONX_FIELDS } from "./parsePoolmonXRow.ts";

/** A kernel has some thousand tags: a larger file is none of PoolMonX's. */
const MOST_BYTES = 64 << 20;
const MOST_ROWS = 100_000;

const NOTHING =
  "No row of PoolMonX was found here: a tag, Paged or Non Paged, and its counts, with tabs between them. Record the pool with: poolmon -b -n pool.txt";

/**
 * Reads the list of pool tags that PoolMonX exports: text with tabs, or the "CSV" of 2018, which is an archive of strings (its rows are
 * counted instead of lines). Such a list is one snapshot without a time. Never throws for bad input.
 *
 * The tool: https://github.com/zodiacon/PoolMonX
 */
export async function readPoolmonX(source: LogSource, options: ReadOptions = {}): Promise<ReadResult<PoolSnapshot[]>> {
  const problems = new ProblemList();
  const end: PiecesEnd = { reason: "", bytesRead: 0, message: "" };
  const rows: PoolTagRow[] = [];
  const keep = (row: PoolTagRow) => {
    if (rows.length >= MOST_ROWS) return problems.add("many", row.line, "lost", "More rows than a kernel has tags.");
    rows.push(row);
    if (findContradiction(row) === undefined) return;
    const message = `${row.tag}: Diff is ${row.diff}, but Allocs - Frees is ${row.allocs - row.frees}; the row may be damaged.`;
    problems.add("diff", row.line, "doubt", message);
  };
  const archive = typeof source === "string" ? undefined : await readArchive(source, options, end);
  if (archive) readStrings(archive, keep, problems);
  else if (end.reason === "") await readText(source, options, end, { keep, problems });
  if (end.reason !== "") problems.add("end", 0, "lost", end.message);
  if (rows.length === 0) return { records: [], problems: end.reason === "" ? [whole(NOTHING)] : problems.sorted() };
  problems.add("no time", 0, "note", "PoolMonX states no time: this is one moment, and growth needs three or more.");
  const snapshot: PoolSnapshot = {
    ...{ number: 1, stamp: "", time: undefined, memory: undefined, scope: "system" as const },
    ...{ rows, line: rows[0]!.line, log: nameOfSource(source) },
  };
  return { records: [snapshot], problems: problems.sorted() };
}

interface Gathering {
  keep: (row: PoolTagRow) => void;
  problems: ProblemList;
}

async function readText(
  source: LogSource,
  options: ReadOptions,
  end: PiecesEnd,
  { keep, problems }: Gathering,
): Promise<void> {
  for await (const piece of readLines(source, options, end)) {
    forEachLine(piece, (text, line) => {
      if (text.trim() === "" || /^Tag\t/i.test(text)) return;
      const row = text.length > 4096 ? undefined : parsePoolmonXRow(text.split("\t"), line);
      if (row) keep(row);
      else problems.add("row", line, "lost", `This is no row of PoolMonX: "${text.slice(0, 60)}".`);
    });
  }
}

/** The whole of a file of archived strings; undefined where the file is a text. */
async function readArchive(
  source: Uint8Array | Blob,
  options: ReadOptions,
  end: PiecesEnd,
): Promise<Uint8Array | undefined> {
  const size = source instanceof Uint8Array ? source.length : source.size;
  const parts: Uint8Array[] = [];
  // A text is read again, line by line, with its progress.
  for await (const { bytes } of readPieces(source, {}, end, 1 << 16)) {
    if (parts.length === 0 && (size > MOST_BYTES || decodeStrings(bytes.subarray(0, 4096)).next().done))
      return undefined;
    if (options.signal?.aborted) {
      end.reason = "stopped";
      end.message = "Reading was stopped before the end of the list.";
      return undefined;
    }
    parts.push(bytes);
    options.onProgress?.(Math.min(parts.length << 16, size), size);
  }
  if (end.reason !== "") return undefined;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A row is ten strings of which the second names a pool; what does not fit is passed over until it does again. */
function readStrings(bytes: Uint8Array, keep: (row: PoolTagRow) => void, problems: ProblemList): void {
  let fields: string[] = [];
  let rows = 0;
  let isLost = false;
  for (const { text, at } of decodeStrings(bytes)) {
    fields.push(text);
    if (fields.length < POOLMONX_FIELDS) continue;
    if (isPoolName(fields[1])) {
      const row = parsePoolmonXRow(fields, ++rows);
      if (row) keep(row);
      else problems.add("row", rows, "lost", `The counts of ${fields[0]} cannot be read.`);
      fields = [];
      isLost = false;
    } else {
      if (!isLost) problems.add("gap", rows, "lost", `Strings before byte ${at} are no row and were passed over.`);
      isLost = true;
      fields = fields.slice(1);
    }
  }
}

function whole(message: string): Problem {
  return { line: 0, effect: "lost", message };
}
