import type { Address } from "../Address.ts";

/** Counts of both pools, as Driver Verifier gives them; NaN where the text does not say. */
export interface BothPools {
  nonpaged: number;
  paged: number;
}

/** One outstanding allocation of a verified driver. */
export interface VerifierAllocation {
  address: Address;
  bytes: number;
  /** four characters, with its blanks */
  tag: string;
  /** the return address into the code that asked for it */
  caller: Address;
  /** with symbols; this listing leaves out the offset */
  callerSymbol: string | undefined;
  line: number;
}

/** A verified driver. */
export interface VerifiedDriver {
  name: string;
  /** `unknown` in settings, which say only what will be verified */
  state: "loaded" | "unloaded" | "loaded and unloaded" | "unknown";
  currentAllocations: BothPools;
  currentBytes: BothPools;
  peakAllocations: BothPools;
  peakBytes: BothPools;
  allocations: VerifierAllocation[];
  line: number;
  /** of Verifier's own record of the driver, where `!verifier` prints it */
  address?: Address;
  /** how often it was loaded since the boot, where `verifier /query` says it */
  loads?: number;
  unloads?: number;
  /** bytes from MmAllocateContiguousMemory, which no pool holds; printed by newer debuggers */
  contiguousBytes?: number;
  peakContiguousBytes?: number;
}

/** What `!verifier 1`, `!verifier 3`, `verifier /query` or the settings text says. */
export interface VerifierReport {
  /** where it is from */
  source: "!verifier" | "verifier /query" | "verifier settings";
  /** the flags as a number, where printed or listed; 8 is pool tracking */
  flags: number | undefined;
  /** undefined where it cannot be told */
  isPoolTracking: boolean | undefined;
  /**
   * The summary lines as printed, name to number (counts): `Pool Allocations Attempted`. Of `Current paged pool allocations
   * 0x1a for 00000950 bytes` the bytes stand beside it as `Current paged pool bytes`.
   */
  summary: Record<string, number>;
  drivers: VerifiedDriver[];
  line: number;
  /** the moment as printed by `verifier /query` and `/log`, in the machine's own format */
  stamp?: string;
}
