import type { PoolPage } from "../../formats/windbg/memory/PoolBlock.ts";

/** A block on its page, for a picture of it. */
export interface PagePart {
  tag: string;
  /** of the tag that was asked for, of others, or given back */
  kind: "own" | "other" | "free";
  /** its place on the page */
  fromBytes: number;
  toBytes: number;
  line: number;
}

const PAGE = 4096n;

/** The blocks of a page as `!pool` printed it, each with its place on the page. A block of whole pages is not on one, and has none. */
export function pageParts({ blocks }: PoolPage): PagePart[] {
  const asked = blocks.find(({ isAsked }) => isAsked);
  return blocks
    .filter(({ bytes }) => bytes < PAGE)
    .map(({ address, bytes, tag, state, line }) => {
      const fromBytes = Number(BigInt(`0x${address}`) % PAGE);
      const kind = state === "free" ? "free" : tag === asked?.tag ? "own" : "other";
      return { tag, kind, fromBytes, toBytes: fromBytes + bytes, line };
    });
}
