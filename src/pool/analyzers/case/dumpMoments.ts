import type { DebuggerSession } from "../../formats/windbg/DebuggerSession.ts";
import type { PoolUsedTable } from "../../formats/windbg/memory/PoolUsedTable.ts";
import type { TargetInfo } from "../../formats/windbg/memory/TargetInfo.ts";
import type { VmReport } from "../../formats/windbg/memory/VmReport.ts";
import type { DumpMoment } from "../dump/compareDumps.ts";
import { mergeListings } from "../dump/mergeListings.ts";
import type { FromFile } from "./gatherCase.ts";

/** A listing of tags with what its session says beside it. */
export interface CaseDump extends DumpMoment {
  file: string;
  vm: VmReport | undefined;
}

/**
 * The system's listings of `!poolused`, those of one moment as one, with the `!vm` and the target nearest above; the earliest first
 * where they say when. A listing asked for again begins another moment, and so does another target or another `!vm`.
 */
export function dumpMoments(sessions: readonly FromFile<DebuggerSession>[]): CaseDump[] {
  return sessions
    .flatMap(({ file, records }) => {
      const moments: { tables: PoolUsedTable[]; vm: VmReport | undefined; target: TargetInfo | undefined }[] = [];
      for (const table of records.poolUsed.filter(({ isSession, rows }) => !isSession && rows.length > 0)) {
        const [vm, target] = [nearest(records.vm, table.line), nearest(records.targets, table.line)];
        const last = moments.at(-1);
        const isSame =
          last?.vm === vm && last?.target === target && !last?.tables.some((other) => isSameQuestion(other, table));
        if (last && isSame) last.tables.push(table);
        else moments.push({ tables: [table], vm, target });
      }
      return moments.map(({ tables, vm, target }): CaseDump => ({ file, table: mergeListings(tables), vm, target }));
    })
    .sort((a, b) => (a.target?.time ?? 0) - (b.target?.time ?? 0));
}

function isSameQuestion(one: PoolUsedTable, other: PoolUsedTable): boolean {
  return one.filter === other.filter && one.sortedBy === other.sortedBy && one.layout === other.layout;
}

/** The last of those above a line, else the first below it. */
function nearest<Record extends { line: number }>(records: readonly Record[], line: number): Record | undefined {
  return records.findLast((record) => record.line <= line) ?? records[0];
}
