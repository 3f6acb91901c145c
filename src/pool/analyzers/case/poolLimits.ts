import type { DebuggerSession } from "../../formats/windbg/DebuggerSession.ts";
import type { PoolLimits } from "./judgeHistory.ts";
import type { FromFile } from "./gatherCase.ts";

/** The most that the pools can take, as the machine's own `!vm` prints it. Paged pool ends at the commit limit, if that is less. */
export function poolLimits(sessions: readonly FromFile<DebuggerSession>[]): PoolLimits {
  const limits: PoolLimits = {};
  for (const { nonpagedMaximumBytes, pagedMaximumBytes, commitLimitBytes } of sessions.flatMap(
    ({ records }) => records.vm,
  )) {
    if (isSize(nonpagedMaximumBytes)) limits.nonpaged = nonpagedMaximumBytes;
    if (isSize(pagedMaximumBytes))
      limits.paged = isSize(commitLimitBytes) ? Math.min(pagedMaximumBytes, commitLimitBytes) : pagedMaximumBytes;
  }
  return limits;
}

function isSize(bytes: number | undefined): bytes is number {
  return bytes !== undefined && bytes > 0;
}
