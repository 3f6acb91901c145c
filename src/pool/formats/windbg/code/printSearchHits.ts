import { formatAddress } from "../Address.ts";
import { printableText } from "./memoryLayout.ts";
import type { SearchHit } from "./SearchHit.ts";

/** Prints hits as `s -a` and `s -b` do. Lines are joined by line feeds. */
export function printSearchHits(hits: readonly SearchHit[]): string {
  return hits
    .map(({ address, bytes }) =>
      bytes.length === 0
        ? `0x${formatAddress(address)}`
        : `${formatAddress(address)}  ${formatBytes(bytes)}  ${printableText(bytes)}`,
    )
    .join("\n");
}

/** Sixteen bytes, a dash in their middle; room is kept for those that are missing. */
export function formatBytes(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < 16; at++) {
    const byte = bytes[at];
    const isJoint = at === 8 && byte !== undefined;
    text += (at === 0 ? "" : isJoint ? "-" : " ") + (byte === undefined ? "  " : byte.toString(16).padStart(2, "0"));
  }
  return text;
}
