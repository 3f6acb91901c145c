import type { SharedMemoryCall } from "../../src/pool/formats/sharedMemory/SharedMemoryTrace.ts";
import type { ObjectEntry } from "../../src/pool/formats/windbg/objects/ObjectEntry.ts";

/** Who calls: a process, its number, its session, its account, and the kind of its code where that is not x64. */
export type CallingProcess = readonly [
  name: string,
  processId: number,
  session: number,
  user: string,
  bitness?: "x86" | "x64",
];

/** One call: the time of day, who called, and what came of it. */
export function sharedMemoryCall(
  time: string,
  [processName, processId, session, user, bitness = "x64"]: CallingProcess,
  what: "CreateFileMappingW" | "OpenFileMappingW",
  name: string,
  [result, lastError]: readonly [number, number],
): SharedMemoryCall {
  return {
    time: Date.parse(`1970-01-01T${time}Z`),
    process: processName,
    ...{ processId, session, user, bitness },
    call: what,
    name,
    access: what === "CreateFileMappingW" ? "PAGE_READWRITE" : "FILE_MAP_READ",
    ...{ result, lastError, line: 0 },
  };
}

/** A section that a process holds open, in the directory of its session; session 0's is the one for all. */
export function section(
  name: string,
  [processName, processId]: readonly [string, number],
  handle: number,
  session: number,
): ObjectEntry {
  return {
    directory: session === 0 ? "\\BaseNamedObjects" : `\\Sessions\\${session}\\BaseNamedObjects`,
    name,
    type: "Section",
    address: undefined,
    process: processName,
    ...{ processId, handle, line: 0 },
  };
}
