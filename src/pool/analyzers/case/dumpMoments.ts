import type { DebuggerSession } from "../../formats/windbg/DebuggerSession.ts";
import type { VmReport } from "../../formats/windbg/memory/VmReport.ts";
import type { DumpMoment } from "../dump/compareDumps.ts";
import type { FromFile } from "./gatherCase.ts";

/** A listing of tags with what its session says beside it. */
export interface CaseDump extends DumpMoment {
  file: string;
  vm: VmReport | undefined;
}

/** The system's listings of `!poolused`, each with the `!vm` and the target nearest above it, the earliest first where they say when. */
export function dumpMoments(sessions: readonly FromFile<DebuggerSession>[]): CaseDump[] {
  return sessions
    .flatMap(({ file, records }) =>
      records.poolUsed
        .filter(({ isSession, rows }) => !isSession && rows.length > 0)
        .map((table): CaseDump => ({
          file,
          table,
          vm: nearest(records.vm, table.line),
          target: nearest(records.targets, table.line),
        })),
    )
    .sort((a, b) => (a.target?.time ?? 0) - (b.target?.time ?? 0));
}

/** The last of those above a line, else the first below it. */
function nearest<Record extends { line: number }>(records: readonly Record[], line: number): Record | undefined {
  return records.findLast((record) => record.line <= line) ?? records[0];
}
