import type { ProblemList } from "../text/ProblemList.ts";
import { poolBytes, rowBytes } from "./poolBytes.ts";
import type { PoolSnapshot } from "./PoolSnapshot.ts";

/** All tags together are a little less than the pool (partly free pages); half of it is not a little less. */
const SHARE_OF_WHOLE_LOG = 0.5;

const MIB = 1024 * 1024;

/** Says what a snapshot lacks: rows, one of its summary lines, or most of the pool, since the log was filtered or cut. */
export function noteGaps(snapshot: PoolSnapshot, problems: ProblemList): void {
  const { memory, rows, scope, line } = snapshot;
  if (rows.length === 0) {
    problems.add(
      "no rows",
      line,
      "note",
      "This snapshot has no rows: the filter (-i, -p) fits no tag, or the sessions it asks for have no pool.",
    );
  }
  if (!memory) return;
  if (Number.isNaN(memory.physicalBytes) || Number.isNaN(memory.nonpagedBytes)) {
    const missing = Number.isNaN(memory.nonpagedBytes) ? "Commit: … Pool N: … P:" : "Memory: … Avail:";
    problems.add("half summary", line, "lost", `The summary line "${missing}" of this snapshot is missing or damaged.`);
  }
  // The summary is the whole system's, the rows of a session display are not; one without rows has been named already.
  if (scope !== "system" || rows.length === 0) return;
  for (const pool of ["nonpaged", "paged"] as const) {
    const whole = poolBytes(snapshot, pool);
    const sum = rowBytes(snapshot, pool);
    if (whole === undefined || sum >= whole * SHARE_OF_WHOLE_LOG) continue;
    problems.add(`filtered ${pool}`, line, "note", () =>
      sum === 0
        ? `No row is of the ${pool} pool, though it holds ${mib(whole)}: the log was filtered with -p or -i. To see both pools use poolmon -n poolsnap.log -b.`
        : `The ${pool} rows add up to ${mib(sum)} of the pool's ${mib(whole)}: the log was filtered (-i, -x) or lost rows, as a copy of the screen does. To see all tags use poolmon -n poolsnap.log -b.`,
    );
  }
}

function mib(bytes: number): string {
  return `${(bytes / MIB).toFixed(1)} MiB`;
}
