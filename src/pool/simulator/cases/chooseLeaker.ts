import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import { addSite, noteHolder, plainSite, takeStranger, wholeBlock, type CaseBuilder } from "./CaseBuilder.ts";
import type { LeakRanges } from "./CaseFamily.ts";
import * as ranges from "./machineRanges.ts";
import { byFactor, drawChoice, drawNumber, drawWhole } from "./Range.ts";
import { LEAKING_WINDOWS_TAGS, OBJECT_TYPES, SHARED_TAGS } from "./windowsOwners.ts";

/** One kind of block that is lost. */
export interface LostBlock {
  tag: string;
  pool: Pool;
  blockBytes: number;
}

/** Who leaks, and what. */
export interface Leaker {
  tag: string;
  pool: Pool;
  /** the driver that loses the blocks; undefined where a process keeps handles and no driver is at fault */
  driver: string | undefined;
  /** the process that keeps the handles */
  process: string | undefined;
  /** every driver that allocates under the tag */
  users: string[];
  /** what is lost together, the tag's own first */
  blocks: LostBlock[];
}

const COMPANION_BYTES = byFactor(48, 640);

/** Chooses whose leak it is and puts the others that use the tag on the machine. */
export function chooseLeaker(builder: CaseBuilder, leak: LeakRanges, pool: Pool): Leaker {
  const { random } = builder;
  const pick = <Item extends { pool: Pool }>(items: readonly Item[]): Item => {
    const own = items.filter((item) => item.pool === pool);
    return own[Math.floor(random.next() * own.length)]!;
  };
  const blockBytes = wholeBlock(drawNumber(leak.blockBytes, random));
  switch (drawChoice(leak.owner, random)) {
    case "third party":
      return thirdParty(builder, leak, { pool, blockBytes });
    case "windows": {
      const { tag, driver } = pick(LEAKING_WINDOWS_TAGS);
      // The leak is of one of the sizes that the tag has anyhow.
      const sizes = builder.sites.filter((site) => site.tag === tag && site.pool === pool);
      const own = sizes.length > 0 ? sizes[Math.floor(random.next() * sizes.length)]!.blockBytes : blockBytes;
      return { tag, pool, driver, process: undefined, users: [driver], blocks: [{ tag, pool, blockBytes: own }] };
    }
    case "objects": {
      const { tag, blockBytes: own, companions } = pick(OBJECT_TYPES);
      const blocks = [{ tag, pool, blockBytes: own }, ...companions];
      return { tag, pool, driver: undefined, process: builder.agent, users: [], blocks };
    }
    case "shared":
      return sharedTag(builder, pick(SHARED_TAGS), blockBytes);
  }
}

function thirdParty(builder: CaseBuilder, leak: LeakRanges, { pool, blockBytes }: Omit<LostBlock, "tag">): Leaker {
  const { random } = builder;
  const { driver, tags } = takeStranger(builder);
  const companions = tags.slice(1, 1 + drawWhole(leak.lockstepTags, random));
  for (const tag of tags) noteHolder(builder, tag, driver);
  return {
    tag: tags[0]!,
    pool,
    driver,
    process: undefined,
    users: [driver],
    blocks: [
      { tag: tags[0]!, pool, blockBytes },
      ...companions.map((tag) => ({ tag, pool, blockBytes: wholeBlock(drawNumber(COMPANION_BYTES, random)) })),
    ],
  };
}

function sharedTag(
  builder: CaseBuilder,
  { tag, pool, driver: windows }: { tag: string; pool: Pool; driver: string },
  blockBytes: number,
): Leaker {
  const { random, plan } = builder;
  const { driver } = takeStranger(builder);
  const users = windows === "several" ? [driver] : [driver, windows];
  noteHolder(builder, tag, driver);
  for (let other = drawWhole(plan.family.ranges.otherUsers!, random); other > 0; other -= 1) {
    const user = takeStranger(builder).driver;
    users.push(user);
    noteHolder(builder, tag, user);
    addSite(
      builder,
      plainSite({
        tag,
        pool,
        driver: user,
        blockBytes: wholeBlock(drawNumber(ranges.BYSTANDER_BLOCK_BYTES, random)),
        heldBlocks: Math.ceil(drawNumber(ranges.BYSTANDER_BLOCKS, random) / 8),
        churnPerSecond: drawNumber(ranges.BYSTANDER_CHURN_PER_SECOND, random),
      }),
    );
  }
  return { tag, pool, driver, process: undefined, users, blocks: [{ tag, pool, blockBytes }] };
}
