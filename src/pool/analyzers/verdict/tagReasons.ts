import type { PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";
import { findKnownTag } from "../../formats/tags/knownTags.ts";
import type { Quantity } from "../../Quantity.ts";
import { churn } from "../snapshots/churn.ts";
import { compareRates } from "../snapshots/compareRates.ts";
import { orderSnapshots } from "../snapshots/orderSnapshots.ts";
import { snapshotIntervals } from "../snapshots/snapshotIntervals.ts";
import type { DriverCandidate } from "../snapshots/tagToDriver.ts";
import { hasOwner, type TagEvidence } from "./tagEvidence.ts";
import type { VerdictWord } from "./Verdict.ts";
import { bytesInWords, count, durationInWords, rateInWords, shareInWords } from "./words.ts";

/** The verdict in one sentence. */
export function summariseTags(
  word: VerdictWord,
  evidence: TagEvidence,
  rate: Quantity | undefined,
  driver: DriverCandidate | undefined,
): string {
  const { pool, suspect, share, kind, run } = evidence;
  const tag = suspect?.tag.trimEnd() ?? "";
  const fast = rate ? rateInWords(rate) : `${bytesInWords(suspect?.growthBytes ?? 0)} over ${run.length} snapshots`;
  switch (word) {
    case "leak":
      if (kind === "object")
        return `Objects with the tag ${tag} pile up, ${fast}: most likely a process that does not close its handles.`;
      if (kind === "generic")
        return `The ${pool} pool leaks under the tag ${tag}, ${fast}, which many components share: stacks have to tell which.`;
      return `The ${pool} pool leaks under the tag ${tag}${driver && driver.worth !== "weak" ? ` (${driver.driver})` : ""}, ${fast}.`;
    case "cache":
      return evidence.flattens
        ? `Tag ${tag} grew and flattened in the ${pool} pool: something filled up.`
        : `Tag ${tag} grows in the ${pool} pool, but it is one that fills with ${kind === "trace" ? "trace buffers" : "cached data"}: no leak by itself.`;
    case "load":
      return `The ${pool} pool grew and gave back: load, not a leak.`;
    case "steady":
      return `The ${pool} pool did not grow over ${count(run.length, "snapshot")}.`;
    case "unclear":
      if (evidence.tooShort)
        return `Snapshots over ${durationInWords((evidence.hours ?? 0) * 3600)} are not enough to tell${suspect ? `; watch ${tag}` : ""}.`;
      return suspect
        ? `No tag explains the growth of the ${pool} pool: the steadiest, ${tag}, explains ${shareInWords(share)}.`
        : `No tag explains the growth of the ${pool} pool: none rose from snapshot to snapshot by more than others come and go.`;
  }
}

/** What speaks for a verdict and what against it, each as a sentence. */
export function tagReasons(
  word: VerdictWord,
  evidence: TagEvidence,
  snapshots: readonly PoolSnapshot[],
  drivers: readonly DriverCandidate[],
  counterSlope: Quantity | undefined,
): { reasons: string[]; against: string[] } {
  const { suspect, steady, whole, run, pool, fit, kind } = evidence;
  const reasons = [
    `Over ${count(run.length, "snapshot")} of one boot the ${pool} pool grew by ${bytesInWords(whole.growth.value)}` +
      `${whole.from === "rows" ? " (summed over its tags, since the snapshots have no summary line)" : ""}.`,
  ];
  const against = [...orderSnapshots(snapshots).notes];
  for (const interval of snapshotIntervals(snapshots))
    if (!interval.used)
      against.push(
        `Snapshots ${interval.from} and ${interval.to} are not compared: ${interval.note} (line ${interval.line}).`,
      );
  if (suspect) {
    reasons.push(...aboutSuspect(evidence));
    const busiest = churn(run, { pool })[0];
    if (busiest && busiest.tag !== suspect.tag && word === "leak")
      reasons.push(
        `The busiest tag, ${busiest.tag.trimEnd()}, freed ${busiest.freedShare === undefined ? "none" : shareInWords(busiest.freedShare)} of its ${busiest.allocs} allocations: churn, not a leak.`,
      );
    const known = findKnownTag(suspect.tag);
    if (known && known.kind !== "driver")
      against.push(`${suspect.tag.trimEnd()} holds ${known.holds}. ${known.advice}`);
    const second = steady[1];
    if (second && second.growthBytes > 0.05 * suspect.growthBytes)
      against.push(
        `Tag ${second.tag.trimEnd()} rises as steadily, by ${bytesInWords(second.growthBytes)}: a second leak, or the same one seen twice.`,
      );
    if (word === "leak" && hasOwner(kind)) reasons.push(...drivers.slice(0, 2).map((driver) => driver.says));
    if (word === "leak" && hasOwner(kind) && drivers.length === 0)
      against.push("Nothing here tells which driver uses this tag.");
  }
  if (counterSlope && fit) {
    const comparison = compareRates(counterSlope, fit.slope);
    (comparison.agrees ? reasons : against).push(comparison.says);
  }
  if (run.length < 6 && word !== "steady")
    against.push(`Only ${count(run.length, "snapshot")}: six or more make it sure.`);
  return { reasons, against };
}

function aboutSuspect({ suspect, share, whole }: TagEvidence): string[] {
  const { tag, growthBytes, intervalsGrown, intervals, freedShare, blockBytes, diffGrowth, line } = suspect!;
  const freed =
    freedShare === undefined
      ? ""
      : freedShare === 0
        ? " None of its new blocks was freed."
        : ` ${shareInWords(freedShare)} of its new blocks were freed.`;
  const block = blockBytes === undefined ? "" : `, ${Math.round(blockBytes)} bytes each`;
  return [
    `Tag ${tag.trimEnd()} grew in ${intervalsGrown} of ${count(intervals, "interval")} by ${bytesInWords(growthBytes)}: ${diffGrowth} blocks${block} (line ${line}).${freed}`,
    ...(whole.growth.value > 0 ? [`It explains ${shareInWords(share)} of the pool's growth.`] : []),
  ];
}
