import { formatNumber } from "../../notebook/value/formatNumber.ts";
import { count } from "../../notebook/value/words.ts";
import type { StackMeasure, StackRole } from "../../pool/analyzers/stacks/StackSet.ts";

/** "19 blocks", "1.5 MiB", "1 hit". */
export function measured(value: number, measure: StackMeasure): string {
  return measure === "bytes" ? formatNumber(value, "B") : count(value, measure === "blocks" ? "block" : "hit");
}

/** What a stack of each role is called, above its number. */
export const wordsOfRole: Record<StackRole, string> = {
  alloc: "Allocates",
  free: "Frees",
  outstanding: "Allocates, not freed",
  other: "Stack",
};
