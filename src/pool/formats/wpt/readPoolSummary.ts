import type { LogSource, Problem, ReadOptions, ReadResult } from "../ReadResult.ts";
import { identifyFormat } from "../text/identifyBinary.ts";
import { identifyText } from "../text/identifyText.ts";
import { nameOfSource } from "../text/nameOfSource.ts";
import { ProblemList } from "../text/ProblemList.ts";
import { readHead } from "../text/readHead.ts";
import { forEachSpan, readLines } from "../text/readLines.ts";
import type { PiecesEnd } from "../text/readPieces.ts";
import type { PoolSummary } from "./PoolSummary.ts";
import { parseWindow } from "./summaryLayout.ts";
import { parseLostEvents, REMARK } from "./traceLayout.ts";
import { WpaTable } from "./WpaTable.ts";
import { XperfReport } from "./XperfReport.ts";

/** No row is longer, its stack included. */
const LONGEST_LINE = 20_000;

/** A summary is short; more rows are a list of something else. */
const MOST_ROWS = 500_000;

const WANTED =
  "Expected is the pool table of Windows Performance Analyzer, exported or copied with its header (Type, Paged, Pool Tag, Count, Size), or the report of: xperf -i pool.etl -o pool.txt -a pool -pooltags -images";

/**
 * Reads a summary of a pool trace: WPA's pool table as CSV (thousands in quotes) or copied with tabs, with any grouping of
 * thousands, or xperf's pool report. `# Lost events: 12` and `# Window: 300 s` are understood above it. What it tells is growth inside
 * the window of the trace, not what the pool held. Never throws for bad input.
 */
export async function readPoolSummary(source: LogSource, options: ReadOptions = {}): Promise<ReadResult<PoolSummary>> {
  const problems = new ProblemList();
  const records: PoolSummary = {
    form: "WPA",
    rows: [],
    lostEvents: undefined,
    windowSeconds: undefined,
    log: nameOfSource(source),
  };
  const report = new XperfReport(problems);
  const end: PiecesEnd = { reason: "", bytesRead: 0, message: "" };
  let table: WpaTable | undefined;
  let lastLine = 0;
  for await (const piece of readLines(source, options, end)) {
    forEachSpan(piece, (start, stop, line) => {
      lastLine = line;
      if (stop - start > LONGEST_LINE) return problems.add("long", line, "lost", "The line is longer than any row.");
      const text = piece.text.slice(start, stop);
      if (text.trim() === "" || takeRemark(text, records)) return;
      // One file holds one form: a row of a table is no title of a report.
      const above = report.recognised ? undefined : WpaTable.below(text, problems);
      if (above) table = above;
      else if (table ? false : report.takeTitle(text)) return;
      else {
        const isCut = piece.unfinished && stop === piece.text.length;
        const row = table?.read(text, line, isCut) ?? (report.recognised ? report.read(text, line, isCut) : undefined);
        if (row && records.rows.length < MOST_ROWS) records.rows.push(row);
        else if (row) problems.add("many", line, "lost", `Only the first ${MOST_ROWS} rows were read.`);
      }
    });
  }
  if (report.recognised) records.form = "xperf";
  if (!table && !report.recognised && end.reason === "") return { records, problems: [await foreign(source)] };
  if (end.reason !== "") problems.add("end", lastLine, "lost", end.message);
  const { lostEvents = 0 } = records;
  if (lostEvents > 0) {
    const message = `The recording lost ${lostEvents.toLocaleString("en")} events: sums are too low, and a block whose free was lost looks leaked. Record again with larger buffers, or with the tag alone: xperf -PoolTag.`;
    problems.add("lost events", 0, "doubt", message);
  }
  return { records, problems: problems.sorted() };
}

/** Takes a line that says something of the recording, or nothing at all. */
function takeRemark(text: string, records: PoolSummary): boolean {
  const lost = parseLostEvents(text);
  if (lost !== undefined) records.lostEvents = (records.lostEvents ?? 0) + lost;
  const seconds = lost === undefined ? parseWindow(text) : undefined;
  if (seconds !== undefined) records.windowSeconds = seconds;
  return lost !== undefined || seconds !== undefined || text.startsWith(REMARK);
}

async function foreign(source: LogSource): Promise<Problem> {
  const { bytes, text, empty } = await readHead(source);
  const kind = empty ? undefined : (identifyFormat(bytes) ?? identifyText(text, "readPoolSummary"));
  const is = empty
    ? "The file is empty."
    : kind
      ? `This is ${kind.kind}, not the summary of a pool trace. ${kind.advice}`
      : "No header of a pool table was found here.";
  return { line: 0, effect: "lost", message: `${is.trim()} ${WANTED}` };
}
