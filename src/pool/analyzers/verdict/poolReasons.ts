import type { Quantity } from "../../Quantity.ts";
import type { PoolEvidence } from "./decidePool.ts";
import type { VerdictWord } from "./Verdict.ts";
import { bytesInWords, count, durationInWords, rateInWords } from "./words.ts";

/** The verdict in one sentence. */
export function summarise(word: VerdictWord, evidence: PoolEvidence, exhaustion: Quantity | undefined): string {
  const { pool, fit, cycles } = evidence;
  const full =
    exhaustion && Number.isFinite(exhaustion.value)
      ? `, and is full in about ${durationInWords(exhaustion.value)}`
      : "";
  switch (word) {
    case "leak":
      return `The ${pool} pool leaks ${rateInWords(fit.slope)}${full}.`;
    case "load":
      return `The ${pool} pool follows the load (${evidence.part.load?.series.name ?? "no counter"}); no leak shows.`;
    case "cache":
      return `The ${pool} pool rose and flattened: something filled up, as caches do; no leak shows so far.`;
    case "steady":
      return `The floor of the ${pool} pool does not rise; a leak of less than ${bytesInWords(evidence.unseenBytesPerDay)} per day would not show here.`;
    case "unclear":
      return `Whether the ${pool} pool leaks cannot be told from ${count(cycles.length, evidence.repeats ? "whole load cycle" : "part")}${evidence.slows ? ", since its growth slows down" : ""}.`;
  }
}

/** What speaks for a verdict and what against it, each as a sentence. */
export function poolReasons(word: VerdictWord, evidence: PoolEvidence): { reasons: string[]; against: string[] } {
  const reasons = [describeFloor(evidence)];
  const against = [...evidence.part.doubts];
  const { fit, early, late, noiseBytes, growthBytes, part, handles } = evidence;
  const ratio = growthBytes / noiseBytes;
  const times = ratio < 100 ? `${ratio.toFixed(1)} times` : "more than a hundred times";
  if (evidence.cycles.length < 3)
    against.push("A floor needs three whole load cycles or more; otherwise a rising load looks the same.");
  if (evidence.rises)
    reasons.push(
      `The floor's slope is ${rateInWords(fit.slope)}, and its growth of ${bytesInWords(growthBytes)} is ${times} its own noise.`,
    );
  else if (!evidence.flattens && (fit.growing || growthBytes > 0))
    reasons.push(
      ratio < 3
        ? `Its growth of ${bytesInWords(growthBytes)} is ${times} its noise of ${bytesInWords(noiseBytes)}: three times would be needed.`
        : `Its growth of ${bytesInWords(growthBytes)} is not steady enough: the slope may be anything from ${bytesInWords((fit.slope.low ?? NaN) * 24)} to ${bytesInWords((fit.slope.high ?? NaN) * 24)} per day.`,
    );
  if (evidence.flattens || evidence.slows)
    reasons.push(
      `It rose by ${rateInWords(early.slope)} in the first half and by ${rateInWords(late.slope)} in the second.`,
    );
  if (part.load !== undefined) reasons.push(describeLoad(evidence));
  else against.push("The log has no counter that shows the load.");
  if (!evidence.repeats && (word === "leak" || word === "unclear"))
    against.push(
      "No repeating load was found, so the log was cut into equal parts: a load that rose all along would look like a leak.",
    );
  if (fit.intervalLevel < 0.95 && word !== "unclear")
    against.push(
      `With ${count(evidence.cycles.length, "cycle")} the interval of the slope holds the truth in ${Math.round(fit.intervalLevel * 100)} % of cases, not in 95 %.`,
    );
  for (const { process, gained, handlesPerHour, line } of handles.slice(0, 3))
    against.push(
      `${process === "_Total" ? "All processes together" : `The process ${process}`} gained ${Math.round(gained)} handles at ${Math.round(handlesPerHour)} per hour (line ${line}), ` +
        `${bytesInWords(fit.slope.value / handlesPerHour)} of pool for each: its objects may be what fills the pool, not a driver.`,
    );
  return { reasons, against };
}

function describeFloor({ cycles, period, repeats, pool }: PoolEvidence): string {
  const first = cycles[0];
  const last = cycles.at(-1);
  const cycle = period === "day" ? "day" : `${repeats ? "load cycle" : "part"} of ${durationInWords(period * 60)}`;
  if (first === undefined || last === undefined) return `No whole ${cycle} was logged.`;
  return (
    `The lowest ${pool} pool of each ${cycle}: ${bytesInWords(first.bytes)} at first (line ${first.line}), ` +
    `${bytesInWords(last.bytes)} at last (line ${last.line}), over ${count(cycles.length, "whole cycle")}.`
  );
}

function describeLoad({ part, loadExplains, followsLoad, rises }: PoolEvidence): string {
  const { series, correlation } = part.load!;
  if (Number.isNaN(correlation.withoutTrend))
    return `The pool and ${series.name} cannot be compared: one of them never changes.`;
  const r = `correlation ${correlation.withoutTrend.toFixed(2)} without trends`;
  if (loadExplains) return `Without what ${series.name} accounts for, the floor does not rise (${r}).`;
  if (followsLoad && rises)
    return `The ups and downs follow ${series.name} (${r}), but the floor rises without it too.`;
  return followsLoad
    ? `The ups and downs follow ${series.name} (${r}).`
    : `The load does not account for it: ${series.name} has a ${r}.`;
}
