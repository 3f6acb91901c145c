import type { CaseFamily } from "../CaseFamily.ts";
import { anyLeak, anyRecording } from "../commonRanges.ts";
import { byFactor, evenly } from "../Range.ts";

export const errorPath: CaseFamily = {
  name: "error path",
  says: "Blocks are lost only when something fails, and so the pool climbs in steps.",
  weight: 8,
  kind: "leak",
  ranges: {
    ...anyRecording,
    hours: byFactor(6, 168),
    leak: {
      ...anyLeak,
      pool: [
        ["nonpaged", 3],
        ["paged", 1],
      ],
      growthShare: byFactor(0.1, 6),
      loadShare: evenly(0, 0),
    },
    failures: {
      everyMinutes: byFactor(20, 480),
      minutes: byFactor(2, 40),
      counted: [
        [true, 2],
        [false, 1],
      ],
    },
  },
};
