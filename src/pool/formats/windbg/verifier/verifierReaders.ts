import type { MakeReaders } from "../MakeReaders.ts";
import { VerifierLogReader } from "./VerifierLogReader.ts";
import { VerifierReportReader } from "./VerifierReportReader.ts";

/** The readers of this folder. */
export const verifierReaders: MakeReaders = (session, problems) => [
  new VerifierReportReader(session.verifierReports, problems),
  new VerifierLogReader(session.verifierLogs, problems),
];
