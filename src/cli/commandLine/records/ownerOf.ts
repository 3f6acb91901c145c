import { findKnownTag } from "../../../pool/formats/tags/knownTags.ts";
import { nameTag } from "../../../pool/formats/tags/nameTag.ts";
import type { PooltagEntry } from "../../../pool/formats/tags/readPooltag.ts";

/** Which component allocates with a tag: by the reader's own pooltag.txt first, then by the tags known here; empty where neither knows it. */
export function ownerOf(tag: string, pooltag: readonly PooltagEntry[]): string {
  return nameTag(pooltag, tag)?.binary ?? findKnownTag(tag)?.component ?? "";
}
