import type { FactOutcome, Report } from "../../pool/simulator/finalCase/report/Report.ts";

/** A log of a case. */
export interface CaseLog {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A case as the page has it: its logs, and nothing of its truth. */
export interface MadeCase {
  seed: number;
  machine: string;
  logs: CaseLog[];
}

/** What the page asks of the worker that makes cases. */
export type CaseRequest =
  | { kind: "make"; seed: number }
  | { kind: "zip"; seed: number }
  | { kind: "check"; seed: number; report: Report }
  | { kind: "answers"; seed: number };

/** What comes of each request. */
export interface CaseResults {
  make: MadeCase;
  zip: Uint8Array<ArrayBuffer>;
  check: FactOutcome[];
  /** one row of the list of answers */
  answers: string[];
}

export type CaseMessage =
  | { id: number; progress: number }
  | { id: number; result: CaseResults[keyof CaseResults] }
  | { id: number; error: string };
