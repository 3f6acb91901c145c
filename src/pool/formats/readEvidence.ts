import type { Evidence } from "./Evidence.ts";
import { readPerfmon } from "./perfmon/readPerfmon.ts";
import { readPoolmon } from "./poolmon/readPoolmon.ts";
import { readPoolmonX } from "./poolmonx/readPoolmonX.ts";
import type { LogSource, ReadOptions } from "./ReadResult.ts";
import { readSharedMemory } from "./sharedMemory/readSharedMemory.ts";
import { readPoolTagCsv } from "./tagCsv/readPoolTagCsv.ts";
import { readFindstr } from "./tags/readFindstr.ts";
import { readPooltag } from "./tags/readPooltag.ts";
import type { ReaderName } from "./text/FileKind.ts";
import { nameOfSource } from "./text/nameOfSource.ts";
import { readDebuggerSession } from "./windbg/readDebuggerSession.ts";
import { readPoolSummary } from "./wpt/readPoolSummary.ts";
import { readPoolTrace } from "./wpt/readPoolTrace.ts";

type ReadAsEvidence = (source: LogSource, file: string, options: ReadOptions) => Promise<Evidence>;

/** Each reader, and what its records are evidence of. */
const readers: Record<ReaderName, ReadAsEvidence> = {
  readPerfmon: async (source, file, options) => ({ format: "perfmon", file, ...(await readPerfmon(source, options)) }),
  readPoolmon: async (source, file, options) => ({ format: "poolmon", file, ...(await readPoolmon(source, options)) }),
  readPoolTagCsv: async (source, file, options) => ({
    format: "poolmon",
    file,
    // A file of one snapshot may have its time in its name.
    ...(await readPoolTagCsv(source, { ...options, files: [file] })),
  }),
  readPoolmonX: async (source, file, options) => ({
    format: "poolmon",
    file,
    ...(await readPoolmonX(source, options)),
  }),
  readDebuggerSession: async (source, file, options) => ({
    format: "debugger",
    file,
    ...(await readDebuggerSession(source, options)),
  }),
  readPoolTrace: async (source, file, options) => ({
    format: "poolTrace",
    file,
    ...(await readPoolTrace(source, options)),
  }),
  readPoolSummary: async (source, file, options) => ({
    format: "poolSummary",
    file,
    ...(await readPoolSummary(source, options)),
  }),
  readSharedMemory: async (source, file, options) => ({
    format: "sharedMemory",
    file,
    ...(await readSharedMemory(source, options)),
  }),
  readPooltag: async (source, file, options) => ({ format: "pooltag", file, ...(await readPooltag(source, options)) }),
  readFindstr: async (source, file, options) => ({ format: "findstr", file, ...(await readFindstr(source, options)) }),
};

/** Reads a source with one reader, as evidence. Never throws for bad input. */
export async function readEvidence(
  source: LogSource,
  reader: ReaderName,
  options: ReadOptions & { file?: string } = {},
): Promise<Evidence> {
  const { file = nameOfSource(source) ?? "", ...readOptions } = options;
  const evidence = await readers[reader](source, file, readOptions);
  if (file !== "") nameRecords(evidence, file);
  return evidence;
}

/** Whether nothing at all was understood. */
export function isEmpty({ format, records }: Evidence): boolean {
  switch (format) {
    case "perfmon":
      return records.counters.length === 0 && records.times.length === 0;
    case "debugger":
      return !records.commands.some(({ isUnderstood }) => isUnderstood);
    case "poolTrace":
      return records.time.length === 0;
    case "poolSummary":
      return records.rows.length === 0;
    default:
      return records.length === 0;
  }
}

/** Records keep the name of their file, so that a number can show where it is from. */
function nameRecords({ format, records }: Evidence, file: string): void {
  if (format === "poolmon") for (const snapshot of records) snapshot.log ??= file;
  else if ("log" in records) records.log ??= file;
}
