import type { CommandId } from "./commands.ts";
import type { ReaderName } from "./formats/text/FileKind.ts";

/** What each reader reads, with its article, and the command that makes such a log. */
export const logKinds: Record<ReaderName, { kind: string; command?: CommandId }> = {
  readPerfmon: {
    kind: "a counter log as text (CSV), with \\Memory\\Pool Nonpaged Bytes among its columns",
    command: "typeperf",
  },
  readPoolmon: { kind: "a PoolMon log", command: "poolmon-loop" },
  readPoolTagCsv: { kind: "a pool table of the PowerShell collector (CSV)", command: "poolmon-loop" },
  readPoolmonX: { kind: "an export of PoolMonX", command: "poolmon-loop" },
  readDebuggerSession: { kind: "the log of a debugger's session, with !vm 1 and !poolused 2" },
  readPoolTrace: { kind: "the events of a pool trace (CSV)" },
  readPoolSummary: { kind: "a summary of a pool trace (Windows Performance Analyzer, xperf)" },
  readSharedMemory: { kind: "a trace of the calls that make and open named shared memory (CSV)" },
  readFindstr: { kind: "the output of findstr", command: "findstr-drivers" },
  readPooltag: { kind: "a list of pool tags (pooltag.txt)" },
};
