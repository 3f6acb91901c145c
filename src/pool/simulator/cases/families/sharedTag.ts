import type { CaseFamily } from "../CaseFamily.ts";
import { anyLeak, anyRecording } from "../commonRanges.ts";
import { byFactor, evenly } from "../Range.ts";

export const sharedTag: CaseFamily = {
  name: "shared tag",
  says: "Several drivers allocate under one tag and one of them leaks: the tag names them all.",
  weight: 8,
  kind: "leak",
  ranges: {
    ...anyRecording,
    leak: {
      ...anyLeak,
      owner: [["shared", 1]],
      pool: [
        ["nonpaged", 3],
        ["paged", 1],
      ],
      blockBytes: byFactor(48, 16_384),
      lockstepTags: evenly(0, 0),
    },
    otherUsers: evenly(1, 3),
  },
};
