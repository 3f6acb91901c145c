import { parseAddress, type Address } from "../Address.ts";
import { memoryLayout, type MemoryLayout } from "./memoryLayout.ts";

/** What one row says; fewer bytes than printed where the rest could not be read (`??`). */
export interface ParsedMemory {
  address: Address;
  bytes: Uint8Array;
  /** how many further bytes the debugger could not read */
  unreadable: number;
  pointsTo: string | undefined;
}

const ADDRESS = "([0-9a-f]{8}(?:`?[0-9a-f]{8})?)";
/** Rows by the bytes of a number: blanks between numbers are single, two or more lead to the text. */
const ROWS: Record<MemoryLayout["unit"], RegExp> = {
  1: new RegExp(
    `^[ \\t]{0,16}${ADDRESS} {1,2}((?:[0-9a-f]{2}|\\?\\?)(?:[ -](?:[0-9a-f]{2}|\\?\\?)){0,15})(?= {2}| {0,2}$)`,
    "i",
  ),
  2: new RegExp(
    `^[ \\t]{0,16}${ADDRESS} {1,2}((?:[0-9a-f]{4}|\\?{4})(?: (?:[0-9a-f]{4}|\\?{4})){0,7})(?= {2}| {0,2}$)`,
    "i",
  ),
  4: new RegExp(
    `^[ \\t]{0,16}${ADDRESS} {1,2}((?:[0-9a-f]{8}|\\?{8})(?: (?:[0-9a-f]{8}|\\?{8})){0,3})(?= {2}| {0,2}$)`,
    "i",
  ),
  8: new RegExp(
    `^[ \\t]{0,16}${ADDRESS} {1,2}((?:[0-9a-f]{8}\`?[0-9a-f]{8}|\\?{8}\`?\\?{8})(?: (?:[0-9a-f]{8}\`?[0-9a-f]{8}|\\?{8}\`?\\?{8})){0,1})(?= {2}| {0,2}$)`,
    "i",
  ),
};
const RE_POINTER = new RegExp(
  `^[ \\t]{0,16}${ADDRESS} {1,2}([0-9a-f]{8}(?:\`?[0-9a-f]{8})?|\\?{8}(?:\`?\\?{8})?)(?: (\\S.{0,600}?))?\\s{0,40}$`,
  "i",
);

/** Reads one row as the command prints it (`db`, `dc`, `dps`, …); undefined for any other line. */
export function parseMemoryRow(text: string, command: string): ParsedMemory | undefined {
  if (text.length > 800) return undefined;
  const digits = /^[ \t]{0,16}[0-9a-f]{8}`?[0-9a-f]{8}/i.test(text) ? 16 : 8;
  const layout = memoryLayout(command, digits);
  if (!layout) return undefined;
  const match = (layout.isPointer ? RE_POINTER : ROWS[layout.unit]).exec(text);
  const address = match ? parseAddress(match[1]!) : undefined;
  if (!match || address === undefined) return undefined;
  const numbers = match[2]!.split(layout.unit === 1 ? /[ -]/ : " ");
  const readable = numbers.findIndex((number) => number.startsWith("?"));
  const known = readable < 0 ? numbers : numbers.slice(0, readable);
  return {
    address,
    bytes: Uint8Array.from(known.flatMap(bytesOfNumber)),
    unreadable: (numbers.length - known.length) * layout.unit,
    pointsTo: layout.isPointer ? match[3] : undefined,
  };
}

/** A number's bytes in the order of memory: the lowest first. */
function bytesOfNumber(number: string): number[] {
  const digits = number.replace("`", "");
  const values: number[] = [];
  for (let at = digits.length - 2; at >= 0; at -= 2) values.push(parseInt(digits.slice(at, at + 2), 16));
  return values;
}
