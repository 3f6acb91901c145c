import type { Evidence } from "../../formats/Evidence.ts";
import type { PooltagEntry } from "../../formats/tags/readPooltag.ts";
import { sameHours } from "../snapshots/sameHours.ts";
import { unclear } from "../verdict/cannotTell.ts";
import { judgePool } from "../verdict/judgePool.ts";
import { judgeTags } from "../verdict/judgeTags.ts";
import { nextStep } from "../verdict/nextStep.ts";
import type { Verdict } from "../verdict/Verdict.ts";

/** What the judge is told beside the files. */
export interface JudgeCaseOptions {
  /** the reader's own list of tags, beside those among the files */
  pooltag?: PooltagEntry[];
}

/**
 * Judges all files of one machine as one case. Snapshots name the tag, a counter log of the same hours says whether its growth
 * is that of the pool's floor. Where no snapshot can tell, the counter logs are asked. Other files name drivers; alone they
 * show no growth, and the verdict says so.
 */
export function judgeCase(evidence: readonly Evidence[], options: JudgeCaseOptions = {}): Verdict {
  const snapshots = recordsOf(evidence, "poolmon").flat();
  const logs = recordsOf(evidence, "perfmon");
  const pools = logs.map((log) => judgePool(log));
  if (snapshots.length > 0) {
    const counters = logs.find((log) => sameHours(log, snapshots));
    const pooltag = [...(options.pooltag ?? []), ...recordsOf(evidence, "pooltag").flat()];
    const tags = judgeTags(snapshots, {
      findstr: recordsOf(evidence, "findstr").flat(),
      ...(pooltag.length > 0 ? { pooltag } : {}),
      ...(counters ? { counters } : {}),
    });
    if (tags.verdict !== "unclear" || pools.length === 0) return withExhaustion(tags, pools);
    return pools.find(({ verdict }) => verdict !== "unclear") ?? tags;
  }
  return pools.find(({ verdict }) => verdict === "leak") ?? pools[0] ?? showsNoGrowth();
}

/** Snapshots do not show how much the pool can take; the counters of the same leak may. */
function withExhaustion(tags: Verdict, pools: readonly Verdict[]): Verdict {
  if (tags.verdict !== "leak" || tags.exhaustion) return tags;
  const same = pools.find(({ verdict, pool }) => verdict === "leak" && pool === tags.pool);
  return { ...tags, exhaustion: same?.exhaustion };
}

function showsNoGrowth(): Verdict {
  return unclear("No file here shows the pool over time, so nothing can be said of growth.", {
    reasons: ["Growth needs a counter log, or three PoolMon snapshots or more."],
    next: [
      nextStep("Take PoolMon snapshots over some hours, three or more.", "poolmon-loop"),
      nextStep("Record the counters that matter for a pool, over three load cycles or more.", "logman-create"),
    ],
  });
}

type RecordsOf<Format> = Extract<Evidence, { format: Format }>["records"];

function recordsOf<Format extends Evidence["format"]>(
  evidence: readonly Evidence[],
  format: Format,
): RecordsOf<Format>[] {
  return evidence.flatMap((file) => (file.format === format ? [file.records as RecordsOf<Format>] : []));
}
