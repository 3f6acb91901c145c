import type { Pool } from "../../poolmon/PoolSnapshot.ts";

/** What the first argument of an allocation means. */
export interface PoolArgument {
  pool: Pool;
  /** `NonPagedPool`, `POOL_FLAG_PAGED` */
  name: string;
}

/** POOL_TYPE of ExAllocatePoolWithTag. Source: https://learn.microsoft.com/en-us/windows-hardware/drivers/ddi/wdm/ne-wdm-_pool_type */
const TYPES: Readonly<Record<number, string>> = {
  0: "NonPagedPool",
  1: "PagedPool",
  4: "NonPagedPoolCacheAligned",
  5: "PagedPoolCacheAligned",
  32: "NonPagedPoolSession",
  33: "PagedPoolSession",
  36: "NonPagedPoolCacheAlignedSession",
  37: "PagedPoolCacheAlignedSession",
  512: "NonPagedPoolNx",
  516: "NonPagedPoolNxCacheAligned",
  544: "NonPagedPoolSessionNx",
};
/** Bits that a pool type may carry besides: what happens when quota or memory is short. */
const TYPE_OPTIONS = 0x18;

/** POOL_FLAGS of ExAllocatePool2. Source: https://learn.microsoft.com/en-us/windows-hardware/drivers/kernel/pool_flags */
const FLAGS: readonly [bit: number, name: string, pool: Pool][] = [
  [0x40, "POOL_FLAG_NON_PAGED", "nonpaged"],
  [0x80, "POOL_FLAG_NON_PAGED_EXECUTE", "nonpaged"],
  [0x100, "POOL_FLAG_PAGED", "paged"],
];
const FLAG_OPTIONS = 0x2f;

/** The pool that a first argument asks for; undefined for a number that is none of the documented ones. */
export function poolOfArgument(value: number): PoolArgument | undefined {
  const name = TYPES[value & ~TYPE_OPTIONS];
  if (name !== undefined) return { pool: name.startsWith("Paged") ? "paged" : "nonpaged", name };
  const flag = FLAGS.find(([bit]) => (value & ~FLAG_OPTIONS) === bit);
  return flag && { pool: flag[2], name: flag[1] };
}
