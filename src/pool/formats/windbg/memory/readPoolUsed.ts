import type { LogSource, ReadOptions, ReadResult } from "../../ReadResult.ts";
import { readDebuggerSession } from "../readDebuggerSession.ts";
import type { PoolUsedTable } from "./PoolUsedTable.ts";

/** Reads every `!poolused` of a debugger's log. Never throws for bad input. */
export async function readPoolUsed(source: LogSource, options: ReadOptions = {}): Promise<ReadResult<PoolUsedTable[]>> {
  const { records, problems } = await readDebuggerSession(source, options);
  return { records: records.poolUsed, problems };
}
