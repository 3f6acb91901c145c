import { MOST_SEED } from "./seeds.ts";

/** More cases than a course has seats. */
const MOST_SEEDS = 500;

/** The seeds of `7`, `1-20` or `3,5,9-12`, each once; a sentence where the text is none. */
export function readSeeds(text: string): number[] | string {
  if (text.trim() === "") return "say which case: --seed 7, or --seeds 1-20.";
  const seeds = new Set<number>();
  for (const part of text.split(",")) {
    const match = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/.exec(part);
    const [first, last] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
    if (!match || first < 1 || last < first)
      return `“${part.trim()}” is no seed: a seed is a whole number from 1 to ${MOST_SEED.toLocaleString("en")}, 1-20 are twenty of them.`;
    if (last - first >= MOST_SEEDS) return `At most ${MOST_SEEDS} cases are made at once.`;
    for (let seed = first; seed <= last; seed++) seeds.add(seed);
  }
  return seeds.size > MOST_SEEDS ? `At most ${MOST_SEEDS} cases are made at once.` : [...seeds];
}
