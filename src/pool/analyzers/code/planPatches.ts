import { nameTag } from "../../formats/tags/nameTag.ts";
import type { PooltagEntry } from "../../formats/tags/readPooltag.ts";
import { tagToValue } from "../../formats/tags/tagValue.ts";
import type { PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";
import { editCommand } from "./tagPatches.ts";
import type { ModuleTagSite } from "./tagSites.ts";

/** What to type at one place, and what it gives. */
export interface PlannedPatch {
  place: string;
  /** the tag that the place allocates under after the change */
  tag: string;
  /** `eb fffff880`05a1f3aa+3 31` */
  command: string;
  /** the number that `dc` shows then: `3161654c` */
  dword: string;
  /** what puts the old letter back */
  undo: string;
  /** the line of the hit */
  line: number;
}

/** Where tags in use are looked up. */
export interface TagsInUse {
  snapshots?: readonly PoolSnapshot[];
  pooltag?: readonly PooltagEntry[];
  /** names from anywhere else, such as the rows of `!poolused` */
  tags?: Iterable<string>;
}

const LETTERS = [..."123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"];

/** Who uses a tag already, in words; undefined for a tag that is nowhere to be found. */
export function tagUser(tag: string, { snapshots = [], pooltag = [], tags = [] }: TagsInUse): string | undefined {
  const name = tag.padEnd(4);
  for (const one of tags) if (one.padEnd(4) === name) return "in use on this machine";
  if (snapshots.some(({ rows }) => rows.some((row) => row.tag === name))) return "a row of PoolMon";
  const entry = nameTag(pooltag, name);
  return entry && `pooltag.txt: ${entry.tag}${entry.binary === undefined ? "" : ` of ${entry.binary}`}`;
}

/**
 * A last letter of its own for each place that allocates: digits first, then letters; none that makes a tag which is in use. Places that free,
 * texts, and tags with the protected bit are left alone: a protected block is only freed with the tag it was allocated with.
 *
 * @throws RangeError where no letters are left: do half of the places first
 */
export function planPatches(sites: readonly ModuleTagSite[], inUse: TagsInUse = {}): PlannedPatch[] {
  const planned = new Set<string>();
  return sites
    .filter(({ site }) => site.kind === "allocate" && !site.isProtected)
    .map(({ place, address, tag, line }) => {
      const stem = tag.slice(0, 3);
      const letter = LETTERS.find((one) => !planned.has(stem + one) && tagUser(stem + one, inUse) === undefined);
      if (letter === undefined)
        throw new RangeError(
          `No last letter is left for ${tag} at ${place}: change some of the places, not all at once.`,
        );
      planned.add(stem + letter);
      return {
        place,
        tag: stem + letter,
        command: editCommand(address, 3, letter.charCodeAt(0)),
        dword: tagToValue(stem + letter)
          .toString(16)
          .padStart(8, "0"),
        undo: editCommand(address, 3, tag.charCodeAt(3)),
        line,
      };
    });
}
