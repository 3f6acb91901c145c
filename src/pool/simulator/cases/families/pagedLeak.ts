import type { CaseFamily } from "../CaseFamily.ts";
import { anyLeak, anyRecording } from "../commonRanges.ts";

export const pagedLeak: CaseFamily = {
  name: "paged leak",
  says: "One driver loses blocks of paged pool, which commit limits rather than memory.",
  weight: 8,
  kind: "leak",
  ranges: { ...anyRecording, leak: { ...anyLeak, pool: [["paged", 1]] } },
};
