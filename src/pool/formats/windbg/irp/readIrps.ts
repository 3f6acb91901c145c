import type { LogSource, ReadOptions, ReadResult } from "../../ReadResult.ts";
import { readDebuggerSession } from "../readDebuggerSession.ts";
import type { Irp, IrpFindRow } from "./Irp.ts";

/** The requests of a debugger's log. */
export interface IrpListing {
  /** each `!irp` with its stack locations */
  irps: Irp[];
  /** the rows of `!irpfind` */
  found: IrpFindRow[];
}

/** Reads the `!irp` and `!irpfind` of a debugger's log. Never throws for bad input. */
export async function readIrps(source: LogSource, options: ReadOptions = {}): Promise<ReadResult<IrpListing>> {
  const { records, problems } = await readDebuggerSession(source, options);
  const { irps, irpFinds } = records;
  if (irps.length === 0 && irpFinds.length === 0 && !problems.some(({ effect }) => effect === "lost")) {
    const message = "No !irp was found here. Expected is its output, which begins: Irp is active with … stacks.";
    problems.unshift({ line: 0, effect: "lost", message });
  }
  return { records: { irps, found: irpFinds }, problems };
}
