import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import { wholeBlock } from "../cases/CaseBuilder.ts";
import { zoneIn } from "../cases/caseZones.ts";
import { ZONE_CHOICE } from "../cases/machineRanges.ts";
import { byFactor, drawChoice, drawNumber, evenly, type Choice } from "../cases/Range.ts";
import { THIRD_PARTIES } from "../cases/thirdParties.ts";
import { CACHE_TAGS, HUGE_TAGS } from "../cases/windowsOwners.ts";
import { createRandom, type Random } from "../Random.ts";
import { utcFromLocal } from "../TimeZone.ts";
import { drawProcesses } from "./drawProcesses.ts";
import type { BlockStream, FinalCasePlan, SecondGrower } from "./FinalCasePlan.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;
const MEGABYTE = 1_048_576;
const GIGABYTE = 1_073_741_824;

/** Snapshots of PoolMon in a case; between the first and the last lie so many times the spacing less one. */
export const SNAPSHOTS = 7;
const SPACING_MINUTES: Choice<number> = [
  [20, 2],
  [25, 1],
  [30, 1],
];

const GIGABYTES: Choice<number> = [
  [8, 2],
  [12, 1],
  [16, 3],
  [24, 1],
  [32, 2],
];

/** What the leak gains per hour, as a share of its pool at rest. */
const RATE_SHARE = byFactor(0.3, 5);
/** Slow enough that a trace shows each block, fast enough that it shows some hundreds. */
const BLOCKS_PER_SECOND = byFactor(1.1, 11);
/** By the end of the recording the leak holds at most this share of memory. */
const MOST_OF_MEMORY = 0.28;
/** What the second grower gains beside the first, and how many blocks a second leak loses beside it. */
const SECOND_SHARE = evenly(0.13, 0.24);
const SECOND_LEAST = 12 * MEGABYTE;
const SECOND_BLOCKS = byFactor(0.4, 1.6);

const COMPANIES = ["ALPINE", "BLUEYONDER", "COHO", "LUCERNE", "MUNSON", "NODPUB", "RELECLOUD", "TREY", "VANARSDEL"];
const ROLES = ["APP", "FS", "PRT", "SQL", "WEB"];

/** Draws the final case of a seed. */
export function planFinalCase(seed: number): FinalCasePlan {
  const random = createRandom("final case", seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random.next() * items.length)]!;
  const era = random.next() < 0.5 ? "old" : "new";
  const year = era === "old" ? 2012 : 2021 + Math.floor(random.next() * 3);
  const zone = zoneIn(drawChoice(ZONE_CHOICE, random), year);
  const gigabytes = drawChoice(GIGABYTES, random);
  const nonpaged = drawNumber(byFactor(80, 210), random) * Math.sqrt(gigabytes / 8) * MEGABYTE;
  const restingBytes = { nonpaged, paged: nonpaged * drawNumber(evenly(1.2, 2), random) };
  const snapshotMinutes = drawChoice(SPACING_MINUTES, random);
  const from = drawStart(zone, year, era, random);
  const until = from + (snapshotMinutes * (SNAPSHOTS - 1) + 6) * MINUTE;
  const bootedAt = from - Math.floor(drawNumber(evenly(1.4, 5), random) * HOUR);
  const pool: Pool = random.next() < 0.5 ? "nonpaged" : "paged";
  const [leaker, other, holder] = shuffled(random);
  const [tag, sibling] = twoOf(leaker!.tags, random);
  const hours = (until - bootedAt) / HOUR;
  const perHour = Math.min(
    restingBytes[pool] * drawNumber(RATE_SHARE, random),
    (MOST_OF_MEMORY * gigabytes * GIGABYTE) / hours,
  );
  const leak = stream({ tag, pool, driver: leaker!.driver }, perHour, drawNumber(BLOCKS_PER_SECOND, random));
  const second = drawSecond(leak, { ...other!, hours: (until - from) / HOUR }, random);
  const { guilty, innocent, third } = drawProcesses(leaker!.driver, other!.driver, random);
  const hugeTag = pick(HUGE_TAGS.filter((each) => each.pool === pool && each.tag !== second.tag));
  const hugeBytes = Math.min(perHour * hours * drawNumber(evenly(0.5, 1.6), random), 0.07 * gigabytes * GIGABYTE);
  return {
    seed,
    name: `${pick(COMPANIES)}-${pick(ROLES)}${1 + Math.floor(random.next() * 8)}`,
    era,
    gigabytes,
    processors: gigabytes > 12 ? 8 : 4,
    zone,
    restingBytes,
    churn: drawNumber(byFactor(0.2, 0.8), random),
    load: drawNumber(evenly(0.7, 1.5), random),
    opensAt: drawNumber(evenly(7, 9), random),
    bootedAt,
    from,
    until,
    snapshotMinutes,
    leak,
    sibling,
    guilty,
    innocent,
    second,
    secondCaller: third,
    foreign: { driver: holder!.driver, word: `${capitalized(holder!.driver)}${tag}${pick(["ing", "er", "Size"])}` },
    huge: { tag: hugeTag.tag, pool, blockBytes: 65_536, blocks: Math.ceil(hugeBytes / 65_536) },
    busiestPerSecond: Math.floor(drawNumber(evenly(70, 160), random)),
  };
}

/** The morning or noon of a working day whose next day is one too. */
function drawStart(zone: FinalCasePlan["zone"], year: number, era: "old" | "new", random: Random): number {
  // The kernel of the older machines is of May 2012.
  const firstDay = era === "old" ? 160 : 5;
  let day = Date.UTC(year, 0, firstDay) + Math.floor(random.next() * (340 - firstDay)) * 24 * HOUR;
  // From the 13th on nobody takes the day for the month.
  const isFit = (date: Date) => ![0, 5, 6].includes(date.getUTCDay()) && date.getUTCDate() > 12;
  while (!isFit(new Date(day))) day += 24 * HOUR;
  const date = new Date(day).toISOString().slice(0, 10);
  return utcFromLocal(zone, `${date} 08:00:00`) + Math.floor(random.next() * 60) * 5 * MINUTE;
}

function stream(owner: Pick<BlockStream, "tag" | "pool" | "driver">, perHour: number, perSecond: number): BlockStream {
  const blockBytes = wholeBlock(perHour / 3600 / perSecond);
  return { ...owner, blockBytes, blocksPerSecond: perHour / 3600 / blockBytes };
}

function drawSecond(
  leak: BlockStream,
  other: { driver: string; tags: readonly string[]; hours: number },
  random: Random,
): SecondGrower {
  const first = leak.blockBytes * leak.blocksPerSecond * 3600;
  // Beside a slow leak it must still gain more than what the day's load leaves in the pools.
  const perHour = Math.max(first * drawNumber(SECOND_SHARE, random), Math.min(first * 0.35, SECOND_LEAST));
  const pool: Pool = random.next() < 0.5 ? leak.pool : leak.pool === "paged" ? "nonpaged" : "paged";
  if (random.next() < 0.5) {
    const tag = other.tags[Math.floor(random.next() * other.tags.length)]!;
    const perSecond = leak.blocksPerSecond * drawNumber(SECOND_BLOCKS, random);
    return { kind: "leak", ...stream({ tag, pool, driver: other.driver }, perHour, perSecond) };
  }
  const tags = CACHE_TAGS.filter((each) => each.pool === pool);
  const { tag, driver } = tags[Math.floor(random.next() * tags.length)]!;
  const blockBytes = 1024;
  return {
    ...{ kind: "cache", tag, pool, driver, blockBytes },
    blocks: Math.floor((perHour * other.hours) / blockBytes),
    seconds: other.hours * 3600 * drawNumber(evenly(0.14, 0.22), random),
  };
}

function shuffled(random: Random) {
  return THIRD_PARTIES.map((party) => ({ party, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ party }) => party);
}

function twoOf(tags: readonly string[], random: Random): [string, string] {
  const first = Math.floor(random.next() * tags.length);
  return [tags[first]!, tags[(first + 1) % tags.length]!];
}

/** `ctxflt.sys` as words in its code begin: `Ctx`. */
function capitalized(driver: string): string {
  return driver.charAt(0).toUpperCase() + driver.slice(1, 3);
}
