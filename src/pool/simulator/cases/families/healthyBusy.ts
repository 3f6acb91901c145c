import type { CaseFamily } from "../CaseFamily.ts";
import { anyRecording } from "../commonRanges.ts";
import { byFactor } from "../Range.ts";

export const healthyBusy: CaseFamily = {
  name: "healthy busy",
  says: "The pool goes up and down with the day's work, and each night it is back where it was.",
  weight: 8,
  kind: "steady",
  ranges: {
    ...anyRecording,
    load: [
      ["file server", 3],
      ["web server", 3],
      ["database", 3],
      ["terminal server", 2],
      ["batch", 2],
    ],
    loadFactor: byFactor(0.8, 2.5),
    hours: byFactor(36, 168),
    samples: byFactor(240, 2016),
    uptimeHours: byFactor(12, 2160),
    snapshots: byFactor(6, 30),
  },
};
