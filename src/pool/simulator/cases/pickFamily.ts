import { createRandom } from "../Random.ts";
import type { CaseFamily } from "./CaseFamily.ts";
import { FAMILIES } from "./families.ts";
import { drawChoice } from "./Range.ts";

/** The family of a seed: by weight, so that a thousand seeds in a row hold each of them at least forty times. */
export function pickFamily(seed: number): CaseFamily {
  const weighted = FAMILIES.map((family) => [family, family.weight] as const);
  return drawChoice(weighted, createRandom("family", seed));
}
