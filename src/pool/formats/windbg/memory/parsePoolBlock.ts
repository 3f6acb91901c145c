import type { Pool } from "../../poolmon/PoolSnapshot.ts";
import { parseAddress } from "../Address.ts";
import type { PoolBlock } from "./PoolBlock.ts";

const RE_BLOCK =
  /^ ?(\*?) {0,4}([0-9a-f`]{8,17}) {1,4}size: {0,8}([0-9a-f]{1,16}) {1,4}previous size: {0,8}([0-9a-f]{1,16}) {1,4}\((Allocated|Free) ?\)(.{0,160})$/;
const RE_LARGE =
  /^ ?(\*?) {0,4}([0-9a-f`]{8,17}) : tag (.{4}), size {1,12}(0x[0-9a-f]{1,16})(?:, (Nonpaged|Paged) pool)?/i;

/** In `!pool` a block with pages of its own reads `: large page allocation, tag is V2lg, size is 0x4000 bytes`. */
const RE_LARGE_PAGE =
  /^ ?(\*?) {0,4}([0-9a-f`]{8,17}) : large page allocation, [Tt]ag is (.{4}), size is (0x[0-9a-f]{1,16}) bytes()/;

/** Behind the state, which is padded to the length of `(Allocated)`, stand a blank, the mark and the tag's four characters. */
const RE_TAG_PLACE = /^ ([ *])(.{4})((?: {1,4}\(Protected\))?(?: {1,4}Process: .{0,120})? {0,8})$/;
/** Where blanks were lost or added on the way, the tag begins with its first letter. */
const RE_TAG = /^ {0,7}( \*|\* ?| {2}| )(.{1,4})(.{0,140})$/;

/** One row of `!pool` or `!poolfind`; undefined for any other line. `pool` is what the heading above it says. */
export function parsePoolBlock(text: string, line: number, pool: Pool | undefined): PoolBlock | undefined {
  const large = RE_LARGE.exec(text) ?? RE_LARGE_PAGE.exec(text);
  if (large) {
    const [, mark, address, tag, size, named] = large;
    return {
      address: parseAddress(address!) ?? address!,
      bytes: parseInt(size!, 16),
      previousBytes: undefined,
      state: "allocated",
      tag: tag!,
      isProtected: false,
      isAsked: mark === "*",
      process: undefined,
      pool: named === undefined || named === "" ? pool : (named.toLowerCase() as Pool),
      line,
    };
  }
  const match = RE_BLOCK.exec(text);
  if (!match) return undefined;
  const [, mark, address, size, previous, state, rest] = match;
  // "(Free)" is padded to the width of "(Allocated)", so a tag that begins with a blank is told from padding.
  const padding = state === "Free" && rest!.startsWith("     ") ? 5 : 0;
  const behind = rest!.slice(padding);
  const tag = RE_TAG_PLACE.exec(behind) ?? RE_TAG.exec(behind);
  if (!tag) return undefined;
  return {
    address: parseAddress(address!) ?? address!,
    bytes: parseInt(size!, 16),
    previousBytes: parseInt(previous!, 16),
    state: state === "Free" ? "free" : "allocated",
    tag: tag[2]!.padEnd(4),
    isProtected: /\(Protected\)/.test(tag[3]!),
    isAsked: mark === "*" || tag[1]!.includes("*"),
    process: parseAddress(/Process: ([0-9a-f`]{8,17})/i.exec(tag[3]!)?.[1] ?? ""),
    pool,
    line,
  };
}
