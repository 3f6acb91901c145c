import type { PoolTagRow } from "./PoolSnapshot.ts";
import type { RegisteredTag, TagRegistry } from "./TagRegistry.ts";

/** A row and its tag's entry in the registry. */
export interface ParsedRow {
  row: PoolTagRow;
  entry: RegisteredTag;
}

/** The columns of tag and pool; a shorter line is no row. */
const FIXED_COLUMNS = 11;

// The place in the text, hoisted so that reading five numbers makes no objects.
let at = 0;

/**
 * Reads a row of a `-n` snapshot, narrow or wide, that stands in `text` from `start` to `end`: a tag of exactly four
 * characters (blanks included), the pool, five numbers. The columns of tag and pool are fixed, those of the numbers are
 * not: a long number pushes the rest to the right. Undefined for every other line; `parseLooseRow` knows the rarer forms.
 */
export function parsePlainRow(
  text: string,
  start: number,
  end: number,
  line: number,
  tags: TagRegistry,
): ParsedRow | undefined {
  if (end - start < FIXED_COLUMNS) return undefined;
  let from = start + 1;
  if (!isType(text, start + 6)) {
    // Text from a mail or a forum may have lost the leading blank.
    if (!isType(text, start + 5) || text.charCodeAt(start) === 32) return undefined;
    from = start;
  } else if (text.charCodeAt(start) !== 32) {
    return undefined;
  }
  if (text.charCodeAt(from + 4) !== 32) return undefined;
  at = from + 10;
  const allocs = readNumber(text);
  const frees = readNumber(text);
  const diff = readNumber(text);
  const bytes = readNumber(text);
  const perAlloc = readNumber(text);
  // NaN in any of them makes the sum NaN.
  if (Number.isNaN(allocs + frees + diff + bytes + perAlloc)) return undefined;
  if (allocs < 0 || frees < 0 || bytes < 0 || perAlloc < 0) return undefined;
  while (at < end && text.charCodeAt(at) === 32) at++;
  // Numbers that run on behind the end are those of the next line.
  if (at !== end) return undefined;
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
  let code = text.charCodeAt(at);
  while (code === 32) code = text.charCodeAt(++at);
  if (at === start) return NaN;
  const negative = code === 45;
  if (negative) code = text.charCodeAt(++at);
  const digits = at;
  let value = 0;
  while (code >= 48 && code <= 57) {
    value = value * 10 + code - 48;
    code = text.charCodeAt(++at);
  }
  // Beyond fifteen digits doubles lose the last ones, and no pool counts that far.
  if (at === digits || at - digits > 15) return NaN;
  return negative ? -value : value;
}
