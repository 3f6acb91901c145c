import { comparedPairs } from "../snapshots/snapshotIntervals.ts";
import { tagGrowth } from "../snapshots/tagGrowth.ts";
import { nextStep } from "../verdict/nextStep.ts";
import type { Verdict } from "../verdict/Verdict.ts";
import type { CaseFiles } from "./gatherCase.ts";
import { judgeVerifier } from "./judgeVerifier.ts";

/**
 * The verdict to take in the place of "watch the tag that gained most", which is all that a single interval of snapshots gives: that tag may
 * be a cache or load. Somebody suspected a driver and had it verified; where the snapshots show its tag growing too, its list is the better lead.
 */
export function insteadOfWatching({ snapshots, sessions }: CaseFiles): Verdict | undefined {
  if (comparedPairs(snapshots).length !== 1) return undefined;
  const verified = judgeVerifier(sessions);
  const grown = tagGrowth(snapshots).find(({ tag, diffGrowth }) => tag === verified?.tag && diffGrowth > 0);
  if (verified === undefined || grown === undefined) return undefined;
  const tag = grown.tag.trimEnd();
  return {
    ...verified,
    pool: grown.pool,
    reasons: [
      ...verified.reasons,
      `Between the two snapshots tag ${tag} gained ${grown.diffGrowth} blocks (line ${grown.line}): one interval, which can as well be load.`,
    ],
    next: [
      ...verified.next,
      nextStep("Meanwhile take a snapshot every 15 minutes or more, at least three, better six.", "poolmon-loop"),
    ],
  };
}
