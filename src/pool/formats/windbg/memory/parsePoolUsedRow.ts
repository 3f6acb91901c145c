import { poolUsedLayouts } from "./poolUsedLayout.ts";
import type { PoolUsedCounts, PoolUsedRow, PoolUsedTable } from "./PoolUsedTable.ts";

const TAG_END = 5;
const RE_UNKNOWN = /^UNKNOWN pooltag/i;
const RE_BINARY = /^(.{0,400}?)\s{0,4},\s{0,4}Binary\s?:\s{0,4}(.{1,200})$/;

/** What a row's numbers and text are, before they have names. */
export interface RowParts {
  tag: string;
  numbers: number[];
  rest: string;
}

/**
 * Cuts a row by its columns: a tag may hold blanks, and in the classic layout the description is glued to the last number
 * (`0        01394 OHCI…` is a 0 and "1394 OHCI…"). Where the columns do not fit, the row is taken by its blanks; undefined where
 * that does not fit either.
 */
export function splitPoolUsedRow(text: string, layout: PoolUsedTable["layout"]): RowParts | undefined {
  return splitByColumns(text, layout) ?? splitByBlanks(text, layout);
}

function splitByColumns(text: string, layout: PoolUsedTable["layout"]): RowParts | undefined {
  const { widths } = poolUsedLayouts[layout];
  if (text[0] !== " " || text.length < TAG_END) return undefined;
  const numbers: number[] = [];
  let at = TAG_END;
  for (const width of widths) {
    let end = at + width;
    // A number that fills its column may be wider and move what follows. One with blanks before it ends with its column: the digit
    // behind the last of them is of the description.
    if (/^[\d-]/.test(text.slice(at, end))) while (isDigit(text, end)) end++;
    const field = text.slice(at, end);
    if (!/^ {0,13}-?\d{1,20}$/.test(field)) return undefined;
    numbers.push(Number(field));
    at = end;
  }
  const tag = text.slice(1, TAG_END);
  return tag.trim() === "" ? undefined : { tag, numbers, rest: text.slice(at).replace(/^\t/, "") };
}

function splitByBlanks(text: string, layout: PoolUsedTable["layout"]): RowParts | undefined {
  const columns = poolUsedLayouts[layout].widths.length;
  const match = new RegExp(
    `^\\s{0,8}(\\S.{0,3}?)((?:\\s{1,20}-?\\d{1,20}){${columns - 1}}\\s{1,20}-?\\d{1,20})\\s{0,8}(\\D.{0,400})?$`,
  ).exec(text);
  if (!match) return undefined;
  return { tag: match[1]!.padEnd(4), numbers: match[2]!.trim().split(/\s+/).map(Number), rest: match[3] ?? "" };
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** The two pools of a row's numbers: in the verbose layout Allocs counts since boot, in the others it is what is held. */
export function countsOf(numbers: readonly number[]): { nonpaged: PoolUsedCounts; paged: PoolUsedCounts } {
  const half = numbers.length / 2;
  return { nonpaged: poolCounts(numbers.slice(0, half)), paged: poolCounts(numbers.slice(half)) };
}

function poolCounts(numbers: readonly number[]): PoolUsedCounts {
  if (numbers.length === 2)
    return { allocs: undefined, frees: undefined, outstanding: numbers[0]!, bytes: numbers[1]! };
  return { allocs: numbers[0], frees: numbers[1], outstanding: numbers[2]!, bytes: numbers[3]! };
}

/** What pooltag.txt says behind the numbers, and the file that it names. */
export function parseDescription(rest: string): Pick<PoolUsedRow, "description" | "binary"> {
  const text = rest.trim();
  if (RE_UNKNOWN.test(text)) return { description: "", binary: undefined };
  const match = RE_BINARY.exec(text);
  return match ? { description: match[1]!.trim(), binary: match[2]!.trim() } : { description: text, binary: undefined };
}
