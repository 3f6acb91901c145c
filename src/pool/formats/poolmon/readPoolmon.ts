import type { LogSource, Problem, ReadOptions, ReadResult } from "../ReadResult.ts";
import type { PiecesEnd } from "../text/readPieces.ts";
import { ProblemList } from "../text/ProblemList.ts";
import { readHead } from "../text/readHead.ts";
import { forEachSpan, readLines } from "../text/readLines.ts";
import { nameForeignFile } from "./nameForeignFile.ts";
import type { PoolSnapshot } from "./PoolSnapshot.ts";
import { quoteLine } from "./reportLine.ts";
import { SnapshotBuilder } from "./SnapshotBuilder.ts";
import { SnapshotKeeper } from "./SnapshotKeeper.ts";
import type { DateOrder } from "./stamp/parseDate.ts";
import { settleTimes } from "./stamp/settleTimes.ts";

/** How `readPoolmon` reads. */
export interface PoolmonOptions extends ReadOptions {
  /** the order of day and month in stamps such as 08/07/2012, where the log itself does not tell */
  dateOrder?: DateOrder;
}

const WANTED =
  "Expected is what PoolMon writes: a header Tag, Type, Allocs, Frees, Diff, Bytes, Per Alloc with rows below. " +
  "Make it with: poolmon -n poolsnap.log -b";

/**
 * Reads what PoolMon prints: `-n` snapshots in both column layouts, many of them appended to one file, and the live
 * screen pasted from a console. Returns the snapshots in the order of the log, each row with its line.
 *
 * Never throws for what the log holds: `problems` says what was left out or is in doubt, and a file of another kind
 * gives no snapshots and one problem that names it. A log too large for memory keeps every second (fourth …) snapshot.
 *
 * Layouts: https://learn.microsoft.com/en-us/windows-hardware/drivers/devtest/poolmon-display
 */
export async function readPoolmon(
  source: LogSource,
  options: PoolmonOptions = {},
): Promise<ReadResult<PoolSnapshot[]>> {
  const { refused, beginning } = await look(source);
  if (refused) return { records: [], problems: [refused] };
  const problems = new ProblemList();
  const keeper = new SnapshotKeeper(problems);
  const builder = new SnapshotBuilder(problems, keeper, nameOf(source));
  const end: PiecesEnd = { reason: "", bytesRead: 0, message: "" };
  let lastLine = 0;
  let unfinished = false;
  for await (const piece of readLines(source, options, end)) {
    forEachSpan(piece, (start, end, line) => {
      builder.addLine(piece.text, start, end, line);
      lastLine = line;
    });
    unfinished = piece.unfinished;
  }
  builder.finish(unfinished ? lastLine : 0);
  if (!builder.recognised && end.reason === "") {
    return {
      records: [],
      problems: [whole(`Nothing of PoolMon's was found in this file, which begins ${beginning}. ${WANTED}`)],
    };
  }
  const stamped = keeper.all();
  settleTimes(stamped, problems, options.dateOrder);
  if (end.reason !== "") problems.add("end", lastLine, "lost", end.message);
  return { records: stamped.map(({ snapshot }) => snapshot), problems: problems.sorted() };
}

/** Looks at the start of a source: the one problem of a file of another kind, and how a file begins that is not known. */
async function look(source: LogSource): Promise<{ refused?: Problem; beginning: string }> {
  try {
    const head = await readHead(source);
    if (head.empty) return { refused: whole(`The file is empty. ${WANTED}`), beginning: "" };
    const beginning = quoteLine(head.text.trimStart().split(/[\r\n]/, 1)[0] ?? "");
    const foreign = nameForeignFile(head);
    if (!foreign) return { beginning };
    const advice = foreign.advice === "" ? "" : ` ${foreign.advice}`;
    return { refused: whole(`This is ${foreign.kind}, not a PoolMon log.${advice} ${WANTED}`), beginning };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The file cannot be read (${reason}); it was moved or changed meanwhile: choose it again.`;
    return { refused: whole(message), beginning: "" };
  }
}

function whole(message: string): Problem {
  return { line: 0, effect: "lost", message };
}

function nameOf(source: LogSource): string | undefined {
  return typeof File !== "undefined" && source instanceof File ? source.name : undefined;
}
