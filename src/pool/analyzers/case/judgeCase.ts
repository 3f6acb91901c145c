import type { Evidence } from "../../formats/Evidence.ts";
import type { PooltagEntry } from "../../formats/tags/readPooltag.ts";
import { tagToDriver, type DriverCandidate } from "../snapshots/tagToDriver.ts";
import { findLockstep } from "./findLockstep.ts";
import { gatherCase, type CaseFiles } from "./gatherCase.ts";
import type { Finding } from "./Finding.ts";
import { judgeHistory } from "./judgeHistory.ts";
import { noGrowth } from "./noGrowth.ts";
import type { Verdict } from "../verdict/Verdict.ts";

/** What the judge is told beside the files. */
export interface JudgeCaseOptions {
  /** the reader's own list of tags, beside those among the files */
  pooltag?: readonly PooltagEntry[];
}

/**
 * Judges all files of one machine as one case. Snapshots name the tag, a counter log of the same hours says whether its growth
 * is that of the pool's floor. Where no snapshot can tell, the counter logs are asked. Other files name drivers; alone they
 * show no growth, and the verdict says so.
 */
export function judgeCase(evidence: readonly Evidence[], options: JudgeCaseOptions = {}): Finding {
  const files = gatherCase(evidence, options.pooltag);
  const verdict = judgeHistory(files, {}) ?? noGrowth();
  return {
    ...verdict,
    candidates: candidatesOf(verdict, files),
    process: undefined,
    sites: [],
    lockstep: findLockstep(verdict, files.snapshots),
    basis: [],
  };
}

function candidatesOf({ tag }: Verdict, { snapshots, findstr, pooltag }: CaseFiles): DriverCandidate[] {
  return tag === undefined ? [] : tagToDriver(tag, { snapshots, findstr, ...(pooltag && { pooltag }) });
}
