import type { LogSource, ReadOptions, ReadResult } from "../../ReadResult.ts";
import { readDebuggerSession } from "../readDebuggerSession.ts";
import type { VerifierLog } from "./VerifierLog.ts";
import type { VerifierReport } from "./VerifierReport.ts";

/** What Driver Verifier says in a debugger's log. */
export interface VerifierEvidence {
  /** `!verifier 1`, `!verifier 3` */
  reports: VerifierReport[];
  /** `!verifier 80` */
  logs: VerifierLog[];
}

/** Reads the `!verifier` of a debugger's log. Never throws for bad input. */
export async function readVerifier(
  source: LogSource,
  options: ReadOptions = {},
): Promise<ReadResult<VerifierEvidence>> {
  const { records, problems } = await readDebuggerSession(source, options);
  const { verifierReports: reports, verifierLogs: logs } = records;
  if (reports.length === 0 && logs.length === 0 && !problems.some(({ effect }) => effect === "lost")) {
    const message = "No !verifier was found here. Expected is the output of !verifier 3 with the driver's name.";
    problems.unshift({ line: 0, effect: "lost", message });
  }
  return { records: { reports, logs }, problems };
}
