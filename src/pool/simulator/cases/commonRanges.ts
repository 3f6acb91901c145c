import type { FamilyRanges, LeakRanges } from "./CaseFamily.ts";
import { byFactor, evenly } from "./Range.ts";

/** What the families share unless they say otherwise: any use of the machine, and a recording that can tell. */
export const anyRecording: FamilyRanges = {
  load: [
    ["file server", 3],
    ["web server", 3],
    ["database", 3],
    ["terminal server", 2],
    ["idle appliance", 2],
    ["batch", 2],
  ],
  loadFactor: byFactor(0.4, 2.2),
  hours: byFactor(3, 168),
  samples: byFactor(60, 2016),
  uptimeHours: byFactor(3, 2160),
  snapshots: byFactor(2, 30),
};

/**
 * A driver's leak. Published ones run from tens of KB to more than 20 GB an hour (two tokens a second, 400 strings a second,
 * 2.2 GB/h of file control blocks); the lower end of the growth is what a floor over some cycles just shows.
 */
export const anyLeak: LeakRanges = {
  owner: [
    ["third party", 4],
    ["windows", 1],
  ],
  pool: [["nonpaged", 1]],
  blockBytes: byFactor(32, 65_536),
  growthShare: byFactor(0.06, 40),
  spread: evenly(0.1, 0.9),
  loadShare: evenly(0, 0.7),
  begins: [
    ["boot", 3],
    ["later", 2],
  ],
  lockstepTags: evenly(0, 2),
};
