import type { CounterLog } from "../../formats/perfmon/CounterLog.ts";
import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import { findKnownTag, kindOfTag } from "../../formats/tags/knownTags.ts";
import { sameHours } from "../snapshots/sameHours.ts";
import { comparedPairs } from "../snapshots/snapshotIntervals.ts";
import { tagGrowth } from "../snapshots/tagGrowth.ts";
import { tagToDriver } from "../snapshots/tagToDriver.ts";
import { judgePool } from "../verdict/judgePool.ts";
import { judgeTags } from "../verdict/judgeTags.ts";
import { tagNextSteps } from "../verdict/tagNextSteps.ts";
import { hasOwner, tagEvidence } from "../verdict/tagEvidence.ts";
import { confidenceWord, type Verdict } from "../verdict/Verdict.ts";
import { bytesInWords, rateInWords, shareInWords } from "../verdict/words.ts";
import type { CaseFiles } from "./gatherCase.ts";

/** The most that a pool of this machine can take in bytes, where the evidence says it. */
export type PoolLimits = Partial<Record<Pool, number>>;

/**
 * Judges what shows growth over time: counter logs and snapshots. Snapshots name the tag; the counters of the same hours say
 * whether its growth is that of the pool's floor, and decide where there are too few snapshots. Undefined where no file
 * shows the pool over time.
 */
export function judgeHistory(files: CaseFiles, limits: PoolLimits): Verdict | undefined {
  const { snapshots } = files;
  const pools = files.counters.map(({ records }) => judgeCounters(records, limits));
  const byPool =
    pools.find(({ verdict }) => verdict === "leak") ?? pools.find(({ verdict }) => verdict !== "unclear") ?? pools[0];
  if (snapshots.length === 0) return byPool;
  const counters = files.counters.find(({ records }) => sameHours(records, snapshots))?.records;
  const sources = {
    findstr: files.findstr,
    ...(files.pooltag && { pooltag: files.pooltag }),
    ...(counters && { counters }),
  };
  const found = judgeTags(snapshots, sources);
  const limit = found.pool && limits[found.pool];
  const byTag =
    found.pool !== undefined && limit !== undefined
      ? judgeTags(snapshots, { ...sources, pool: found.pool, limit })
      : found;
  if (byPool === undefined) return byTag;
  if (byTag.verdict === "unclear" && byPool.verdict === "leak")
    return nameTag(byPool, files) ?? (comparedPairs(snapshots).length < ENOUGH_INTERVALS ? byPool : byTag);
  if (byTag.verdict === "unclear") return byPool.verdict === "unclear" ? byTag : byPool;
  return withExhaustion(byTag, pools);
}

function judgeCounters(log: CounterLog, limits: PoolLimits): Verdict {
  const chosen = judgePool(log);
  const limit = chosen.pool && limits[chosen.pool];
  return chosen.pool === undefined || limit === undefined ? chosen : judgePool(log, { pool: chosen.pool, limit });
}

/** From so many intervals on, a leak that no tag shows is load that many tags follow. */
const ENOUGH_INTERVALS = 4;

/** A tag that explains less than this of its pool's growth does not name a leak that only the counters show. */
const LEAST_SHARE = 0.5;

/** Names the tag of a leak that the counters show, where there are too few snapshots to find it by them alone. */
function nameTag(pool: Verdict, files: CaseFiles): Verdict | undefined {
  const { snapshots } = files;
  if (pool.pool === undefined || comparedPairs(snapshots).length === 0) return undefined;
  const growth = tagGrowth(snapshots, { pool: pool.pool });
  const risen = growth.reduce((sum, row) => sum + row.growthBytes, 0);
  const top = growth[0];
  if (top === undefined || top.diffGrowth <= 0 || top.growthBytes < LEAST_SHARE * risen) return undefined;
  const evidence = tagEvidence(snapshots, pool.pool);
  const drivers = tagToDriver(top.tag, {
    snapshots,
    findstr: files.findstr,
    ...(files.pooltag && { pooltag: files.pooltag }),
  });
  const kind = kindOfTag(top.tag);
  const confidence = Math.min(pool.confidence, 0.7);
  const best = hasOwner(kind) && drivers[0]?.worth !== "weak" ? drivers[0] : undefined;
  const known = findKnownTag(top.tag);
  return {
    ...pool,
    summary: `The ${pool.pool} pool leaks${pool.rate ? ` ${rateInWords(pool.rate)}` : ""}, most likely under the tag ${top.tag.trimEnd()}${best ? ` (${best.driver})` : ""}.`,
    tag: top.tag,
    driver: best?.driver,
    confidence,
    confidenceWord: confidenceWord(confidence),
    reasons: [
      ...pool.reasons,
      `Between the snapshots tag ${top.tag.trimEnd()} gained ${bytesInWords(top.growthBytes)} in ${top.diffGrowth} blocks, ${shareInWords(top.growthBytes / risen)} of what its pool gained (line ${top.line}).`,
      ...(hasOwner(kind) ? drivers.slice(0, 2).map(({ says }) => says) : []),
    ],
    against: [
      ...pool.against,
      "Fewer than three snapshots of one boot: that it is this tag rests on one interval.",
      ...(known && known.kind !== "driver" ? [`${known.tag.trimEnd()} holds ${known.holds}. ${known.advice}`] : []),
    ],
    next: tagNextSteps("leak", { ...evidence, suspect: top, kind, steady: [top] }, drivers),
  };
}

/** Snapshots do not show how much the pool can take; the counters of the same leak may. */
function withExhaustion(tags: Verdict, pools: readonly Verdict[]): Verdict {
  if (tags.verdict !== "leak" || tags.exhaustion) return tags;
  const same = pools.find(({ verdict, pool }) => verdict === "leak" && pool === tags.pool);
  return { ...tags, exhaustion: same?.exhaustion };
}
