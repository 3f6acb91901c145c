import type { CaseFamily } from "./CaseFamily.ts";
import { errorPath } from "./families/errorPath.ts";
import { fillingCache } from "./families/fillingCache.ts";
import { handleLeak } from "./families/handleLeak.ts";
import { healthyBusy } from "./families/healthyBusy.ts";
import { healthyHugeTag } from "./families/healthyHugeTag.ts";
import { healthyIdle } from "./families/healthyIdle.ts";
import { loadLikeLeak } from "./families/loadLikeLeak.ts";
import { pagedLeak } from "./families/pagedLeak.ts";
import { rebootInside } from "./families/rebootInside.ts";
import { sharedTag } from "./families/sharedTag.ts";
import { slowBesideFast } from "./families/slowBesideFast.ts";
import { steadyLeak } from "./families/steadyLeak.ts";
import { tooShort } from "./families/tooShort.ts";

/**
 * All families of cases, with the ranges of their parameters: here, in `machineRanges.ts`, `commonRanges.ts` and `families/`.
 *
 * These ranges were fixed and committed before the verdict that is measured on the cases was written. They may not be tuned to
 * it: what a verdict gets wrong on them is a fact about the verdict. A range that turns out to be wrong about real machines may
 * be changed for that reason, in a commit of its own that says so, and the figures measured before no longer count.
 */
export const FAMILIES: readonly CaseFamily[] = [
  steadyLeak,
  slowBesideFast,
  pagedLeak,
  sharedTag,
  handleLeak,
  fillingCache,
  loadLikeLeak,
  errorPath,
  rebootInside,
  tooShort,
  healthyIdle,
  healthyBusy,
  healthyHugeTag,
];
