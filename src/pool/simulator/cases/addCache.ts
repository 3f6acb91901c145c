import { addSite, noteHolder, plainSite, takeStranger, wholeBlock, type CaseBuilder } from "./CaseBuilder.ts";
import type { OwnedTag } from "./windowsOwners.ts";
import { CACHE_TAGS, HUGE_TAGS } from "./windowsOwners.ts";
import type { TagOwner } from "./CaseFamily.ts";
import { levelsOver, mean } from "./loadMeans.ts";
import { drawChoice, drawNumber } from "./Range.ts";

/** No cache and no huge tag takes more of the machine's memory. */
const MOST_SHARE = 0.3;
/** Whoever fills a cache by so many time constants leaves less than one percent of it free. */
const FULL = 5;

/** Adds the cache of a case that fills while it is recorded. Undefined where the family has none. */
export function addCache(builder: CaseBuilder): OwnedTag | undefined {
  const { random, plan, load, restBytes } = builder;
  const { cache } = plan.family.ranges;
  if (!cache) return undefined;
  const owned = chooseOwner(builder, drawChoice(cache.owner, random), CACHE_TAGS, drawChoice(cache.pool, random));
  const size = Math.min(restBytes[owned.pool] * drawNumber(cache.sizeShare, random), plan.memoryBytes * MOST_SHARE);
  const blockBytes = ownBlock(builder, owned) ?? wholeBlock(drawNumber(cache.blockBytes, random));
  // The more the machine does, the faster it fills; the weights are those of `SiteLife`.
  const [users, job] = (["users", "job"] as const).map((activity) =>
    levelsOver(load, activity, plan.from, plan.until),
  ) as [number[], number[]];
  const speeds = users.map((level, at) => 0.04 + level + 0.3 * job[at]!);
  const share = drawNumber(cache.fillShare, random);
  const recorded = (plan.until - plan.from) / 1000;
  const early = mean(speeds.slice(0, Math.ceil(speeds.length * share))) * recorded * share;
  const whole = mean(speeds) * recorded;
  const seconds = Math.min(Math.max(early, (whole * share) / 2), whole / FULL);
  const trim = drawChoice(cache.trimmed, random)
    ? { trim: { hour: 24 * random.next(), share: 0.05 + 0.15 * random.next() } }
    : {};
  const begun = plan.from - Math.floor(random.next() * 0.1 * share * recorded * 1000);
  addSite(
    builder,
    plainSite({
      ...owned,
      blockBytes,
      fills: { from: begun, blocks: Math.ceil(size / blockBytes), seconds, ...trim },
    }),
  );
  return owned;
}

/** Adds a tag that has been large since boot. Undefined where the family has none. */
export function addHugeTag(builder: CaseBuilder): OwnedTag | undefined {
  const { random, plan, restBytes } = builder;
  const { huge } = plan.family.ranges;
  if (!huge) return undefined;
  const owned = chooseOwner(builder, drawChoice(huge.owner, random), HUGE_TAGS, drawChoice(huge.pool, random));
  const blockBytes = ownBlock(builder, owned) ?? wholeBlock(drawNumber(huge.blockBytes, random));
  const size = Math.min(restBytes[owned.pool] * drawNumber(huge.sizeShare, random), plan.memoryBytes * MOST_SHARE);
  addSite(builder, plainSite({ ...owned, blockBytes, heldBlocks: Math.max(1, Math.round(size / blockBytes)) }));
  return owned;
}

function chooseOwner(
  builder: CaseBuilder,
  owner: TagOwner,
  tags: readonly OwnedTag[],
  pool: OwnedTag["pool"],
): OwnedTag {
  if (owner === "windows") {
    const own = tags.filter((tag) => tag.pool === pool);
    return own[Math.floor(builder.random.next() * own.length)]!;
  }
  const { driver, tags: names } = takeStranger(builder);
  const tag = names[Math.floor(builder.random.next() * names.length)]!;
  noteHolder(builder, tag, driver);
  return { tag, pool, driver };
}

/** The largest block that a tag of Windows has anyhow; undefined for a tag that is new on the machine. */
function ownBlock({ sites }: CaseBuilder, { tag, pool }: OwnedTag): number | undefined {
  const sizes = sites.filter((site) => site.tag === tag && site.pool === pool).map(({ blockBytes }) => blockBytes);
  return sizes.length > 0 ? Math.max(...sizes) : undefined;
}
