import type { ObjectEntry } from "./ObjectEntry.ts";

/** A hit of `handle NAME`: `MyApp.exe          pid: 4242   type: Section        1A4: \Sessions\1\BaseNamedObjects\MyAppCounters` */
const RE_HIT =
  /^(\S.{0,120}?)\s{1,40}pid: (\d{1,10})\s{1,20}type: (\S{1,40}(?: Port)?)\s{1,40}(?:(\S.{0,100}?)\s{1,40})?([0-9A-F]{1,8}): (.{1,500})$/i;
/** The head of a process in `handle -a`: `MyApp.exe pid: 4242 CONTOSO\anna` */
const RE_PROCESS = /^(\S.{0,120}?) pid: (\d{1,10})(?: (\S.{0,200}))?$/i;
/** A row below it: `  1A4: Section       \Sessions\1\BaseNamedObjects\MyAppCounters`; files have `(RW-)` in between. */
const RE_ROW = /^\s{1,8}([0-9A-F]{1,8}): (\S{1,40}(?: Port)?)(?:\s{1,40}\([R-][W-][D-]\))?(?:\s{1,40}(\S.{0,500}))?$/i;

/** The process whose handles are being listed. */
export interface HandleProcess {
  name: string;
  id: number;
}

/** What a line of Sysinternals' handle.exe holds. */
export type HandleLine =
  { kind: "process"; process: HandleProcess } | { kind: "entry"; entry: ObjectEntry } | { kind: "unnamed" };

/**
 * Reads a line of handle.exe; undefined for any other line. `process` is the one whose rows are being read.
 * https://learn.microsoft.com/en-us/sysinternals/downloads/handle
 */
export function parseHandleLine(
  text: string,
  line: number,
  process: HandleProcess | undefined,
): HandleLine | undefined {
  const hit = RE_HIT.exec(text);
  if (hit) {
    const [, name, id, type, , handle, path] = hit;
    return { kind: "entry", entry: entryOf(path!, type!, { name: name!, id: Number(id) }, handle!, line) };
  }
  const head = RE_PROCESS.exec(text);
  if (head) return { kind: "process", process: { name: head[1]!, id: Number(head[2]) } };
  const row = process && RE_ROW.exec(text);
  if (!row) return undefined;
  const [, handle, type, path] = row;
  if (path === undefined) return { kind: "unnamed" };
  return { kind: "entry", entry: entryOf(path, type!, process, handle!, line) };
}

function entryOf(path: string, type: string, process: HandleProcess, handle: string, line: number): ObjectEntry {
  const whole = path.trimEnd();
  const at = whole.lastIndexOf("\\");
  return {
    directory: at > 0 ? whole.slice(0, at) : at === 0 ? "\\" : "",
    name: whole.slice(at + 1),
    type,
    address: undefined,
    process: process.name,
    processId: process.id,
    handle: Number.parseInt(handle, 16),
    line,
  };
}
