import type { Pool, PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";
import { tagChanges } from "../snapshots/tagChanges.ts";
import { tagGrowth } from "../snapshots/tagGrowth.ts";
import type { TagPatch } from "./tagPatches.ts";

/** What PoolMon shows of the tag that a place was given. */
export interface PatchedGrowth {
  place: string;
  tag: string;
  pool: Pool;
  growthBytesPerHour: number | undefined;
  /** of the growth of all changed places together */
  ofGrowthShare: number | undefined;
  /** blocks allocated between the snapshots after the change */
  allocs: number;
  freedShare: number | undefined;
  bytesEach: number | undefined;
  line: number;
}

/** The snapshots that were taken after the change: from the first one on that has a row of any new tag. */
export function snapshotsAfter(snapshots: readonly PoolSnapshot[], patches: readonly TagPatch[]): PoolSnapshot[] {
  const names = new Set(patches.filter(({ tag, was }) => tag !== was).map(({ tag }) => tag));
  const first = snapshots.findIndex(({ rows }) => rows.some(({ tag }) => names.has(tag)));
  return first < 0 ? [] : snapshots.slice(first);
}

/**
 * What each changed place did between the snapshots after the change, the fastest grower first. One row for each pool that the new
 * tag is seen in. Two snapshots after the change are the least: without them there are no rows.
 */
export function patchedGrowth(patches: readonly TagPatch[], snapshots: readonly PoolSnapshot[]): PatchedGrowth[] {
  const after = snapshotsAfter(snapshots, patches);
  const allocated = new Map(
    [...tagChanges(after).values()].map((list) => [
      `${list[0]!.tag} ${list[0]!.pool}`,
      list.reduce((sum, { allocs }) => sum + allocs, 0),
    ]),
  );
  const rows = tagGrowth(after).flatMap((grown) => {
    // Two places that were given one tag cannot be told apart: the row names both.
    const places = patches.filter(({ tag, was }) => tag === grown.tag && tag !== was).map(({ place }) => place);
    return places.length > 0 ? [{ place: places.join(" and "), grown }] : [];
  });
  const all = rows.reduce((sum, { grown }) => sum + Math.max(0, grown.growthBytes), 0);
  return rows.map(({ place, grown: { tag, pool, growthBytes, growthBytesPerHour, freedShare, blockBytes, line } }) => ({
    place,
    tag,
    pool,
    growthBytesPerHour,
    ofGrowthShare: all > 0 ? growthBytes / all : undefined,
    allocs: allocated.get(`${tag} ${pool}`) ?? 0,
    freedShare,
    bytesEach: blockBytes,
    line,
  }));
}
