import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import type { KernelImage } from "../kernel/KernelImage.ts";
import { createRandom, hashNames, noiseAt, type Random } from "../Random.ts";

const PAGE = 4096n;
const PAGE_BYTES = 4096;

/** Sizes of the blocks that other people's tags put between those of a site. */
const NEIGHBOURS = [0x40, 0x50, 0x60, 0x80, 0x90, 0xa0, 0xc0, 0x110, 0x150] as const;

/** A stretch of a page: a place for a block of the page's site, or what others put in between. */
export interface PageSlot {
  offset: number;
  bytes: number;
  isOwn: boolean;
}

/** How a page of small blocks is cut: the same page always in the same way. */
export function cutPage(page: bigint, blockBytes: number): PageSlot[] {
  const hash = hashNames("page", page.toString(16));
  const slots: PageSlot[] = [];
  let offset = 0;
  for (let slot = 0; offset < PAGE_BYTES; slot += 1) {
    const isOwn = noiseAt(hash, slot) < 0.68;
    const wanted = isOwn ? blockBytes : NEIGHBOURS[Math.floor(noiseAt(hash ^ 1, slot) * NEIGHBOURS.length)]!;
    const fits = offset + wanted <= PAGE_BYTES;
    const bytes = fits ? wanted : PAGE_BYTES - offset;
    slots.push({ offset, bytes, isOwn: isOwn && fits });
    offset += bytes;
  }
  return slots;
}

/** Gives every block of a machine an address of its own: small ones share pages, big ones have pages to themselves. */
export class PoolAddresses {
  private readonly random: Random;
  private readonly small: Record<Pool, bigint>;
  private readonly big: Record<Pool, bigint>;
  private readonly bigFrom: Record<Pool, bigint>;
  /** places on pages already begun, and places given back, by site */
  private readonly places = new Map<number, bigint[]>();

  constructor(kernel: KernelImage, seed: string) {
    this.random = createRandom("addresses", seed);
    const start = (kind: "small" | "big") => ({
      nonpaged: BigInt(`0x${kernel.pools.nonpaged[kind]}`),
      paged: BigInt(`0x${kernel.pools.paged[kind]}`),
    });
    this.small = start("small");
    this.big = start("big");
    this.bigFrom = start("big");
    // Others were here before.
    for (const pool of ["nonpaged", "paged"] as const) {
      this.small[pool] += PAGE * BigInt(Math.floor(this.random.next() * 900));
      this.big[pool] += PAGE * BigInt(Math.floor(this.random.next() * 2900));
    }
  }

  /** Where the block begins: at its header where it has one. */
  take(site: number, pool: Pool, blockBytes: number): bigint {
    const places = this.places.get(site) ?? [];
    this.places.set(site, places);
    if (places.length === 0)
      places.push(...(blockBytes < PAGE_BYTES ? this.newPage(pool, blockBytes) : [this.newRun(pool, blockBytes)]));
    return places.pop()!;
  }

  /** The place is taken again before new pages are: what was freed last is used first. */
  giveBack(site: number, address: bigint): void {
    this.places.get(site)?.push(address);
  }

  private newPage(pool: Pool, blockBytes: number): bigint[] {
    let places: bigint[] = [];
    while (places.length === 0) {
      this.small[pool] += PAGE * BigInt(1 + Math.floor(this.random.next() * this.random.next() * 6));
      if (this.small[pool] >= this.bigFrom[pool])
        throw new Error(`Small blocks of ${pool} pool have come to the large ones: let those begin further on.`);
      const page = this.small[pool];
      places = cutPage(page, blockBytes).flatMap(({ offset, isOwn }) => (isOwn ? [page + BigInt(offset)] : []));
    }
    return places.reverse();
  }

  private newRun(pool: Pool, blockBytes: number): bigint {
    const address = this.big[pool];
    // Mostly one run lies behind the other; now and then somebody else's is in between.
    const gap = this.random.next() < 0.86 ? 0 : 1 + Math.floor(this.random.next() * 47);
    this.big[pool] += BigInt(blockBytes) + PAGE * BigInt(gap);
    return address;
  }
}
