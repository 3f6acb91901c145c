import type { KnownTag, TagKind } from "./KnownTag.ts";
import { DRIVER_TAGS, NETWORK_TAGS, SESSION_TAGS, STORAGE_TAGS } from "./known/driverTags.ts";
import { FILE_SYSTEM_TAGS, REGISTRY_TAGS, SECURITY_TAGS } from "./known/fileSystemTags.ts";
import { CACHE_TAGS, EXECUTIVE_TAGS, GENERIC_TAGS } from "./known/memoryTags.ts";
import { OBJECT_TAGS } from "./known/objectTags.ts";
import { matchesTag, tagSpecificity } from "./tagPattern.ts";

/**
 * Tags that an investigation meets often, what their blocks hold and what their growth means. It is no replacement for
 * pooltag.txt, which names some four thousand: a tag that is not here is not suspect for that.
 */
export const knownTags: readonly KnownTag[] = [
  ...OBJECT_TAGS,
  ...CACHE_TAGS,
  ...GENERIC_TAGS,
  ...EXECUTIVE_TAGS,
  ...FILE_SYSTEM_TAGS,
  ...REGISTRY_TAGS,
  ...SECURITY_TAGS,
  ...NETWORK_TAGS,
  ...STORAGE_TAGS,
  ...SESSION_TAGS,
  ...DRIVER_TAGS,
];

const exact = new Map(knownTags.filter(({ tag }) => !tag.includes("?")).map((known) => [known.tag, known]));
const patterns = knownTags
  .filter(({ tag }) => tag.includes("?"))
  .toSorted((a, b) => tagSpecificity(b.tag) - tagSpecificity(a.tag));

/** What is known of a tag: its own entry, else the most specific pattern; undefined where nothing is. */
export function findKnownTag(tag: string): KnownTag | undefined {
  const padded = tag.padEnd(4);
  return exact.get(padded) ?? patterns.find((known) => matchesTag(known.tag, padded));
}

/** The kind of a tag's blocks; undefined where the tag is not known here, as most drivers' tags are not. */
export function kindOfTag(tag: string): TagKind | undefined {
  return findKnownTag(tag)?.kind;
}
