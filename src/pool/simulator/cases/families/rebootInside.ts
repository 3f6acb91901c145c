import type { CaseFamily } from "../CaseFamily.ts";
import { anyLeak, anyRecording } from "../commonRanges.ts";
import { byFactor, evenly } from "../Range.ts";

export const rebootInside: CaseFamily = {
  name: "reboot",
  says: "The machine leaks and is restarted while it is recorded, so that last minus first says little.",
  weight: 8,
  kind: "leak",
  ranges: {
    ...anyRecording,
    hours: byFactor(8, 168),
    samples: byFactor(120, 2016),
    snapshots: byFactor(6, 30),
    leak: {
      ...anyLeak,
      pool: [
        ["nonpaged", 3],
        ["paged", 1],
      ],
      growthShare: byFactor(0.15, 20),
      begins: [["boot", 1]],
    },
    reboots: { count: evenly(1, 2), at: evenly(0.25, 0.75), downMinutes: byFactor(2, 25) },
  },
};
