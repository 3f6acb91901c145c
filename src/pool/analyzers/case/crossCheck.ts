import { compareRates } from "../snapshots/compareRates.ts";
import type { Verdict } from "../verdict/Verdict.ts";

/** What another kind of evidence says of a verdict that rests on growth over time: for it, and against it. */
export function crossCheck(verdict: Verdict, others: readonly Verdict[]): { reasons: string[]; against: string[] } {
  const reasons: string[] = [];
  const against: string[] = [];
  if (verdict.tag === undefined) return { reasons, against };
  for (const other of others) {
    if (other.tag === undefined) continue;
    if (other.tag !== verdict.tag) {
      if (other.verdict === "leak") against.push(`Another file points to another tag: ${other.summary}`);
      continue;
    }
    reasons.push(other.summary);
    if (verdict.rate && other.rate && other.verdict === "leak" && !compareRates(verdict.rate, other.rate).agrees)
      against.push(`The rates differ: a short window need not show what days do. ${other.summary}`);
  }
  return { reasons, against };
}
