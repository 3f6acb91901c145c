import type { Pool } from "../formats/poolmon/PoolSnapshot.ts";
import { ACTIVITIES, type Activity, type AllocationSite, type PerActivity } from "./Scenario.ts";

/** A line of a tag table: a component's tag in one pool, with one allocation site per block size. */
export interface TagEntry {
  sites: AllocationSite[];
  /** `old` for Windows before 10, `new` from 10 on, undefined for all */
  era: "old" | "new" | undefined;
  /** the number of blocks is a fact, not to be scaled */
  exact: boolean;
}

const FOLLOWS: Record<string, Activity> = { j: "job", u: "users", b: "backup", n: "background", p: "pressure" };

/** How the blocks of a tag spread over its block sizes, most over the first. */
const SHARES: readonly (readonly number[])[] = [[1], [0.62, 0.38], [0.5, 0.3, 0.2]];

/**
 * Reads a table of tags, one per line: `File N nt 352/416 19400 41000 j2600 u5200 ~240 @old`, that is the tag (`_` for a
 * blank), the pool (N or P), the driver (`.sys` left out), block sizes, blocks held (`!`: exactly so many), blocks churned per hour,
 * then in any order: blocks in flight at full `j`ob, `u`sers, `b`ackup, backgrou`n`d and `p`ressure, `~` seconds in which
 * they are given back, `@` the era. Throws for a line that it cannot read.
 */
export function readTagTable(table: string): TagEntry[] {
  return table
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(readLine);
}

function readLine(line: string): TagEntry {
  const match = /^(\S{4}) ([NP]) (\S+) ([\d/]+) (\d+)(!?) (\d+)((?: \S+)*)$/.exec(line);
  if (!match) throw new Error(`Tag table line "${line}": write it as "File N nt 352/416 19400 41000 u5200 ~240".`);
  const [, tag, pool, driver, sizes, held, exact, churn, options] = match;
  const entry = { tag: tag!.replaceAll("_", " "), pool: (pool === "N" ? "nonpaged" : "paged") as Pool };
  const { follows, fallSeconds, era } = readOptions(options!.trim(), line);
  const blockSizes = sizes!.split("/").map(Number);
  const shares = SHARES[blockSizes.length - 1];
  if (!shares) throw new Error(`Tag table line "${line}": at most three block sizes.`);
  const sites = blockSizes.map((blockBytes, at): AllocationSite => {
    if (blockBytes % (blockBytes < 4096 ? 16 : 4096) !== 0)
      throw new Error(`Tag table line "${line}": blocks are multiples of 16 bytes, from a page on of 4,096.`);
    const share = shares[at]!;
    return {
      ...entry,
      driver: fileName(driver!),
      blockBytes,
      heldBlocks: Math.round(Number(held) * share),
      churnPerSecond: (Number(churn) * share) / 3600,
      follows: scaleAll(follows, share),
      fallSeconds,
    };
  });
  return { sites, era, exact: exact === "!" };
}

function readOptions(
  text: string,
  line: string,
): Pick<AllocationSite, "follows" | "fallSeconds"> & Pick<TagEntry, "era"> {
  const follows: PerActivity = {};
  let fallSeconds = 0;
  let era: TagEntry["era"];
  for (const option of text === "" ? [] : text.split(" ")) {
    const activity = FOLLOWS[option[0]!];
    const rest = option.slice(1);
    if (activity && /^-?\d+$/.test(rest)) follows[activity] = Number(rest);
    else if (option.startsWith("~")) fallSeconds = Number(rest);
    else if (rest === "old" || rest === "new") era = rest;
    else throw new Error(`Tag table line "${line}": "${option}" is not known; see readTagTable.`);
  }
  return { follows, fallSeconds, era };
}

export function scaleAll(amounts: PerActivity, factor: number): PerActivity {
  const scaled: PerActivity = {};
  for (const activity of ACTIVITIES) {
    const amount = amounts[activity];
    if (amount !== undefined) scaled[activity] = amount * factor;
  }
  return scaled;
}

function fileName(driver: string): string {
  if (driver === "nt") return "ntoskrnl.exe";
  return driver === "drivers" ? "several" : `${driver}.sys`;
}
