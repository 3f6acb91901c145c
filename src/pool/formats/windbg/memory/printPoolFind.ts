import type { Address } from "../Address.ts";
import type { PoolBlock, PoolFindResult } from "./PoolBlock.ts";

/** Where a search went, as its headings say. */
export interface PoolFindRange {
  /** the table of large allocations */
  table: [from: Address, to: Address];
  /** the pool itself */
  pool: [from: Address, to: Address];
  /** how far it had come when it ended */
  searchedTo: Address;
  kind: "nonpaged" | "paged";
}

/** Prints what `!poolfind TAG` finds: large allocations from their table first, then the pool page by page. Lines are joined by line feeds. */
export function printPoolFind({ tag, blocks, isComplete }: PoolFindResult, range: PoolFindRange): string {
  const value = [...tag].reduceRight((sum, letter) => sum * 256 + (letter.charCodeAt(0) & 0xff), 0);
  const name = `tag 0x${value.toString(16).padStart(8, "0")} (${tag})`;
  const between = ([from, to]: readonly [Address, Address]) => `(${from} : ${to})`;
  const large = blocks.filter(({ previousBytes }) => previousBytes === undefined);
  const small = blocks.filter(({ previousBytes }) => previousBytes !== undefined);
  return [
    "",
    `Scanning large pool allocation table for ${name} ${between(range.table)}`,
    "",
    ...large.map(largeRow),
    ...(large.length > 0 ? [""] : []),
    `Searching ${range.kind} pool ${between(range.pool)} for ${name}`,
    "",
    ...small.map(smallRow),
    ...(small.length > 0 ? [""] : []),
    `...${isComplete ? "searched" : "terminating - searched"} pool to ${range.searchedTo}`,
  ].join("\n");
}

function largeRow({ address, tag, bytes, pool }: PoolBlock): string {
  const size = `0x${bytes.toString(16)}`.padStart(9);
  return `${address} : tag ${tag}, size ${size}, ${pool === "paged" ? "Paged" : "Nonpaged"} pool`;
}

function smallRow({ address, bytes, previousBytes = 0, state, tag }: PoolBlock): string {
  const sizes = `size: ${bytes.toString(16).padStart(4)} previous size: ${previousBytes.toString(16).padStart(4)}`;
  return `${address} ${sizes}  ${state === "free" ? "(Free)     " : "(Allocated)"} ${tag}`;
}
