import type { PoolSnapshot } from "../poolmon/PoolSnapshot.ts";
import { SnapshotKeeper } from "../poolmon/SnapshotKeeper.ts";
import { settleTimes } from "../poolmon/stamp/settleTimes.ts";
import type { LogSource, Problem, ReadOptions, ReadResult } from "../ReadResult.ts";
import { identifyFormat } from "../text/identifyBinary.ts";
import { identifyText } from "../text/identifyText.ts";
import { nameOfSource } from "../text/nameOfSource.ts";
import { ProblemList } from "../text/ProblemList.ts";
import { readHead } from "../text/readHead.ts";
import { forEachLine, readLines } from "../text/readLines.ts";
import type { PiecesEnd } from "../text/readPieces.ts";
import { SnapshotTimes } from "./SnapshotTimes.ts";
import { stampOfName } from "./stampOfName.ts";
import { TagCsvReader } from "./TagCsvReader.ts";

/** How `readPoolTagCsv` reads. */
export interface PoolTagCsvOptions extends ReadOptions {
  /** the names of the sources, where they have none of their own: a file of one snapshot may have its time in its name */
  files?: readonly string[];
}

const WANTED =
  "Expected is the CSV of a PowerShell collector, with Tag, NonPagedDiff, NonPagedUsedBytes … in its header. Make it with: .\\poolmon-powershell.ps1 -view csv -loop 300 > pool.csv";

/** A file whose header has not come by then has none. */
const LINES_BEFORE_HEADER = 2000;

/**
 * Reads the pool tag tables that PowerShell collectors write as CSV: one file with snapshots one below the other, or a folder of
 * files with one snapshot each, in the order of their stamps. Gives the same records as `readPoolmon`; what the file does not say
 * (a column that was not chosen) is NaN. A Diff that a wrapped counter made negative is mended, with a note. Never throws for bad
 * input. Lines in problems are those of the file that `message` names, where there are several.
 *
 * The collectors: https://github.com/stevea78/poolmon-powershell, https://github.com/jshafer817/PoolmonViz
 */
export async function readPoolTagCsv(
  source: LogSource | readonly LogSource[],
  options: PoolTagCsvOptions = {},
): Promise<ReadResult<PoolSnapshot[]>> {
  const sources = isList(source) ? source : [source];
  const files = sources
    .map((each, at) => ({ source: each, name: options.files?.[at] ?? nameOfSource(each) ?? "" }))
    .toSorted((a, b) => startOf(a.name) - startOf(b.name));
  const problems = new ProblemList();
  const keeper = new SnapshotKeeper(problems);
  const times = new SnapshotTimes(problems);
  let recognised = 0;
  for (const file of files) {
    const found = await readFile(file.source, file.name, { keeper, times, options, problems });
    if (found === undefined) recognised++;
    else if (files.length === 1) return { records: [], problems: [found] };
    else problems.add("no table", 0, "lost", `${file.name || "A file"}: ${found.message}`);
  }
  if (recognised === 0) return { records: [], problems: [whole(WANTED)] };
  const stamped = keeper.all();
  // A spreadsheet may have written the dates anew; those of the collector are settled.
  const open = stamped.filter(({ snapshot }) => snapshot.time === undefined && snapshot.stamp !== "");
  settleTimes(open, problems, undefined);
  const records = stamped.map(({ snapshot }) => snapshot);
  // Snapshots of several files follow each other in time, whatever order the files came in.
  const isTimed = records.every(({ time }) => time !== undefined);
  if (files.length > 1 && isTimed) records.sort((a, b) => a.time! - b.time!);
  for (const [at, snapshot] of records.entries()) if (files.length > 1) snapshot.number = at + 1;
  return { records, problems: problems.sorted() };
}

interface Gathering {
  keeper: SnapshotKeeper;
  times: SnapshotTimes;
  options: ReadOptions;
  problems: ProblemList;
}

/** Reads one file; gives the one problem of a file that holds no such table. */
async function readFile(
  source: LogSource,
  name: string,
  { keeper, times, options, problems }: Gathering,
): Promise<Problem | undefined> {
  const reader = new TagCsvReader(keeper, times, problems, name === "" ? undefined : name);
  const end: PiecesEnd = { reason: "", bytesRead: 0, message: "" };
  let lastLine = 0;
  for await (const piece of readLines(source, options, end)) {
    const lines = piece.unfinished ? countLines(piece.text) : 0;
    forEachLine(piece, (text, line) => {
      reader.addLine(text, line, piece.unfinished && line - piece.firstLine + 1 === lines);
      lastLine = line;
    });
    if (!reader.recognised && lastLine > LINES_BEFORE_HEADER) break;
  }
  reader.finish();
  if (end.reason !== "") problems.add("end", lastLine, "lost", end.message);
  return reader.recognised || end.reason !== "" ? undefined : foreign(source);
}

async function foreign(source: LogSource): Promise<Problem> {
  const { bytes, text, empty } = await readHead(source);
  if (empty) return whole(`The file is empty. ${WANTED}`);
  const kind = identifyFormat(bytes) ?? identifyText(text, "readPoolTagCsv");
  const is = kind
    ? `This is ${kind.kind}, not a pool table as CSV. ${kind.advice}`
    : "No header of a pool table was found here.";
  return whole(`${is.trim()} ${WANTED}`);
}

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

const startOf = (name: string) => stampOfName(name)?.time ?? 0;

function whole(message: string): Problem {
  return { line: 0, effect: "lost", message };
}

function isList(source: LogSource | readonly LogSource[]): source is readonly LogSource[] {
  return Array.isArray(source);
}
