import type { ProblemList } from "../text/ProblemList.ts";
import type { SharedMemoryColumn } from "./columns.ts";
import type { SharedMemoryCall } from "./SharedMemoryTrace.ts";
import { parseTraceTime } from "./traceTime.ts";

const BITNESS: Record<string, SharedMemoryCall["bitness"]> = {
  x64: "x64",
  amd64: "x64",
  "64": "x64",
  "64-bit": "x64",
  x86: "x86",
  wow64: "x86",
  "32": "x86",
  "32-bit": "x86",
};

/** Makes a call of a row's cells; undefined, with a problem, for a row that does not say who called what with which result. */
export function parseCall(
  cells: Partial<Record<SharedMemoryColumn, string>>,
  line: number,
  problems: ProblemList,
): SharedMemoryCall | undefined {
  const session = parseNumber(cells.Session);
  const lastError = parseNumber(cells.LastError);
  const { Process: process = "", Call: call = "", Name: name = "" } = cells;
  const missing = [
    process === "" ? "Process" : "",
    session === undefined ? "Session" : "",
    call === "" ? "Call" : "",
    name === "" ? "Name" : "",
    lastError === undefined ? "LastError" : "",
  ].filter((column) => column !== "");
  if (session === undefined || lastError === undefined || missing.length > 0) {
    const message = `This row has nothing that can be read under ${missing.join(", ")}, so it was left out.`;
    problems.add("row", line, "lost", message);
    return undefined;
  }
  const time = parseTraceTime(cells.Time ?? "");
  if (time === undefined) {
    problems.add(
      "time",
      line,
      "doubt",
      "This call has no time that can be read; it is kept in the order of the trace.",
    );
  }
  const result = parseNumber(cells.Result);
  if (result === 0 && lastError === 0) {
    const message = `${call} gave no handle and no error: one of both was not recorded. Take the trace again with the error read right behind the call.`;
    problems.add("no error", line, "doubt", message);
  }
  return {
    time: time ?? NaN,
    process,
    processId: parseNumber(cells.PID) ?? NaN,
    session,
    user: cells.User ?? "",
    bitness: BITNESS[(cells.Bitness ?? "").toLowerCase()],
    call,
    name,
    access: cells.Access ?? "",
    // Without the column a handle is not known; that the call worked is told by its error.
    result: result ?? NaN,
    lastError,
    line,
  };
}

/** A count in decimal, or with `0x` in hexadecimal; undefined for anything else. */
function parseNumber(text: string | undefined): number | undefined {
  if (text === undefined || !/^(?:\d{1,15}|0x[0-9a-f]{1,13})$/i.test(text)) return undefined;
  return Number(text);
}
