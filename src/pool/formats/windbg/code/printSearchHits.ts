import { formatAddress } from "../Address.ts";
import { printable } from "./printable.ts";
import type { SearchHit } from "./SearchHit.ts";

/** Prints hits as `s -a` does: the address, sixteen bytes with a dash in the middle, and their characters. Lines are joined by line feeds. */
export function printSearchHits(hits: readonly SearchHit[]): string {
  return hits
    .map(({ address, bytes }) => `${formatAddress(address)}  ${sixteen(bytes)}  ${printable(bytes)}`)
    .join("\n");
}

function sixteen(bytes: Uint8Array): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"));
  return `${digits.slice(0, 8).join(" ")}-${digits.slice(8).join(" ")}`;
}
