import type { CaseFamily } from "../CaseFamily.ts";
import { anyLeak, anyRecording } from "../commonRanges.ts";
import { byFactor, evenly } from "../Range.ts";

export const handleLeak: CaseFamily = {
  name: "handle leak",
  says: "A process keeps handles, and the kernel keeps the objects behind them: no driver leaks.",
  weight: 8,
  kind: "leak",
  ranges: {
    ...anyRecording,
    leak: {
      ...anyLeak,
      owner: [["objects", 1]],
      // The object's type decides its pool and its size.
      pool: [
        ["nonpaged", 3],
        ["paged", 2],
      ],
      blockBytes: byFactor(112, 2048),
      growthShare: byFactor(0.06, 4),
      loadShare: evenly(0, 0.9),
    },
  },
};
