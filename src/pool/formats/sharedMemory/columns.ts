/** The columns of the trace, in the order of printing; a trace may have them in any. */
export const SHARED_MEMORY_COLUMNS = [
  "Time",
  "Process",
  "PID",
  "Session",
  "User",
  "Bitness",
  "Call",
  "Name",
  "Access",
  "Result",
  "LastError",
] as const;

export type SharedMemoryColumn = (typeof SHARED_MEMORY_COLUMNS)[number];

/** Without these a row says nothing about who finds what. */
export const NEEDED_COLUMNS: readonly SharedMemoryColumn[] = ["Process", "Session", "Call", "Name", "LastError"];

/** What a header may call them, in lower case and without blanks. */
const OTHER_NAMES: Record<string, SharedMemoryColumn> = {
  timestamp: "Time",
  image: "Process",
  processname: "Process",
  processid: "PID",
  sessionid: "Session",
  username: "User",
  account: "User",
  architecture: "Bitness",
  api: "Call",
  function: "Call",
  objectname: "Name",
  protection: "Access",
  handle: "Result",
  returnvalue: "Result",
  error: "LastError",
  getlasterror: "LastError",
};

/** The column that a header's cell names; undefined for one that is not of this trace. */
export function columnOf(cell: string): SharedMemoryColumn | undefined {
  const name = cell.toLowerCase().replace(/[\s_-]/g, "");
  return SHARED_MEMORY_COLUMNS.find((column) => column.toLowerCase() === name) ?? OTHER_NAMES[name];
}
