import { bytesBetween } from "../Address.ts";
import type { OutputLine } from "../DebuggerCommand.ts";
import { parseMemoryRow, type ParsedMemory } from "./parseMemoryRow.ts";

/**
 * Whether a row of bytes whose command was not copied is a hit of `s`: both print alike, but rows of `db` follow each other
 * every 16 bytes, and a search for a tag begins each row with its letters.
 */
export function isSearchRow(
  row: ParsedMemory,
  previous: OutputLine | undefined,
  next: OutputLine | undefined,
): boolean {
  if (row.bytes.length !== 16 || !row.bytes.subarray(0, 4).every((byte) => byte >= 0x20 && byte < 0x7f)) return false;
  const neighbours = [previous, next].flatMap((line) => (line ? (parseMemoryRow(line.text, "db") ?? []) : []));
  const isSame = ({ bytes }: ParsedMemory) => bytes.subarray(0, 4).every((byte, at) => byte === row.bytes[at]);
  const isDump = neighbours.some(({ address }) => Math.abs(bytesBetween(row.address, address)) === 16);
  return !isDump && neighbours.some(isSame);
}
