import type { Evidence } from "./Evidence.ts";
import { readPerfmon } from "./perfmon/readPerfmon.ts";
import { readPoolmon } from "./poolmon/readPoolmon.ts";
import type { LogSource, ReadOptions } from "./ReadResult.ts";
import { readFindstr } from "./tags/readFindstr.ts";
import { readPooltag } from "./tags/readPooltag.ts";
import type { ReaderName } from "./text/FileKind.ts";
import { readDebuggerSession } from "./windbg/readDebuggerSession.ts";

type ReadAsEvidence = (source: LogSource, options: ReadOptions) => Promise<Evidence>;

/** Each reader, and what its records are evidence of. */
const readers: Partial<Record<ReaderName, ReadAsEvidence>> = {
  readPerfmon: async (...given) => ({ format: "perfmon", file: "", ...(await readPerfmon(...given)) }),
  readPoolmon: async (...given) => ({ format: "poolmon", file: "", ...(await readPoolmon(...given)) }),
  readDebuggerSession: async (...given) => ({ format: "debugger", file: "", ...(await readDebuggerSession(...given)) }),
  readPooltag: async (...given) => ({ format: "pooltag", file: "", ...(await readPooltag(...given)) }),
  readFindstr: async (...given) => ({ format: "findstr", file: "", ...(await readFindstr(...given)) }),
};

/** Reads a source with one reader, as evidence; undefined where that reader is not there. Never throws for bad input. */
export async function readEvidence(
  source: LogSource,
  reader: ReaderName,
  options: ReadOptions & { file?: string } = {},
): Promise<Evidence | undefined> {
  const { file = nameOf(source), ...readOptions } = options;
  const evidence = await readers[reader]?.(source, readOptions);
  if (!evidence) return undefined;
  evidence.file = file;
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

function nameOf(source: LogSource): string {
  return typeof source === "object" && "name" in source && typeof source.name === "string" ? source.name : "";
}
