import type { Address } from "../Address.ts";

/** Counts of both pools, as Driver Verifier gives them. */
export interface BothPools {
  nonpaged: number;
  paged: number;
}

/** One outstanding allocation of a verified driver. */
export interface VerifierAllocation {
  address: Address;
  bytes: number;
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
  state: "loaded" | "unloaded" | "loaded and unloaded";
  currentAllocations: BothPools;
  currentBytes: BothPools;
  peakAllocations: BothPools;
  peakBytes: BothPools;
  allocations: VerifierAllocation[];
  line: number;
}

/** What `!verifier 1`, `!verifier 3`, `verifier /query` or the settings text says. */
export interface VerifierReport {
  /** where it is from */
  source: "!verifier" | "verifier /query" | "verifier settings";
  /** the flags as a number, where printed or listed; 8 is pool tracking */
  flags: number | undefined;
  /** undefined where it cannot be told */
  isPoolTracking: boolean | undefined;
  /** the summary lines as printed, name to number (counts): `Pool Allocations Attempted` */
  summary: Record<string, number>;
  drivers: VerifiedDriver[];
  line: number;
}
