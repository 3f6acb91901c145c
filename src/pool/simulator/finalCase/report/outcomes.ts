import type { Fact, FactOutcome } from "./Report.ts";

export const right = (fact: Fact, says: string): FactOutcome => ({ fact, status: "right", says });

export const wrong = (fact: Fact, mistake: string, says: string): FactOutcome => ({
  fact,
  status: "wrong",
  mistake,
  says,
});

export const empty = (fact: Fact, says: string): FactOutcome => ({ fact, status: "empty", says });

/** A known mistake: when it is one, what it is called, and what is said about it. */
export type KnownMistake = readonly [isIt: boolean, mistake: string, says: string];

/** The first of the known mistakes that it is, or the general one. */
export function firstMistake(fact: Fact, mistakes: readonly KnownMistake[], otherwise: string): FactOutcome {
  const found = mistakes.find(([isIt]) => isIt);
  return found ? wrong(fact, found[1], found[2]) : wrong(fact, "other", otherwise);
}

/** A number as people type it: `1,234.5`, `1 234`, `0.5`, `12,5`; undefined where it is none. */
export function readNumber(text: string): number | undefined {
  const bare = text.trim().replaceAll(/[\s\u00a0\u202f_']/g, "");
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)) return Number(bare.replaceAll(",", ""));
  if (/^(\d+([.,]\d*)?|[.,]\d+)$/.test(bare)) return Number(bare.replace(",", "."));
  return undefined;
}

/** Whether a number lies within a share of another. */
export const isWithin = (value: number, of: number, share: number): boolean => Math.abs(value / of - 1) <= share;
