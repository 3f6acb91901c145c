import type { Evidence } from "../../../pool/formats/Evidence.ts";
import type { PooltagEntry } from "../../../pool/formats/tags/readPooltag.ts";
import { counterTables } from "./counterTables.ts";
import { debuggerTables } from "./debuggerTables.ts";
import { pooltagTables, sharedMemoryTables, tagFileTables } from "./otherTables.ts";
import type { RecordTable } from "./RecordTable.ts";
import { snapshotTables } from "./snapshotTables.ts";
import { traceSummaryTables, traceTables } from "./traceTables.ts";

/** What was read of a file, as tables for people. */
export function recordTables(evidence: Evidence, pooltag: readonly PooltagEntry[]): RecordTable[] {
  switch (evidence.format) {
    case "perfmon":
      return counterTables(evidence.records);
    case "poolmon":
      return snapshotTables(evidence.records, pooltag);
    case "debugger":
      return debuggerTables(evidence.records, pooltag);
    case "poolTrace":
      return traceTables(evidence.records);
    case "poolSummary":
      return traceSummaryTables(evidence.records);
    case "sharedMemory":
      return sharedMemoryTables(evidence.records);
    case "findstr":
      return tagFileTables(evidence.records);
    case "pooltag":
      return pooltagTables(evidence.records);
  }
}
