import type { CaseFamily } from "../CaseFamily.ts";
import { anyLeak, anyRecording } from "../commonRanges.ts";
import { byFactor } from "../Range.ts";

export const slowBesideFast: CaseFamily = {
  name: "slow beside fast",
  says: "A second driver leaks as well, but so slowly that the first one hides it.",
  weight: 8,
  kind: "leak",
  ranges: {
    ...anyRecording,
    leak: { ...anyLeak, growthShare: byFactor(0.4, 40) },
    second: {
      rateShare: byFactor(0.004, 0.15),
      pool: [
        ["same", 3],
        ["other", 1],
      ],
      blockBytes: byFactor(32, 2048),
    },
  },
};
