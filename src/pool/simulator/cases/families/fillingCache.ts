import type { CaseFamily } from "../CaseFamily.ts";
import { anyRecording } from "../commonRanges.ts";
import { byFactor, evenly } from "../Range.ts";

export const fillingCache: CaseFamily = {
  name: "filling cache",
  says: "A cache grows after the start, flattens while it is recorded and stays.",
  weight: 8,
  kind: "cache",
  ranges: {
    ...anyRecording,
    hours: byFactor(8, 168),
    samples: byFactor(120, 2016),
    uptimeHours: byFactor(2, 24),
    snapshots: byFactor(5, 30),
    cache: {
      owner: [
        ["windows", 3],
        ["third party", 2],
      ],
      pool: [
        ["nonpaged", 1],
        ["paged", 1],
      ],
      blockBytes: byFactor(96, 16_384),
      sizeShare: byFactor(0.25, 4),
      fillShare: evenly(0.06, 0.2),
      trimmed: [
        [false, 2],
        [true, 1],
      ],
    },
  },
};
