import type { Pool, PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";
import { poolGrowth } from "./poolGrowth.ts";
import { tagGrowth } from "./tagGrowth.ts";

/** What part of a pool's growth a tag explains. */
export interface GrowthPart {
  /** a tag, or in words what is summed: `other tags (3)`, `no tag`, `whole nonpaged pool` */
  tag: string;
  /** bytes held more at the end */
  growthBytes: number;
  /** of the whole pool's growth; undefined where the pool did not grow */
  growthShare: number | undefined;
  /** this tag and those above it together */
  explainedShare: number | undefined;
  /** the line of its last row; 0 for the sums */
  line: number;
}

/**
 * How much of a pool's growth its tags explain: the top growers, then all other tags together, then what no tag explains
 * (partly free pages and bookkeeping, or rows that a filter left out), then the pool itself. More than 80 % by one steady
 * tag is an answer; growth spread over many tags is load, or the wrong pool.
 *
 * @param options.top how many tags to list (5)
 */
export function explainGrowth(
  snapshots: readonly PoolSnapshot[],
  pool: Pool,
  options: { top?: number } = {},
): GrowthPart[] {
  const whole = poolGrowth(snapshots, pool).growth.value;
  const tags = tagGrowth(snapshots, { pool });
  const top = tags.slice(0, options.top ?? 5).filter((row) => row.growthBytes > 0);
  const others = tags.slice(top.length).reduce((sum, row) => sum + row.growthBytes, 0);
  const parts = [
    ...top.map(({ tag, growthBytes, line }) => ({ tag, growthBytes, line })),
    { tag: `other tags (${tags.length - top.length})`, growthBytes: others, line: 0 },
  ];
  const byTags = parts.reduce((sum, part) => sum + part.growthBytes, 0);
  parts.push({ tag: "no tag", growthBytes: whole - byTags, line: 0 });
  const share = (bytes: number): number | undefined => (whole > 0 ? bytes / whole : undefined);
  let explained = 0;
  const rows = parts.map(({ tag, growthBytes, line }) => {
    explained += growthBytes;
    return { tag, growthBytes, growthShare: share(growthBytes), explainedShare: share(explained), line };
  });
  return [
    ...rows,
    { tag: `whole ${pool} pool`, growthBytes: whole, growthShare: share(whole), explainedShare: share(whole), line: 0 },
  ];
}
