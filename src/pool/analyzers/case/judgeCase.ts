import type { Evidence } from "../../formats/Evidence.ts";
import type { PooltagEntry } from "../../formats/tags/readPooltag.ts";
import { unclear } from "../verdict/cannotTell.ts";
import type { Verdict } from "../verdict/Verdict.ts";
import { basisOf } from "./basisOf.ts";
import { caseNextSteps } from "./caseNextSteps.ts";
import { crossCheck } from "./crossCheck.ts";
import { dumpMoments } from "./dumpMoments.ts";
import type { Finding } from "./Finding.ts";
import { findCandidates, nameDriver } from "./findCandidates.ts";
import { findLockstep } from "./findLockstep.ts";
import { findProcess } from "./findProcess.ts";
import { findSites } from "./findSites.ts";
import { gatherCase, type CaseFiles } from "./gatherCase.ts";
import { describeRequests } from "./describeRequests.ts";
import { describeVm, judgeDumps } from "./judgeDumps.ts";
import { judgeHistory } from "./judgeHistory.ts";
import { judgeSummary, judgeTrace } from "./judgeTraces.ts";
import { insteadOfWatching } from "./insteadOfWatching.ts";
import { judgeVerifier } from "./judgeVerifier.ts";
import { noGrowth } from "./noGrowth.ts";
import { poolLimits } from "./poolLimits.ts";

/** What the judge is told beside the files. */
export interface JudgeCaseOptions {
  /** the reader's own list of tags, beside those among the files */
  pooltag?: readonly PooltagEntry[];
}

/**
 * Judges all files of one machine as one case. What shows growth over time decides: snapshots name the tag, a counter log of the same
 * hours holds it against the pool's floor, two dumps of one boot and the window of a trace come after them. What shows one moment, a
 * dump or Verifier's list, names what to watch. Code, stacks and lists add the driver and the place; where they contradict, it is said.
 */
export function judgeCase(evidence: readonly Evidence[], options: JudgeCaseOptions = {}): Finding {
  const files = gatherCase(evidence, options.pooltag);
  const [verdict, others] = chooseVerdict(files);
  const { tag } = verdict;
  const sites = tag === undefined ? [] : findSites(files, tag, verdict.pool);
  const candidates = tag === undefined ? [] : findCandidates(tag, files, sites);
  const driver = verdict.driver ?? (tag === undefined ? undefined : nameDriver(tag, candidates));
  const checked = crossCheck(verdict, others);
  const named = { ...verdict, driver };
  return {
    ...named,
    reasons: [
      ...new Set([
        ...verdict.reasons,
        ...checked.reasons,
        ...sites.slice(0, 3).map(({ place, says }) => `${place}: ${says}`),
        ...(tag === "Irp " ? files.sessions.flatMap(({ records }) => describeRequests(records)) : []),
      ]),
    ],
    against: [...new Set([...verdict.against, ...checked.against])],
    next: caseNextSteps(named, files, sites, candidates),
    candidates,
    process: findProcess(verdict, files),
    sites,
    lockstep: findLockstep(verdict, files.snapshots),
    basis: basisOf(evidence, verdict, sites),
  };
}

/** The verdict of the files that can tell most, and those of the others. */
function chooseVerdict(files: CaseFiles): [Verdict, Verdict[]] {
  const all = [
    judgeHistory(files, poolLimits(files.sessions)),
    judgeDumps(dumpMoments(files.sessions)),
    ...files.traces.map(judgeTrace),
    judgeVerifier(files.sessions),
    ...files.summaries.map(judgeSummary),
  ].filter((verdict) => verdict !== undefined);
  const chosen =
    all.find(({ verdict }) => verdict !== "unclear") ??
    insteadOfWatching(files) ??
    all.find(({ tag }) => tag !== undefined) ??
    all[0] ??
    nothing(files);
  return [chosen, all.filter(({ summary }) => summary !== chosen.summary)];
}

/** No file shows a tag or growth; what a `!vm` says of the pools' size is told. */
function nothing({ sessions }: CaseFiles): Verdict {
  const says = sessions.flatMap(({ records }) => describeVm(records.vm.at(-1)));
  const requests = sessions.flatMap(({ records }) => describeRequests(records));
  const { next, ...rest } = noGrowth();
  if (says.length === 0) return { ...rest, next, reasons: [...requests, ...rest.reasons] };
  return unclear("The files show how large the pools are at one moment; whether one grows they cannot tell.", {
    reasons: [...says, ...requests],
    against: ["One moment has no history: load and a leak look the same."],
    next,
    lines: sessions.flatMap(({ records }) => records.vm.map(({ line }) => line)),
    log: sessions[0]!.file || undefined,
  });
}
