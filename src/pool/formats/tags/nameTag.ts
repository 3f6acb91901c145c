import type { PooltagEntry } from "./readPooltag.ts";
import { matchesTag, tagSpecificity } from "./tagPattern.ts";

interface TagIndex {
  exact: Map<string, PooltagEntry>;
  /** entries with wildcards, the most specific first */
  patterns: PooltagEntry[];
  /** how many entries the table had when this was made */
  size: number;
}

/** A table is looked up for every row of a log, so what it takes to look up quickly is made once. */
const indexes = new WeakMap<readonly PooltagEntry[], TagIndex>();

/**
 * Looks a tag up in the records of `readPooltag`. Upper and lower case differ, blanks at the end do not count, and the
 * most specific entry wins: the tag itself, then patterns with more fixed characters. Undefined where no entry fits,
 * which for a growing tag means a driver that is not Microsoft's, or a new one: search the driver files for the tag.
 */
export function nameTag(table: readonly PooltagEntry[], tag: string): PooltagEntry | undefined {
  let index = indexes.get(table);
  if (index?.size !== table.length) {
    index = makeIndex(table);
    indexes.set(table, index);
  }
  const padded = tag.padEnd(4);
  return index.exact.get(padded) ?? index.patterns.find((entry) => matchesTag(entry.tag, padded));
}

function makeIndex(table: readonly PooltagEntry[]): TagIndex {
  const exact = new Map<string, PooltagEntry>();
  const patterns: PooltagEntry[] = [];
  for (const entry of table) {
    if (/[?*]/.test(entry.tag)) patterns.push(entry);
    // Of several entries for a tag the first counts that names a binary: newer lists repeat old entries with more in them.
    else if (exact.get(entry.tag)?.binary === undefined) {
      if (!exact.has(entry.tag) || entry.binary !== undefined) exact.set(entry.tag, entry);
    }
  }
  patterns.sort((a, b) => tagSpecificity(b.tag) - tagSpecificity(a.tag));
  return { exact, patterns, size: table.length };
}
