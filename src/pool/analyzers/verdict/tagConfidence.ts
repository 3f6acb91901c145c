import type { Quantity } from "../../Quantity.ts";
import { compareRates } from "../snapshots/compareRates.ts";
import type { TagEvidence } from "./tagEvidence.ts";
import type { VerdictWord } from "./Verdict.ts";

/** How sure a verdict over snapshots is, from 0 to 1: a judgement by points, as `poolConfidence`. */
export function tagConfidence(word: VerdictWord, evidence: TagEvidence, counterSlope: Quantity | undefined): number {
  const { run, suspect, share, fit, whole, kind } = evidence;
  if (word === "unclear") return 0.2;
  let points = run.length >= 6 ? 0.7 : run.length >= 4 ? 0.6 : 0.5;
  if (word === "steady" || word === "load") return points;
  if (word === "cache") return points - (evidence.flattens ? 0.1 : 0.2);
  points += share > 0.8 ? 0.12 : 0;
  points += (suspect?.freedShare ?? 1) < 0.1 ? 0.08 : 0;
  points += suspect?.monotone ? 0.04 : -0.05;
  points += fit === undefined ? -0.1 : 0;
  points += whole.from === "header" ? 0 : -0.05;
  points += kind === "generic" || kind === "object" ? -0.05 : 0;
  if (counterSlope && fit) points += compareRates(counterSlope, fit.slope).agrees ? 0.08 : -0.15;
  return Math.round(Math.min(0.97, Math.max(0.05, points)) * 100) / 100;
}
