import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import type { AllocationSite, Leak } from "../Scenario.ts";
import { addSite, noteHolder, plainSite, takeStranger, wholeBlock, type CaseBuilder } from "./CaseBuilder.ts";
import type { LeakRanges } from "./CaseFamily.ts";
import { chooseLeaker, type Leaker } from "./chooseLeaker.ts";
import { levelsOver, mean } from "./loadMeans.ts";
import * as ranges from "./machineRanges.ts";
import { drawChoice, drawNumber } from "./Range.ts";

const HOUR = 3_600_000;
/** Below this mean level there is no load that a leak could follow. */
const SOME_LOAD = 0.02;

/** A leak as it was built: the sites that lose blocks, the first of them the one that the case is about. */
export interface BuiltLeak extends Leaker {
  sites: readonly number[];
}

/** Adds the leaks of a case. The first is the faster one. */
export function addLeaks(builder: CaseBuilder): BuiltLeak[] {
  const { leak, leakShare, second } = builder.plan.family.ranges;
  const { random } = builder;
  if (!leak || (leakShare !== undefined && random.next() >= leakShare)) return [];
  const pool = drawChoice(leak.pool, random);
  const wanted = builder.restBytes[pool] * drawNumber(leak.growthShare, random);
  const most = mostLeaked(builder, pool);
  const growth = Math.min(wanted, most * 0.7, ranges.MOST_BYTES_PER_HOUR * (upSeconds(builder) / 3600));
  const first = addLeak(builder, { leak, pool, growth, most });
  if (!second) return [first];
  const samePool = drawChoice(second.pool, random) === "same";
  const otherPool: Pool = pool === "paged" ? "nonpaged" : "paged";
  const slow: LeakRanges = {
    ...leak,
    owner: [["third party", 1]],
    blockBytes: second.blockBytes,
    begins: [["boot", 1]],
    lockstepTags: { spread: "evenly", min: 0, max: 0 },
  };
  const slowGrowth = growth * drawNumber(second.rateShare, random);
  return [
    first,
    addLeak(builder, { leak: slow, pool: samePool ? pool : otherPool, growth: slowGrowth, most: Infinity }),
  ];
}

/** The bytes that a leak may hold at the end of the recording. */
function mostLeaked({ plan, commitLimitBytes, restBytes }: CaseBuilder, pool: Pool): number {
  const memory = plan.memoryBytes * ranges.MOST_LEAKED_SHARE;
  const limit = pool === "paged" ? commitLimitBytes * 0.5 : plan.memoryBytes * plan.generation.nonpagedShare;
  return Math.min(memory, (limit - restBytes[pool]) * 0.8);
}

/** Seconds of the recording in which the machine runs. */
function upSeconds({ plan }: CaseBuilder): number {
  const off = plan.reboots.reduce((sum, { downAt, upAt }) => sum + upAt - downAt, 0);
  return (plan.until - plan.from - off) / 1000;
}

interface WantedLeak {
  leak: LeakRanges;
  pool: Pool;
  /** bytes to lose over the recording */
  growth: number;
  /** bytes that it may hold at its end */
  most: number;
}

function addLeak(builder: CaseBuilder, { leak, pool, growth, most }: WantedLeak): BuiltLeak {
  const { random, plan } = builder;
  const leaker = chooseLeaker(builder, leak, pool);
  const perSecond = growth / upSeconds(builder);
  // What was lost before the recording must fit in as well: the faster the leak, the younger the machine, or the leak.
  const before = Math.floor(((most - growth) / perSecond) * 1000);
  const rate = leakRate(builder, leak, perSecond / leaker.blocks[0]!.blockBytes);
  if (drawChoice(leak.begins, random) === "later") {
    const longest = Math.min(plan.from - builder.bootedAt, 3 * (plan.until - plan.from), before);
    rate.from = plan.from - Math.floor(random.next() * longest);
  } else builder.bootedAt = Math.max(builder.bootedAt, plan.from - Math.max(before, HOUR / 2));
  rate.together = `${leaker.tag} ${leaker.driver ?? leaker.process}`;
  const sites = leaker.blocks.map((block) =>
    addSite(builder, plainSite({ ...block, driver: leaker.driver ?? "ntoskrnl.exe", leak: rate })),
  );
  if (leaker.driver !== undefined && random.next() < ranges.ORDINARY_USE_SHARE)
    addSite(builder, ordinaryUse(builder, leaker.driver, leaker.blocks[0]!));
  return { ...leaker, sites };
}

/** Blocks per second, spread over idle time, load and failures as the family says. */
function leakRate({ plan, load, random }: CaseBuilder, leak: LeakRanges, blocksPerSecond: number): Leak {
  const spread = drawNumber(leak.spread, random);
  const share = drawNumber(leak.loadShare, random);
  if (plan.family.ranges.failures) {
    const failures = mean(levelsOver(load, "failures", plan.from, plan.until));
    return { blocksPerSecond: 0, spread, follows: { failures: blocksPerSecond / Math.max(failures, 0.001) } };
  }
  const users = mean(levelsOver(load, "users", plan.from, plan.until));
  if (users < SOME_LOAD) return { blocksPerSecond, spread };
  return {
    blocksPerSecond: blocksPerSecond * (1 - share),
    spread,
    follows: { users: (blocksPerSecond * share) / users },
  };
}

/** What a driver does as it should under a tag. */
function ordinaryUse(
  { random }: CaseBuilder,
  driver: string,
  { tag, pool, blockBytes }: Pick<AllocationSite, "tag" | "pool" | "blockBytes">,
): AllocationSite {
  const blocks = drawNumber(ranges.BYSTANDER_BLOCKS, random) * Math.min(1, 1024 / blockBytes);
  const churnPerSecond = drawNumber(ranges.BYSTANDER_CHURN_PER_SECOND, random);
  return plainSite({ tag, pool, driver, blockBytes, heldBlocks: Math.ceil(blocks), churnPerSecond });
}

/** Adds drivers of third parties that are in order, each with some of its tags. */
export function addBystanders(builder: CaseBuilder): void {
  const { random } = builder;
  const count = Math.floor(drawNumber(ranges.BYSTANDERS, random) + 0.5);
  for (let number = 0; number < count; number += 1) {
    const { driver, tags } = takeStranger(builder);
    for (const tag of tags.slice(0, 1 + Math.floor(random.next() * tags.length))) {
      const pool: Pool = random.next() < 0.6 ? "nonpaged" : "paged";
      const blockBytes = wholeBlock(drawNumber(ranges.BYSTANDER_BLOCK_BYTES, random));
      const site = ordinaryUse(builder, driver, { tag, pool, blockBytes });
      addSite(builder, { ...site, follows: { users: site.heldBlocks * 0.3 * random.next() }, fallSeconds: 120 });
      noteHolder(builder, tag, driver);
    }
  }
}
