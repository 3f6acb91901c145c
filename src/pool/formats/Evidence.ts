import type { CounterLog } from "./perfmon/CounterLog.ts";
import type { PoolSnapshot } from "./poolmon/PoolSnapshot.ts";
import type { Problem } from "./ReadResult.ts";
import type { SharedMemoryCall } from "./sharedMemory/SharedMemoryTrace.ts";
import type { TagFile } from "./tags/readFindstr.ts";
import type { PooltagEntry } from "./tags/readPooltag.ts";
import type { DebuggerSession } from "./windbg/DebuggerSession.ts";
import type { PoolSummary } from "./wpt/PoolSummary.ts";
import type { PoolTrace } from "./wpt/PoolTrace.ts";

/** What was read of one file, whatever tool it is from. */
export type Evidence = EvidenceOf & {
  /** the file's name; empty where it has none */
  file: string;
  problems: Problem[];
};

type EvidenceOf =
  | { format: "perfmon"; records: CounterLog }
  /** PoolMon, or the PowerShell collectors' CSV, which counts the same */
  | { format: "poolmon"; records: PoolSnapshot[] }
  | { format: "debugger"; records: DebuggerSession }
  | { format: "poolTrace"; records: PoolTrace }
  | { format: "poolSummary"; records: PoolSummary }
  | { format: "sharedMemory"; records: SharedMemoryCall[] }
  | { format: "findstr"; records: TagFile[] }
  | { format: "pooltag"; records: PooltagEntry[] };

export type EvidenceFormat = Evidence["format"];
