import type { AllocationSite, Caller } from "../../src/pool/simulator/Scenario.ts";

/** Who opens files, and how fast. */
interface Opens {
  churnPerSecond: number;
  process: Omit<Caller, "frames">;
  /** the calls below NTFS, the innermost first */
  opened: readonly string[];
}

/** What NTFS keeps for a request to open a file while it is under way: large, and given back at the end of each. */
export function ntfsRequests({ churnPerSecond, process, opened }: Opens): AllocationSite {
  return {
    ...{ tag: "Ntf0", pool: "paged", driver: "ntfs.sys", blockBytes: 1168, heldBlocks: 60, churnPerSecond },
    ...{ follows: {}, fallSeconds: 0 },
    callers: [{ ...process, frames: ["Ntfs!NtfsCommonCreate+0x2c8", "Ntfs!NtfsFsdCreate+0x1d4", ...opened] }],
    releasers: [{ ...process, frames: ["Ntfs!NtfsFsdCreate+0x2f1", ...opened] }],
  };
}
