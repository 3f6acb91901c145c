import type { TagTrend } from "./tagTrends.ts";
import { pearson } from "../statistics/correlation.ts";

/** Blocks of the two may differ by this share: each tag has some traffic of its own. */
const NEARLY = 0.1;
const LEAST_BLOCKS = 50;
const MANY_BLOCKS = 1000;

/**
 * Whether two tags gain a block together: one leak that is seen twice. They gain as many blocks in all and, from four
 * intervals on, in the same intervals.
 */
export function inLockstep(a: TagTrend, b: TagTrend): boolean {
  if (a.blocks < LEAST_BLOCKS || b.blocks < LEAST_BLOCKS) return false;
  const ratio = b.blocks / a.blocks;
  if (ratio < 1 - NEARLY || ratio > 1 / (1 - NEARLY)) return false;
  if (a.steps.length !== b.steps.length) return false;
  // Two tags that gained the same thousands of blocks did not do so by chance, whatever their traffic.
  if (Math.min(a.blocks, b.blocks) >= MANY_BLOCKS && Math.abs(ratio - 1) < 0.02) return true;
  if (a.steps.length < 4)
    return a.steps.every((step, i) => Math.abs(b.steps[i]! - step) <= 2 * NEARLY * Math.abs(step));
  const likeness = pearson(a.steps, b.steps);
  return (
    Number.isNaN(likeness) ||
    likeness > 0.9 ||
    a.steps.every((step, i) => Math.abs(b.steps[i]! - step) <= NEARLY * step)
  );
}
