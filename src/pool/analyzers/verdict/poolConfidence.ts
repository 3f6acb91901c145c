import type { PoolEvidence } from "./decidePool.ts";
import type { VerdictWord } from "./Verdict.ts";

/**
 * How sure a verdict over a counter log is, from 0 to 1: points for what makes such findings hold, off for what makes them
 * fail. The points are a judgement; what a verdict is worth is measured over simulated cases, not here.
 */
export function poolConfidence(word: VerdictWord, evidence: PoolEvidence): number {
  if (word === "unclear") return 0.2;
  const { cycles, repeats, part, noiseBytes, growthBytes, load } = { ...evidence, load: evidence.part.load };
  let points = 0.5;
  points += cycles.length >= 7 ? 0.2 : cycles.length >= 5 ? 0.15 : 0;
  points += growthBytes >= 20 * noiseBytes ? 0.15 : growthBytes >= 8 * noiseBytes ? 0.08 : 0;
  points += repeats ? 0.05 : -0.1;
  points += load === undefined ? -0.05 : 0.05;
  points -= 0.1 * part.doubts.length;
  if (part.segment.durationSeconds < 3600) points -= 0.1;
  if (word === "load") points += evidence.followsLoad && !evidence.rises ? 0.1 : -0.1;
  if (word === "steady") points -= evidence.unseenBytesPerDay > 0.02 * evidence.fit.start.value ? 0.15 : 0;
  // Without a load counter, a log that ends before the load went away once looks like a leak: only growth beyond any
  // load, to several times the start, speaks against that.
  const sawLoadReturn =
    load !== undefined || part.segment.durationSeconds > 2 * 86_400 || growthBytes > 3 * evidence.fit.start.value;
  if (word === "leak" && !sawLoadReturn) points = Math.min(points, 0.6);
  return Math.round(Math.min(0.97, Math.max(0.05, points)) * 100) / 100;
}
