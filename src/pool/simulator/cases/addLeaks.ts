import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import type { Activity, AllocationSite, Leak } from "../Scenario.ts";
import { addSite, noteHolder, plainSite, takeStranger, wholeBlock, type CaseBuilder } from "./CaseBuilder.ts";
import type { LeakRanges } from "./CaseFamily.ts";
import { chooseLeaker, type Leaker, type LostBlock } from "./chooseLeaker.ts";
import { levelsOver, mean } from "./loadMeans.ts";
import * as ranges from "./machineRanges.ts";
import { drawChoice, drawNumber } from "./Range.ts";

const HOUR = 3_600_000;
/** Below this mean level there is no load that a leak could follow. */
const SOME_LOAD = 0.02;

/** A process holds at most some 16 million handles. */
const MOST_HANDLES = 14_000_000;

/** A leak as it was built: the sites that lose blocks, the first of them the one that the case is about. */
export interface BuiltLeak extends Leaker {
  sites: readonly number[];
  /** bytes of the tag that are to be lost over the recording; chance makes it a little more or less */
  bytes: number;
}

/** Adds the leaks of a case. The first is the faster one. */
export function addLeaks(builder: CaseBuilder): BuiltLeak[] {
  const { leak, leakShare, second } = builder.plan.family.ranges;
  const { random } = builder;
  if (!leak || (leakShare !== undefined && random.next() >= leakShare)) return [];
  const pool = drawChoice(leak.pool, random);
  const wanted = builder.restBytes[pool] * drawNumber(leak.growthShare, random);
  const most = mostLeaked(builder, pool);
  const first = addLeak(builder, { leak, pool, growth: wanted, most });
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
  const growth = first.bytes * drawNumber(second.rateShare, random);
  return [first, addLeak(builder, { leak: slow, pool: samePool ? pool : otherPool, growth, most })];
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
  /** bytes of the tag to lose over the recording, where they fit */
  growth: number;
  /** bytes that it may hold at its end, with all that is lost along */
  most: number;
}

function addLeak(builder: CaseBuilder, { leak, pool, growth, most }: WantedLeak): BuiltLeak {
  const { random, plan } = builder;
  const leaker = chooseLeaker(builder, leak, pool);
  const [own] = leaker.blocks as [LostBlock];
  const together = leaker.blocks.reduce((sum, { blockBytes }) => sum + blockBytes, 0);
  const mostBlocks = Math.min(most / together, leaker.process === undefined ? Infinity : MOST_HANDLES);
  const seconds = upSeconds(builder);
  const perSecond =
    Math.min(growth / own.blockBytes, mostBlocks * 0.7, (ranges.MOST_BYTES_PER_HOUR * seconds) / 3600 / together) /
    seconds;
  const { rate, usual } = leakRate(builder, leak, perSecond);
  // What was lost before the recording must fit in as well: the faster the leak, the younger the machine, or the leak.
  const before = Math.floor(((mostBlocks - perSecond * seconds) / usual) * 1000);
  if (drawChoice(leak.begins, random) === "later") {
    const longest = Math.min(plan.from - builder.bootedAt, 3 * (plan.until - plan.from), before);
    rate.from = plan.from - Math.floor(random.next() * longest);
  } else builder.bootedAt = Math.max(builder.bootedAt, plan.from - Math.max(before, HOUR / 2));
  rate.together = `${leaker.tag} ${leaker.driver ?? leaker.process}`;
  const sites = leaker.blocks.map((block) =>
    addSite(builder, plainSite({ ...block, driver: leaker.driver ?? "ntoskrnl.exe", leak: rate })),
  );
  if (leaker.driver !== undefined && random.next() < ranges.ORDINARY_USE_SHARE)
    addSite(builder, ordinaryUse(builder, leaker.driver, own));
  return { ...leaker, sites, bytes: perSecond * seconds * own.blockBytes };
}

/**
 * Blocks per second, spread over idle time, load and failures as the family says, so that the recording has so many in the mean;
 * `usual` is the mean of a whole week.
 */
function leakRate({ plan, load, random }: CaseBuilder, leak: LeakRanges, blocksPerSecond: number) {
  const spread = drawNumber(leak.spread, random);
  const share = drawNumber(leak.loadShare, random);
  const meanOf = (activity: Activity, from: number) => mean(levelsOver(load, activity, from, plan.until));
  if (plan.family.ranges.failures) {
    const rate: Leak = {
      blocksPerSecond: 0,
      spread,
      follows: { failures: blocksPerSecond / Math.max(meanOf("failures", plan.from), 0.001) },
    };
    return { rate, usual: blocksPerSecond * 2 };
  }
  const [now, week] = [meanOf("users", plan.from), meanOf("users", plan.until - 7 * 24 * HOUR)];
  // Who is recorded at night does not leak a hundred times as much by day.
  const users = (blocksPerSecond * share) / Math.max(now, week / 2, SOME_LOAD);
  const always = blocksPerSecond - users * now;
  const rate: Leak = { blocksPerSecond: always, spread, follows: { users } };
  return { rate, usual: Math.max(blocksPerSecond, always + users * week) };
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
