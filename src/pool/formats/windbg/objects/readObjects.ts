import type { LogSource, ReadOptions, ReadResult } from "../../ReadResult.ts";
import { readDebuggerSession } from "../readDebuggerSession.ts";
import type { ObjectEntry } from "./ObjectEntry.ts";

/** Reads the objects that `!object` or handle.exe listed, in the order of the log. Never throws for bad input. */
export async function readObjects(source: LogSource, options: ReadOptions = {}): Promise<ReadResult<ObjectEntry[]>> {
  const { records, problems } = await readDebuggerSession(source, options);
  if (records.objects.length > 0 || problems.some(({ line, effect }) => line > 0 && effect === "lost")) {
    return { records: records.objects, problems };
  }
  const message =
    "No objects were found here. Expected is the output of !object \\BaseNamedObjects, or of handle -a with a part of the name.";
  return { records: [], problems: [{ line: 0, effect: "lost", message }] };
}
