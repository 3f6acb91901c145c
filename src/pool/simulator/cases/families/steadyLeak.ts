import type { CaseFamily } from "../CaseFamily.ts";
import { anyLeak, anyRecording } from "../commonRanges.ts";

/** The story of the lessons, on any machine. */
export const steadyLeak: CaseFamily = {
  name: "steady leak",
  says: "One driver loses blocks of nonpaged pool, all the time or with each piece of work.",
  weight: 15,
  kind: "leak",
  ranges: { ...anyRecording, leak: anyLeak },
};
