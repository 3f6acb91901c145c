import type { CaseFamily } from "../CaseFamily.ts";
import { anyRecording } from "../commonRanges.ts";
import { byFactor } from "../Range.ts";

export const healthyIdle: CaseFamily = {
  name: "healthy idle",
  says: "Nothing happens and nothing is lost.",
  weight: 7,
  kind: "steady",
  ranges: {
    ...anyRecording,
    load: [["idle appliance", 1]],
    loadFactor: byFactor(0.3, 1.2),
    hours: byFactor(12, 168),
    samples: byFactor(120, 2016),
    uptimeHours: byFactor(12, 2160),
    snapshots: byFactor(4, 30),
  },
};
