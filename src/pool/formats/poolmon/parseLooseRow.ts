import { parseDriver } from "./parseDriver.ts";
import type { ParsedRow } from "./parsePlainRow.ts";
import type { PoolTagRow } from "./PoolSnapshot.ts";
import { splitGluedNumbers } from "./splitGluedNumbers.ts";
import type { TagRegistry } from "./TagRegistry.ts";

/** A row that needed interpreting, and what the reader of the page should know about that. */
export interface LooseRow extends ParsedRow {
  /** what was assumed, as the end of a sentence; undefined where nothing was */
  assumed: "glued" | "negative" | "partial change" | "text behind" | undefined;
}

/** The pool's name and whatever looks like the first number behind it. */
const RE_TYPE = /(?<=\s)(Nonp|Paged)\s*(?=-?\d)/g;

/** A number, a change in parentheses, or the text that follows the numbers. */
const RE_TOKEN = /\(\s*([+-]?\d+)\s*\)|(-?\d+)(?![^\s()])|(\S.*)/y;

/** Marks that mail programs, forums and documents put before a line, and the indentation of a code block. */
const RE_QUOTED = /^[\s>|]*$/;

const WRAP = 2 ** 32;

/**
 * Reads the rarer forms of a row: the live screen with its changes in parentheses and the driver behind, text whose
 * blanks were changed by a mail, a forum or a document, two numbers that touch, counts printed as negative after 2^31.
 * Undefined where the line is no whole row.
 */
export function parseLooseRow(text: string, line: number, tags: TagRegistry): LooseRow | undefined {
  RE_TYPE.lastIndex = 0;
  for (let found = RE_TYPE.exec(text); found; found = RE_TYPE.exec(text)) {
    const tag = tagBefore(text.slice(0, found.index));
    if (tag === undefined) continue;
    const entry = tags.lookUp(tag, 0);
    const numbers = readNumbers(text.slice(RE_TYPE.lastIndex));
    if (!numbers) return undefined;
    const [allocs, frees, diff, bytes, perAlloc] = numbers.plain;
    const row: PoolTagRow = {
      tag: entry.tag,
      pool: found[1] === "Nonp" ? "nonpaged" : "paged",
      allocs: unsigned(allocs),
      frees: unsigned(frees),
      diff,
      bytes: unsigned(bytes),
      perAlloc: unsigned(perAlloc),
      ...(numbers.change && { change: numbers.change }),
      ...(numbers.driver !== undefined && { mappedDriver: numbers.driver }),
      line,
    };
    const negative = allocs < 0 || frees < 0 || bytes < 0 || perAlloc < 0;
    return { row, entry, assumed: negative ? "negative" : numbers.assumed };
  }
  return undefined;
}

/** The tag in the text before the pool: four characters in their columns, or what is there, padded. */
function tagBefore(before: string): string | undefined {
  // One blank or tab separates the tag from the pool.
  const columns = before.slice(-5, -1);
  const lead = before.slice(0, -5);
  const whole = columns.length === 4 && columns.trim() !== "" && !columns.includes("\t") && RE_QUOTED.test(lead);
  // A tag that itself starts with a blank is told from a short tag in indented text only by PoolMon's own single blank.
  if (whole && (lead === " " || !columns.startsWith(" "))) return columns;
  const trimmed = before.replace(/^[\s>|]+/, "").trimEnd();
  return trimmed.length >= 1 && trimmed.length <= 4 && !trimmed.includes("\t") ? trimmed.padEnd(4) : undefined;
}

type FiveNumbers = [allocs: number, frees: number, diff: number, bytes: number, perAlloc: number];

interface RowNumbers {
  plain: FiveNumbers;
  change: PoolTagRow["change"];
  driver: string | undefined;
  assumed: LooseRow["assumed"];
}

function readNumbers(text: string): RowNumbers | undefined {
  const plain: string[] = [];
  const changes: (number | undefined)[] = [];
  let behind = "";
  for (let from = 0; from < text.length;) {
    if (/\s/.test(text.charAt(from))) {
      from++;
      continue;
    }
    RE_TOKEN.lastIndex = from;
    const token = RE_TOKEN.exec(text);
    if (!token) return undefined;
    if (token[1] !== undefined) changes[plain.length - 1] = Number(token[1]);
    else if (token[2] !== undefined) plain.push(token[2]);
    else behind = token[3] ?? "";
    from = RE_TOKEN.lastIndex;
  }
  if (plain.some((digits) => digits.length > 20)) return undefined;
  const glued = plain.length === 4 && changes.length === 0 ? splitGluedNumbers(plain) : undefined;
  const [allocs, frees, diff, bytes, perAlloc, ...more] = glued ?? plain.map(Number);
  if (perAlloc === undefined || more.length > 0) return undefined;
  const [inAllocs, inFrees, inDiff, inBytes, ...others] = changes;
  const whole = inAllocs !== undefined && inFrees !== undefined && inBytes !== undefined;
  const odd = changes.length > 0 && (!whole || inDiff !== undefined || others.length > 0);
  const driver = parseDriver(behind);
  return {
    plain: [allocs!, frees!, diff!, bytes!, perAlloc],
    change: whole && !odd ? { allocs: inAllocs, frees: inFrees, bytes: inBytes } : undefined,
    driver: driver.name,
    assumed: glued ? "glued" : odd ? "partial change" : driver.understood ? undefined : "text behind",
  };
}

/** A 32-bit count that was printed as a signed number. */
function unsigned(value: number): number {
  return value < 0 ? value + WRAP : value;
}
