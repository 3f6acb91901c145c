import type { PoolTagRow } from "./PoolSnapshot.ts";
import type { RegisteredTag, TagRegistry } from "./TagRegistry.ts";

/** A row and its tag's entry in the registry. */
export interface ParsedRow {
  row: PoolTagRow;
  entry: RegisteredTag;
}

// The place in the line, hoisted so that reading five numbers makes no objects.
let at = 0;

/**
 * Reads a row of a `-n` snapshot, narrow or wide: a tag of exactly four characters (blanks included), the pool, five
 * numbers. The columns of tag and pool are fixed, those of the numbers are not: a long number pushes the rest to the
 * right. Undefined for every other line; `parseLooseRow` knows the rarer forms.
 */
export function parsePlainRow(text: string, line: number, tags: TagRegistry): ParsedRow | undefined {
  // Text from a mail or a forum may have lost the leading blank.
  const from = isType(text, 6) ? 1 : isType(text, 5) && text.charCodeAt(0) !== 32 ? 0 : -1;
  if (from < 0 || text.charCodeAt(from + 4) !== 32 || (from === 1 && text.charCodeAt(0) !== 32)) return undefined;
  at = from + 10;
  const allocs = readNumber(text);
  const frees = readNumber(text);
  const diff = readNumber(text);
  const bytes = readNumber(text);
  const perAlloc = readNumber(text);
  // NaN in any of them makes the sum NaN.
  if (Number.isNaN(allocs + frees + diff + bytes + perAlloc)) return undefined;
  if (allocs < 0 || frees < 0 || bytes < 0) return undefined;
  while (text.charCodeAt(at) === 32) at++;
  if (at < text.length) return undefined;
  const entry = tags.lookUp(text, from);
  const pool = text.charCodeAt(from + 5) === 78 ? "nonpaged" : "paged";
  return { row: { tag: entry.tag, pool, allocs, frees, diff, bytes, perAlloc, line }, entry };
}

function isType(text: string, from: number): boolean {
  const first = text.charCodeAt(from);
  if (first === 78) return text.startsWith("Nonp ", from);
  return first === 80 && text.startsWith("Paged", from);
}

/** The next whole number, after at least one blank; NaN where there is none. */
function readNumber(text: string): number {
  const start = at;
  while (text.charCodeAt(at) === 32) at++;
  // `Nonp ` brings its own blank, so only between two numbers would a missing one be seen; digits cannot touch there.
  const negative = text.charCodeAt(at) === 45;
  if (negative) at++;
  const digits = at;
  let value = 0;
  for (let digit = text.charCodeAt(at) - 48; digit >= 0 && digit <= 9; digit = text.charCodeAt(++at) - 48) {
    value = value * 10 + digit;
  }
  // Beyond fifteen digits doubles lose the last ones, and no pool counts that far.
  if (at === digits || at - digits > 15 || start === digits) return NaN;
  return negative ? -value : value;
}
