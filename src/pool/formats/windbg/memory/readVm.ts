import type { LogSource, ReadOptions, ReadResult } from "../../ReadResult.ts";
import { readDebuggerSession } from "../readDebuggerSession.ts";
import type { VmReport } from "./VmReport.ts";

/** Reads every `!vm` of a debugger's log. Never throws for bad input. */
export async function readVm(source: LogSource, options: ReadOptions = {}): Promise<ReadResult<VmReport[]>> {
  const { records, problems } = await readDebuggerSession(source, options);
  return { records: records.vm, problems };
}
