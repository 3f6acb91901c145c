import type { CaseKind } from "./CaseFamily.ts";
import type { CaseTruth } from "./CaseTruth.ts";
import type { EvidenceKind } from "./machineRanges.ts";

/** Two days have two nights to compare. */
const TWO_CYCLES_HOURS = 48;

/** What the rules need to know of a case. */
export interface AcceptedCase extends Pick<
  CaseTruth,
  "family" | "kind" | "leaks" | "longestHours" | "otherMovementBytes"
> {
  evidence: EvidenceKind;
  snapshots: number;
  /** load was recorded in the morning only */
  isMorning: boolean;
}

/**
 * The verdicts that an expert would not call wrong, the true one first. These rules belong to the ranges: like them they were
 * written before the verdict that is measured by them.
 *
 * - Two snapshots and no counter log: "not enough" is right whatever is true; so it is where fewer than five show a cache.
 * - A leak that is smaller than what load did to the same pool, in less than two days without a reboot and without a look at
 *   tags: nobody can tell the one from the other.
 * - Load without a counter of load beside it, or of one morning: it may be load.
 * - A healthy pool that follows its load may be called by that name.
 */
export function acceptedKinds(given: AcceptedCase): CaseKind[] {
  const { family, kind, leaks, evidence, snapshots, isMorning, longestHours, otherMovementBytes } = given;
  const kinds: CaseKind[] = [kind];
  const hasCounters = evidence === "perfmon" || evidence === "both" || evidence === "perfmon and tagCsv";
  const hasTags = evidence !== "perfmon";
  const isHidden = leaks[0] !== undefined && leaks[0].bytes < otherMovementBytes[leaks[0].pool];
  const fewLooks = !hasCounters && snapshots < (kind === "cache" ? 5 : 3);
  const hidden = kind === "leak" && isHidden && !hasTags && longestHours < TWO_CYCLES_HOURS;
  const unprovenLoad = kind === "load" && (isMorning || !hasCounters);
  if (fewLooks || hidden || unprovenLoad) kinds.push("unclear");
  if (family === "healthy busy" || family === "healthy huge tag") kinds.push("load");
  return kinds;
}
