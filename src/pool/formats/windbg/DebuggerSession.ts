import type { Instruction } from "./code/Instruction.ts";
import type { MemoryRow } from "./code/MemoryRow.ts";
import type { Module } from "./code/Module.ts";
import type { SearchHit } from "./code/SearchHit.ts";
import type { PoolHits } from "./hits/PoolHits.ts";
import type { Irp, IrpFindRow } from "./irp/Irp.ts";
import type { PoolFindResult, PoolPage } from "./memory/PoolBlock.ts";
import type { PoolUsedTable } from "./memory/PoolUsedTable.ts";
import type { TargetInfo } from "./memory/TargetInfo.ts";
import type { VmReport } from "./memory/VmReport.ts";
import type { ObjectEntry } from "./objects/ObjectEntry.ts";
import type { VerifierLog } from "./verifier/VerifierLog.ts";
import type { VerifierReport } from "./verifier/VerifierReport.ts";

/** A command that was found in the log, whether or not its output was understood. */
export interface SessionCommand {
  text: string;
  line: number;
  /** lines of output */
  lines: number;
  isUnderstood: boolean;
}

/** Everything that was understood of a debugger's log, in the order of the log. */
export interface DebuggerSession {
  commands: SessionCommand[];
  targets: TargetInfo[];
  vm: VmReport[];
  poolUsed: PoolUsedTable[];
  poolPages: PoolPage[];
  poolFinds: PoolFindResult[];
  modules: Module[];
  searchHits: SearchHit[];
  memory: MemoryRow[];
  instructions: Instruction[];
  /** undefined where the session has no break of PoolHitTag */
  hits: PoolHits | undefined;
  verifierReports: VerifierReport[];
  verifierLogs: VerifierLog[];
  irps: Irp[];
  irpFinds: IrpFindRow[];
  objects: ObjectEntry[];
  /** the file's name, where it has one */
  log: string | undefined;
}
