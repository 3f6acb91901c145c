import type { PoolUsedTable } from "../../formats/windbg/memory/PoolUsedTable.ts";
import { dumpShares } from "./dumpShares.ts";

/** Two tags that hold as many blocks: one leak seen twice, if it is one. */
export interface DumpPair {
  tags: [string, string];
  /** blocks that each of them holds */
  outstanding: [number, number];
}

/** Fewer blocks are alike by chance. */
const LEAST_BLOCKS = 10_000;
const NEARLY = 0.001;

/**
 * Tags that hold the same number of blocks to a tenth of a percent, as when every leaked object holds another one. Of many thousands
 * of blocks that is hardly chance.
 */
export function dumpPairs(table: PoolUsedTable): DumpPair[] {
  const large = dumpShares(table)
    .filter(({ outstanding }) => outstanding >= LEAST_BLOCKS)
    .sort((a, b) => b.outstanding - a.outstanding);
  return large.slice(1).flatMap((share, i): DumpPair[] => {
    const larger = large[i]!;
    const isAlike = larger.outstanding - share.outstanding <= NEARLY * larger.outstanding;
    return isAlike ? [{ tags: [larger.tag, share.tag], outstanding: [larger.outstanding, share.outstanding] }] : [];
  });
}
