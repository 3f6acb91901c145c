import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import { createRandom, type Random } from "../Random.ts";
import type { AllocationSite } from "../Scenario.ts";
import type { Load } from "./loadMeans.ts";
import type { CasePlan } from "./planCase.ts";
import { THIRD_PARTIES, type ThirdParty } from "./thirdParties.ts";

/** What a case's machine is gathered from: the families' parts add their sites to it. */
export interface CaseBuilder {
  plan: CasePlan;
  random: Random;
  load: Load;
  sites: AllocationSite[];
  /** the pools at rest; what a part holds for good is added */
  restBytes: Record<Pool, number>;
  commitLimitBytes: number;
  /** the process of a third party, which keeps handles where the family says so */
  agent: string;
  /** when the machine booted (UTC): a fast leak shortens its life before the recording */
  bootedAt: number;
  /** third parties that are not on the machine yet */
  strangers: ThirdParty[];
  /** tags of third parties, and shared ones, with the drivers that hold them in their code */
  holders: { tag: string; drivers: string[] }[];
}

export function createBuilder(
  parts: Pick<CaseBuilder, "plan" | "load" | "sites" | "restBytes" | "commitLimitBytes" | "agent">,
): CaseBuilder {
  const random = createRandom("case sites", parts.plan.seed);
  const strangers = THIRD_PARTIES.map((party) => ({ party, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ party }) => party);
  const bootedAt = parts.plan.from - Math.floor(parts.plan.uptimeHours * 3_600_000);
  return { ...parts, random, strangers, holders: [], bootedAt };
}

/** Takes a third party that is not on the machine yet. */
export function takeStranger(builder: CaseBuilder): ThirdParty {
  const party = builder.strangers.pop();
  if (!party) throw new Error("A case has more third parties than there are; add some to thirdParties.ts.");
  return party;
}

/** Notes that a driver's code holds a tag. */
export function noteHolder({ holders }: CaseBuilder, tag: string, driver: string): void {
  const known = holders.find((holder) => holder.tag === tag);
  if (!known) holders.push({ tag, drivers: [driver] });
  else if (!known.drivers.includes(driver)) known.drivers.push(driver);
}

/** What small blocks cost beyond their bytes, as in `MachineState`. */
const PACKING = 1.005;

/** Adds a site and what it holds for good to its pool's rest. Gives its index. */
export function addSite(builder: CaseBuilder, site: AllocationSite): number {
  builder.restBytes[site.pool] += site.heldBlocks * site.blockBytes * (site.blockBytes < 4096 ? PACKING : 1);
  return builder.sites.push(site) - 1;
}

/** A block size that the pool can have: multiples of 16 bytes, from a page on of pages. */
export function wholeBlock(bytes: number): number {
  const unit = bytes < 4096 ? 16 : 4096;
  return Math.max(32, Math.round(bytes / unit) * unit);
}

/** A site that only allocates what the parts say. */
export function plainSite(
  parts: Pick<AllocationSite, "tag" | "pool" | "driver" | "blockBytes"> & Partial<AllocationSite>,
): AllocationSite {
  return { heldBlocks: 0, churnPerSecond: 0, follows: {}, fallSeconds: 0, ...parts };
}
