import { nameTag } from "../../formats/tags/nameTag.ts";
import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import type { Address } from "../../formats/windbg/Address.ts";
import type { PoolBlock, PoolFindResult, PoolPage } from "../../formats/windbg/memory/PoolBlock.ts";
import { cutPage } from "../blocks/PoolAddresses.ts";
import { PAGE } from "../MachineState.ts";
import { hashNames, noiseAt } from "../Random.ts";
import type { DebuggerView } from "./DebuggerView.ts";

/** Block addresses of 64-bit machines as 16 digits. */
export const addressOf = (value: bigint): Address => value.toString(16).padStart(16, "0");

/** The blocks of a tag that `!poolfind` meets first, in the order of their addresses; it is stopped after `most` of them. */
export function poolFind(view: DebuggerView, tag: string, pool: Pool, most: number): PoolFindResult {
  const blocks = blocksOf(view, tag, pool);
  return { tag, blocks: blocks.slice(0, most), isComplete: blocks.length <= most, line: 0 };
}

/** Nobody reads on after so many blocks. */
const MOST_LISTED = 4000;

/** The blocks of a tag in a pool, in the order of their addresses. */
export function blocksOf({ scenario, ledger, state }: DebuggerView, tag: string, pool: Pool): PoolBlock[] {
  return scenario.sites
    .flatMap((site, index) =>
      site.tag === tag && site.pool === pool
        ? ledger.liveBlocks(index, state, MOST_LISTED).map(({ address }) => ({
            ...emptyBlock(address, site.blockBytes, tag, pool),
            previousBytes: site.blockBytes < PAGE ? bytesBefore(address, site.blockBytes) : undefined,
          }))
        : [],
    )
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** Tags of the kernel's objects: up to Windows 7 their blocks may be freed with the same tag only. */
const OBJECT_TAGS = new Set([
  ...[
    "File",
    "Even",
    "Thre",
    "Proc",
    "Sema",
    "Muta",
    "Time",
    "Toke",
    "Key ",
    "Sect",
    "Symb",
    "Dire",
    "Port",
    "ALPC",
    "Driv",
  ],
  ...["Devi", "Job ", "IoCo", "Desk", "WinS"],
]);

/** The size of what lies before the block on its page; 0 for the first. */
function bytesBefore(address: bigint, blockBytes: number): number {
  const slots = cutPage(address & ~0xfffn, blockBytes);
  return slots[slots.findIndex(({ offset }) => offset === Number(address & 0xfffn)) - 1]?.bytes ?? 0;
}

function emptyBlock(address: bigint, bytes: number, tag: string, pool: Pool, isProtected = false): PoolBlock {
  return {
    address: addressOf(address),
    bytes,
    // Large blocks have no header to say it.
    previousBytes: bytes < PAGE ? 0 : undefined,
    state: "allocated",
    tag,
    isProtected: isProtected && OBJECT_TAGS.has(tag),
    isAsked: false,
    process: undefined,
    pool,
    line: 0,
  };
}

/** What `!pool ADDRESS` shows: the page of a small block with its neighbours, or the one large block. */
export function poolPage(view: DebuggerView, block: PoolBlock): PoolPage {
  const entry = nameTag(view.pooltags, block.tag);
  const asked = { ...block, isAsked: true };
  return {
    address: block.address,
    region: block.pool === "paged" ? "Paged pool" : "Nonpaged pool",
    blocks: block.bytes >= PAGE ? [asked] : pageBlocks(view, asked),
    description: entry && `${entry.description}${entry.binary === undefined ? "" : `, Binary : ${entry.binary}`}`,
    failure: undefined,
    line: 0,
  };
}

function pageBlocks(view: DebuggerView, asked: PoolBlock): PoolBlock[] {
  const pool = asked.pool!;
  const start = BigInt(`0x${asked.address}`) & ~0xfffn;
  const own = new Map(blocksOf(view, asked.tag, pool).map((block) => [block.address, block]));
  const hash = hashNames("neighbours", start.toString(16));
  let previousBytes = 0;
  return cutPage(start, asked.bytes).map(({ offset, bytes, isOwn }, slot) => {
    const address = start + BigInt(offset);
    const held = own.get(addressOf(address));
    const chance = noiseAt(hash, slot);
    const block: PoolBlock = {
      ...emptyBlock(address, bytes, held?.tag ?? neighbourTag(view, pool, bytes, chance), pool, !view.kernel.hasNxPool),
      previousBytes,
      // A place of the page's own kind without a block was given back, and so are some of the rests.
      state: held !== undefined || (!isOwn && chance < 0.9) ? "allocated" : "free",
      isAsked: addressOf(address) === asked.address,
    };
    if (isOwn && !held) block.tag = asked.tag;
    previousBytes = bytes;
    return block;
  });
}

/** A tag whose blocks have that size, or nearly. */
function neighbourTag({ scenario, state }: DebuggerView, pool: Pool, bytes: number, chance: number): string {
  const tags = scenario.sites
    .map((site, index) => ({ site, held: state.allocations[index]! - state.frees[index]! }))
    .filter(({ site, held }) => site.pool === pool && site.blockBytes < PAGE && held > 40)
    .sort((a, b) => Math.abs(a.site.blockBytes - bytes) - Math.abs(b.site.blockBytes - bytes))
    .slice(0, 6);
  return tags[Math.floor(chance * tags.length)]?.site.tag ?? "Pool";
}
