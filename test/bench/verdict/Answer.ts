import type { Pool } from "../../../src/pool/formats/poolmon/PoolSnapshot.ts";
import type { Evidence } from "../../../src/pool/formats/Evidence.ts";
import { judgeCase } from "../../../src/pool/analyzers/case/judgeCase.ts";
import type { Quantity } from "../../../src/pool/Quantity.ts";

/** What somebody, or some rule, says of a case. Undefined where nothing is said. */
export interface Answer {
  verdict: "leak" | "load" | "cache" | "steady" | "unclear";
  pool?: Pool | undefined;
  tag?: string | undefined;
  driver?: string | undefined;
  /** every driver that it may be, the named one among them */
  candidates?: readonly string[];
  /** bytes per hour */
  rate?: Quantity | undefined;
}

/** Gives an answer to the files of a case; undefined where the rule does not apply to such files. */
export type Rule = (files: readonly Evidence[]) => Answer | undefined;

/** The verdict that is measured. */
export const byVerdict: Rule = (files) => {
  const finding = judgeCase(files);
  return { ...finding, candidates: finding.candidates.map(({ driver }) => driver) };
};
