import type { CaseFamily } from "../CaseFamily.ts";
import { anyLeak, anyRecording } from "../commonRanges.ts";
import { byFactor } from "../Range.ts";

export const tooShort: CaseFamily = {
  name: "too short",
  says: "A few minutes or a few samples: whether the machine leaks or not, this evidence cannot tell.",
  weight: 8,
  kind: "unclear",
  ranges: {
    ...anyRecording,
    hours: byFactor(0.03, 0.5),
    samples: byFactor(4, 60),
    uptimeHours: byFactor(0.2, 720),
    snapshots: byFactor(2, 3),
    // What it loses meanwhile drowns in the noise.
    leak: { ...anyLeak, growthShare: byFactor(0.0002, 0.003) },
    leakShare: 0.5,
  },
};
