import type { Evidence } from "../../formats/Evidence.ts";
import type { CounterLog } from "../../formats/perfmon/CounterLog.ts";
import type { PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";
import type { SharedMemoryCall } from "../../formats/sharedMemory/SharedMemoryTrace.ts";
import type { TagFile } from "../../formats/tags/readFindstr.ts";
import type { PooltagEntry } from "../../formats/tags/readPooltag.ts";
import type { DebuggerSession } from "../../formats/windbg/DebuggerSession.ts";
import type { PoolSummary } from "../../formats/wpt/PoolSummary.ts";
import type { PoolTrace } from "../../formats/wpt/PoolTrace.ts";

/** Records with the name of the file that they are from; empty where it has none. */
export interface FromFile<Records> {
  file: string;
  records: Records;
}

/** The files of a case by what they are. */
export interface CaseFiles {
  counters: FromFile<CounterLog>[];
  /** snapshots of all files together: a collector may write one file for each */
  snapshots: PoolSnapshot[];
  snapshotFiles: FromFile<PoolSnapshot[]>[];
  sessions: FromFile<DebuggerSession>[];
  traces: FromFile<PoolTrace>[];
  summaries: FromFile<PoolSummary>[];
  sharedMemory: FromFile<SharedMemoryCall[]>[];
  findstr: TagFile[];
  /** undefined where neither a file nor the reader gave a list */
  pooltag: PooltagEntry[] | undefined;
}

/** Sorts the files of a case by what they are. */
export function gatherCase(evidence: readonly Evidence[], pooltag: readonly PooltagEntry[] = []): CaseFiles {
  const snapshotFiles = filesOf(evidence, "poolmon");
  const lists = [...pooltag, ...filesOf(evidence, "pooltag").flatMap(({ records }) => records)];
  return {
    counters: filesOf(evidence, "perfmon"),
    snapshots: snapshotFiles.flatMap(({ records }) => records),
    snapshotFiles,
    sessions: filesOf(evidence, "debugger"),
    traces: filesOf(evidence, "poolTrace"),
    summaries: filesOf(evidence, "poolSummary"),
    sharedMemory: filesOf(evidence, "sharedMemory"),
    findstr: filesOf(evidence, "findstr").flatMap(({ records }) => records),
    pooltag: lists.length > 0 ? lists : undefined,
  };
}

type RecordsOf<Format> = Extract<Evidence, { format: Format }>["records"];

function filesOf<Format extends Evidence["format"]>(
  evidence: readonly Evidence[],
  format: Format,
): FromFile<RecordsOf<Format>>[] {
  return evidence.flatMap((file) =>
    file.format === format ? [{ file: file.file, records: file.records as RecordsOf<Format> }] : [],
  );
}
