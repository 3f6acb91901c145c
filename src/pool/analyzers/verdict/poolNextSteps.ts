import { minimumRecording } from "../counters/minimumRecording.ts";
import type { PoolEvidence } from "./decidePool.ts";
import { nextStep } from "./nextStep.ts";
import type { NextStep, VerdictWord } from "./Verdict.ts";
import { durationInWords } from "./words.ts";

const DAY = 86_400;

/** What to collect after a verdict over a counter log, the best first. */
export function poolNextSteps(word: VerdictWord, evidence: PoolEvidence): NextStep[] {
  const { pool, handles } = evidence;
  const live = pool === "nonpaged" ? "poolmon" : "poolmon-paged";
  switch (word) {
    case "leak":
      return [
        ...(handles.length > 0
          ? [nextStep("See which process holds the handles, now and in some hours.", "handle-counts")]
          : []),
        nextStep("Find the tag: take PoolMon snapshots over the same time, three or more.", "poolmon-loop"),
        nextStep(`Or watch the ${pool} pool by tag, where Bytes and Diff rise and Frees stand still.`, live),
      ];
    case "load":
      return [nextStep("If it should come back, record a week and compare the nightly minima.", "logman-create-week")];
    case "cache":
      return [
        nextStep("Record on, until the floor has been flat for as long as it rose.", "logman-create-week"),
        nextStep("See which tag it was: file caches are MmSt, MmCa, NtFs, FMfn and the like.", live),
      ];
    case "steady":
      return [
        nextStep("If it was slow before, record a week: seven nightly minima show a slow leak.", "logman-create-week"),
      ];
    case "unclear": {
      const seconds = Math.max(3 * DAY, recordingFor(evidence));
      return [
        nextStep(
          `Record ${seconds > 7 * DAY ? "at least a week" : `at least ${durationInWords(seconds)}`}, with a load counter: whole load cycles, and growth of three times the noise.`,
          "logman-create-week",
        ),
        nextStep("Meanwhile take PoolMon snapshots, one a day at the same quiet hour.", "poolmon-snapshot"),
      ];
    }
  }
}

/** How long to record so that the slowest leak worth finding, 1 % of the pool a day, stands out. */
function recordingFor(evidence: PoolEvidence): number {
  const leakBytesPerDay = 0.01 * Math.max(evidence.fit.start.value, 1);
  return minimumRecording({ leakBytesPerDay, noiseBytes: evidence.noiseBytes }).value;
}
