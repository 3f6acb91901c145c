import { SHARED_MEMORY_COLUMNS, type SharedMemoryColumn } from "./columns.ts";
import type { SharedMemoryCall } from "./SharedMemoryTrace.ts";
import { quoteCell } from "./splitCells.ts";
import { formatTraceTime } from "./traceTime.ts";

/** How `printSharedMemory` writes. */
export interface SharedMemoryLayout {
  /** between the cells; a comma by default */
  separator?: "," | "\t";
}

/** Prints a trace of calls, a line each below a line of headings; `readSharedMemory` reads it back to the same records. */
export function printSharedMemory(
  calls: readonly SharedMemoryCall[],
  { separator = "," }: SharedMemoryLayout = {},
): string {
  const rows = calls.map((call) => {
    const cells: Record<SharedMemoryColumn, string> = {
      Time: Number.isNaN(call.time) ? "" : formatTraceTime(call.time),
      Process: call.process,
      PID: numberText(call.processId),
      Session: String(call.session),
      User: call.user,
      Bitness: call.bitness ?? "",
      Call: call.call,
      Name: call.name,
      Access: call.access,
      Result: Number.isNaN(call.result) ? "" : `0x${call.result.toString(16)}`,
      LastError: String(call.lastError),
    };
    return SHARED_MEMORY_COLUMNS.map((column) => quoteCell(cells[column], separator)).join(separator);
  });
  return [SHARED_MEMORY_COLUMNS.join(separator), ...rows].map((row) => `${row}\r\n`).join("");
}

function numberText(value: number): string {
  return Number.isNaN(value) ? "" : String(value);
}
