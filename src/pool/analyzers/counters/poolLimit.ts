import { quantity, type Quantity } from "../../Quantity.ts";
import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";

/** A machine, as far as the size of its pools depends on it. */
export interface PoolMachine {
  /** the release, as people write it: `Windows Server 2012 R2`, `Windows 7`; anything newer than 8.1 is `current` */
  windows: string;
  /** of the kernel, not of the processor */
  bits: 32 | 64;
  /** RAM */
  memoryBytes: number;
  /** which pool; nonpaged unless said */
  pool?: Pool;
  /** `\Memory\Commit Limit`, which bounds paged pool too */
  commitLimitBytes?: number;
}

/** One row of the table of limits. */
export interface PoolLimitRule {
  /** the releases it holds for */
  windows: string;
  pool: Pool;
  /** of the kernel, not of the processor */
  bits: 32 | 64;
  /** the share of RAM the pool may take; 1 where RAM is the bound, undefined where RAM does not matter */
  memoryShare: number | undefined;
  /** the most it may take whatever the RAM is */
  mostBytes: number;
  /** paged pool: the system commit limit bounds it too */
  commitBound: boolean;
}

const MiB = 1024 ** 2;
const GiB = 1024 ** 3;
const TiB = 1024 ** 4;

/** The page that the rules are taken from. */
export const POOL_LIMIT_SOURCE =
  "https://learn.microsoft.com/en-us/windows/win32/memory/memory-limits-for-windows-releases";

/** 32-bit Windows has 2 GB of kernel address space, for pool and all else: the page prints larger figures. */
const KERNEL_32 = 2 * GiB;

const rule = (
  windows: string,
  pool: Pool,
  bits: 32 | 64,
  memoryShare: number | undefined,
  mostBytes: number,
  commitBound = false,
): PoolLimitRule => ({ windows, pool, bits, memoryShare, mostBytes, commitBound });

/**
 * The maxima of both pools by release, from Microsoft's "Memory Limits for Windows and Windows Server Releases". "Current"
 * is the page's text without a release: Windows 8, Server 2012, and 10, Server 2016 and later.
 */
export const poolLimitRules: readonly PoolLimitRule[] = [
  rule("current", "nonpaged", 64, 1, 128 * GiB),
  rule("8.1 / 2012 R2", "nonpaged", 64, 1, 16 * TiB),
  rule("7 / 2008 R2 / 2008", "nonpaged", 64, 0.75, 128 * GiB),
  rule("Vista", "nonpaged", 64, 0.4, 128 * GiB),
  rule("XP / 2003", "nonpaged", 64, 1, 128 * GiB),
  rule("current", "nonpaged", 32, 0.75, KERNEL_32),
  rule("8.1 / 2012 R2", "nonpaged", 32, 1, KERNEL_32),
  rule("7 / 2008 R2 / 2008", "nonpaged", 32, 0.75, KERNEL_32),
  rule("Vista", "nonpaged", 32, 1, KERNEL_32),
  rule("XP / 2003", "nonpaged", 32, undefined, 256 * MiB),
  rule("current", "paged", 64, undefined, 384 * GiB, true),
  rule("8.1 / 2012 R2", "paged", 64, undefined, 15.5 * TiB, true),
  rule("7 / 2008 R2 / 2008", "paged", 64, undefined, 128 * GiB, true),
  rule("Vista", "paged", 64, undefined, 128 * GiB, true),
  rule("XP / 2003", "paged", 64, undefined, 128 * GiB),
  rule("current", "paged", 32, undefined, KERNEL_32, true),
  rule("8.1 / 2012 R2", "paged", 32, undefined, KERNEL_32, true),
  rule("7 / 2008 R2 / 2008", "paged", 32, undefined, KERNEL_32),
  rule("Vista", "paged", 32, undefined, KERNEL_32),
  rule("XP / 2003", "paged", 32, undefined, 490 * MiB),
];

/**
 * The most that a pool of this machine can take, in bytes. Registry limits (`NonPagedPoolLimit`, `PagedPoolLimit`) and /3GB
 * make it smaller; the real maximum of a live machine stands in the debugger's `!vm`.
 *
 * @throws Error for a release that the table does not know
 */
export function poolLimit(machine: PoolMachine): Quantity {
  const pool = machine.pool ?? "nonpaged";
  const windows = releaseOf(machine.windows);
  const found = poolLimitRules.find((r) => r.windows === windows && r.pool === pool && r.bits === machine.bits)!;
  // 530 MB is Server 2003's; the table's row carries XP's 490 MB.
  const most =
    windows === "XP / 2003" && pool === "paged" && machine.bits === 32 && /2003|home server/i.test(machine.windows)
      ? 530 * MiB
      : found.mostBytes;
  const byMemory = found.memoryShare === undefined ? Infinity : found.memoryShare * machine.memoryBytes;
  const byCommit = found.commitBound ? (machine.commitLimitBytes ?? Infinity) : Infinity;
  return quantity(Math.min(most, byMemory, byCommit), "B");
}

function releaseOf(windows: string): PoolLimitRule["windows"] {
  const name = windows
    .toLowerCase()
    .replace(/microsoft|windows|server|\(r\)|®/g, " ")
    .trim();
  if (/^(8\.1|2012 r2)\b/.test(name)) return "8.1 / 2012 R2";
  if (/^(7|2008( r2)?)\b/.test(name)) return "7 / 2008 R2 / 2008";
  if (/^vista\b/.test(name)) return "Vista";
  if (/^(xp|2003|home)\b/.test(name) || name === "home") return "XP / 2003";
  if (/^(8|2012|10|11|2016|2019|2022|2025|current)\b/.test(name)) return "current";
  throw new Error(
    `The table of pool limits does not know "${windows}". Write the release like "Windows Server 2012 R2" or "Windows 7"; ` +
      `"current" stands for Windows 10, 11 and Server 2016 or later.`,
  );
}
