import { kindOfTag } from "../../formats/tags/knownTags.ts";
import { handleGrowth } from "../counters/handleGrowth.ts";
import type { Verdict } from "../verdict/Verdict.ts";
import type { CaseFiles } from "./gatherCase.ts";

/** The process whose handles rise with the pool, where the tag is an object's, or none is known. */
export function findProcess({ verdict, tag }: Verdict, { counters }: CaseFiles): string | undefined {
  if (verdict !== "leak" || (tag !== undefined && kindOfTag(tag) !== "object")) return undefined;
  return counters.flatMap(({ records }) => handleGrowth(records)).find(({ process }) => process !== "_Total")?.process;
}
