/** Bytes that small blocks of 64-bit Windows spend on their header; blocks of a page and more have none. */
const HEADER_BYTES = 16;
const PAGE_BYTES = 4096;

/** What the driver was given: behind the header, where there is one. */
export function pointerOf(address: bigint, blockBytes: number): bigint {
  return blockBytes < PAGE_BYTES ? address + BigInt(HEADER_BYTES) : address;
}

/** What the driver asked for, or a few bytes less than that: what is left of a block beside its header. */
export function requestedBytes(blockBytes: number): number {
  return blockBytes < PAGE_BYTES ? blockBytes - HEADER_BYTES : blockBytes;
}
