import type { CaseFamily } from "../CaseFamily.ts";
import { anyRecording } from "../commonRanges.ts";
import { byFactor } from "../Range.ts";

export const healthyHugeTag: CaseFamily = {
  name: "healthy huge tag",
  says: "One tag holds a great part of the pool since boot and does not grow: an alarm by size, and none by growth.",
  weight: 7,
  kind: "steady",
  ranges: {
    ...anyRecording,
    hours: byFactor(24, 168),
    samples: byFactor(120, 2016),
    uptimeHours: byFactor(12, 2160),
    snapshots: byFactor(4, 30),
    huge: {
      owner: [
        ["third party", 2],
        ["windows", 1],
      ],
      pool: [
        ["nonpaged", 2],
        ["paged", 1],
      ],
      sizeShare: byFactor(0.5, 12),
      blockBytes: byFactor(4096, 1_048_576),
    },
  },
};
