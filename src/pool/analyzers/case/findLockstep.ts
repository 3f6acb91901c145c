import type { PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";
import { inLockstep } from "../snapshots/inLockstep.ts";
import { tagTrends } from "../snapshots/tagTrends.ts";
import type { Verdict } from "../verdict/Verdict.ts";
import type { LockstepTag } from "./Finding.ts";

/** The tags that gain a block whenever the verdict's tag does, in either pool. */
export function findLockstep({ verdict, tag, pool }: Verdict, snapshots: readonly PoolSnapshot[]): LockstepTag[] {
  if (verdict !== "leak" || tag === undefined) return [];
  const trends = tagTrends(snapshots);
  const suspect = trends.find((trend) => trend.tag === tag && trend.pool === pool);
  if (suspect === undefined) return [];
  return trends
    .filter((trend) => trend !== suspect && trend.givenBack < 0.1 && inLockstep(suspect, trend))
    .sort((a, b) => b.growthBytes - a.growthBytes)
    .map((trend) => ({
      tag: trend.tag,
      pool: trend.pool,
      blocksPerBlock: trend.blocks / suspect.blocks,
      bytes: trend.growthBytes,
      line: trend.line,
    }));
}
