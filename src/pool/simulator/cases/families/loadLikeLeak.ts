import type { CaseFamily } from "../CaseFamily.ts";
import { anyRecording } from "../commonRanges.ts";
import { evenly } from "../Range.ts";

export const loadLikeLeak: CaseFamily = {
  name: "load like a leak",
  says: "The pool rises with the work that is done, and the work rises while it is recorded.",
  weight: 9,
  kind: "load",
  ranges: {
    ...anyRecording,
    load: [
      ["file server", 3],
      ["web server", 3],
      ["terminal server", 2],
      ["database", 2],
    ],
    surge: {
      pool: [
        ["nonpaged", 2],
        ["paged", 1],
      ],
      factor: evenly(3, 12),
      shapes: [
        [{ shape: "morning", hours: evenly(2.5, 5), startHour: evenly(5.5, 7.5) }, 2],
        [{ shape: "growing days", hours: evenly(72, 168), growthPerDay: evenly(0.12, 0.4) }, 2],
        [{ shape: "batch steps", hours: evenly(8, 48), growthPerDay: evenly(1, 3) }, 1],
      ],
    },
  },
};
