import type { LogSource, ReadOptions, ReadResult } from "../../ReadResult.ts";
import { ProblemList } from "../../text/ProblemList.ts";
import type { PiecesEnd } from "../../text/readPieces.ts";
import { splitSession } from "../splitSession.ts";
import type { VerifierReport } from "./VerifierReport.ts";
import { VerifierReportReader } from "./VerifierReportReader.ts";

/**
 * Reads what verifier.exe prints: `/query`, `/log` (a report for each moment), `/querysettings` and what `/flags` answers, of all
 * versions. Flags and driver names are read in any language, statistics in English. Never throws for bad input.
 */
export async function readVerifierText(
  source: LogSource,
  options: ReadOptions = {},
): Promise<ReadResult<VerifierReport[]>> {
  const problems = new ProblemList();
  const records: VerifierReport[] = [];
  const reader = new VerifierReportReader(records, problems);
  const end: PiecesEnd = { reason: "", bytesRead: 0, message: "" };
  let lastLine = 0;
  for await (const command of splitSession(source, options, end)) {
    reader.take(command);
    lastLine = command.output.at(-1)?.line ?? command.line;
  }
  reader.finish();
  if (end.reason !== "") problems.add("end", lastLine, "lost", end.message);
  else if (records.length === 0) {
    const message =
      "Nothing of verifier.exe's was found here. Expected is the text of verifier /query or verifier /querysettings; on Windows 7 and before it is read in English only.";
    return { records, problems: [{ line: 0, effect: "lost", message }] };
  }
  return { records, problems: problems.sorted() };
}
