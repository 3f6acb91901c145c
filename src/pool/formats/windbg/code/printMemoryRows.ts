import { formatAddress } from "../Address.ts";
import type { MemoryRow } from "./MemoryRow.ts";
import { printable } from "./printable.ts";

/** Numbers of a row of `dc`: four of eight digits, each behind a blank, and a blank before the characters. */
const DC_WIDTH = 37;

/** Prints rows as `dc` does: the values of four bytes each, then the characters in the order of memory. Lines are joined by line feeds. */
export function printMemoryRows(rows: readonly MemoryRow[]): string {
  return rows.map(({ address, bytes }) => `${formatAddress(address)}  ${values(bytes)}${printable(bytes)}`).join("\n");
}

function values(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = Math.floor(bytes.byteLength / 4);
  const words = Array.from({ length: count }, (_, at) =>
    view
      .getUint32(at * 4, true)
      .toString(16)
      .padStart(8, "0"),
  );
  return words.join(" ").padEnd(DC_WIDTH);
}
