import { addToAddress, type Address } from "../Address.ts";
import type { MemoryRow } from "./MemoryRow.ts";

/** Bytes that are looked at before and behind a place. */
const REACH = 48;
/** Rows begin at any address and hold up to so many bytes. */
const ROW_BYTES = 16;

/** Finds bytes by their address in the rows that a session shows. */
export class MemoryIndex {
  private readonly rows: Map<Address, Uint8Array>;

  constructor(rows: readonly MemoryRow[]) {
    this.rows = new Map(rows.map(({ address, bytes }) => [address, bytes]));
  }

  /** The bytes from an address on, as far as rows show them without a gap. */
  bytesFrom(address: Address): Uint8Array {
    const parts: Uint8Array[] = [];
    let length = 0;
    for (let at = address; length < REACH;) {
      const part = this.partFrom(at);
      if (!part) break;
      parts.push(part);
      length += part.length;
      at = addToAddress(at, part.length);
    }
    return joinBytes(parts);
  }

  /** The bytes that end before an address, as far as rows show them without a gap. */
  bytesBefore(address: Address): Uint8Array {
    for (let back = REACH; back > 0; back--) {
      const start = addToAddress(address, -back);
      const bytes = this.partFrom(start) ? this.bytesFrom(start) : undefined;
      if (bytes && bytes.length >= back) return bytes.subarray(0, back);
    }
    return new Uint8Array(0);
  }

  /** The rest of the row that holds an address. */
  private partFrom(address: Address): Uint8Array | undefined {
    for (let back = 0; back < ROW_BYTES; back++) {
      const row = this.rows.get(addToAddress(address, -back));
      if (row && row.length > back) return row.subarray(back);
    }
    return undefined;
  }
}

/** One array of all parts. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
