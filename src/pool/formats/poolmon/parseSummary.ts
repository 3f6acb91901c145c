import type { PoolMemory } from "./PoolSnapshot.ts";

type FirstLine = Pick<
  PoolMemory,
  "physicalBytes" | "availableBytes" | "pageFaults" | "residentKernelBytes" | "residentPagedPoolBytes"
>;
type SecondLine = Omit<PoolMemory, keyof FirstLine>;

const RE_MEMORY =
  /Memory:\s*(-?\d+)\s*K\s*Avail:\s*(-?\d+)\s*K\s*PageFlts:\s*(-?\d+)\s*InRam\s+Krnl:\s*(-?\d+)\s*K\s*P:\s*(-?\d+)\s*K/;

// `N:` is the nonpaged pool and `P:` the paged one; a published parser has them the wrong way round.
const RE_COMMIT =
  /Commit:\s*(-?\d+)\s*K\s*Limit:\s*(-?\d+)\s*K\s*Peak:\s*(-?\d+)\s*K\s*Pool\s+N:\s*(-?\d+)\s*K\s*P:\s*(-?\d+)\s*K/;

/**
 * Reads the line `Memory: … Avail: … PageFlts: … InRam Krnl: … P: …`; its numbers may touch their labels.
 *
 * Source: https://learn.microsoft.com/en-us/windows-hardware/drivers/devtest/poolmon-display
 */
export function parseMemoryLine(text: string): FirstLine | undefined {
  const found = RE_MEMORY.exec(text);
  if (!found) return undefined;
  return {
    physicalBytes: bytes(found[1]),
    availableBytes: bytes(found[2]),
    pageFaults: unsigned(found[3]),
    residentKernelBytes: bytes(found[4]),
    residentPagedPoolBytes: bytes(found[5]),
  };
}

/** Reads the line `Commit: … Limit: … Peak: … Pool N: … P: …`. */
export function parseCommitLine(text: string): SecondLine | undefined {
  const found = RE_COMMIT.exec(text);
  if (!found) return undefined;
  return {
    commitBytes: bytes(found[1]),
    commitLimitBytes: bytes(found[2]),
    commitPeakBytes: bytes(found[3]),
    nonpagedBytes: bytes(found[4]),
    pagedBytes: bytes(found[5]),
  };
}

/** A summary of which no line has been read. */
export const UNKNOWN_MEMORY: Readonly<PoolMemory> = {
  physicalBytes: NaN,
  availableBytes: NaN,
  pageFaults: NaN,
  residentKernelBytes: NaN,
  residentPagedPoolBytes: NaN,
  commitBytes: NaN,
  commitLimitBytes: NaN,
  commitPeakBytes: NaN,
  nonpagedBytes: NaN,
  pagedBytes: NaN,
};

function bytes(kilobytes: string | undefined): number {
  return unsigned(kilobytes) * 1024;
}

/** PoolMon prints these as signed 32-bit numbers, which turn negative after 2^31. */
function unsigned(digits: string | undefined): number {
  const value = Number(digits);
  return value < 0 ? value + 2 ** 32 : value;
}
