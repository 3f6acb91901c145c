import type { FileKind, ReaderName } from "../../pool/formats/text/FileKind.ts";
import { logKinds } from "../../pool/logKinds.ts";
import { siteAddress } from "./siteFiles.ts";

/** The lesson that reads a kind of log; none where its lesson is not written. */
const lessonsOfKinds: Partial<Record<ReaderName, { part: string; path: string }>> = {
  readPerfmon: { part: "Part 1", path: "/lessons/perfmon/" },
  readPoolmon: { part: "Part 2", path: "/lessons/poolmon/" },
  readFindstr: { part: "Part 2", path: "/lessons/poolmon/" },
  readPooltag: { part: "Part 2", path: "/lessons/poolmon/" },
  readSharedMemory: { part: "The note on counters and sessions", path: "/field-notes/performance-counter-ipc/" },
};

const isReader = (reader: string | undefined): reader is ReaderName => reader !== undefined && reader in logKinds;

/** Whether a file is of another kind than the log it stands in for; a kind that is not known may be right. */
export function isForeign(found: FileKind | undefined, reader: string | undefined): found is FileKind {
  return found !== undefined && (found.reader === undefined || (reader !== undefined && found.reader !== reader));
}

/** What a file is, what was expected in its place, and what to do about it: two sentences or three. */
export function foreignText(file: string, found: FileKind, name: string, reader: string | undefined): string {
  const expected = isReader(reader) ? ` Expected here: ${logKinds[reader].kind}.` : "";
  // A reader's name says nothing to the one who has the file in hand, and a command stands below with Copy.
  const advice = found.reader || found.command ? "" : ` ${found.advice}`;
  return `${file} is ${found.kind}, not a log like ${name}.${expected}${advice}`.trim();
}

/** The command that makes of it, or instead of it, what was expected. */
export function commandFor(found: FileKind | undefined, reader: string | undefined): string | undefined {
  if (found?.command && reader === "readPerfmon") return found.command;
  return isReader(reader) ? logKinds[reader].command : undefined;
}

/** A link to the lesson that reads logs of this kind. */
export function lessonLink({ reader }: FileKind): HTMLElement | undefined {
  const lesson = reader && lessonsOfKinds[reader];
  if (!lesson) return undefined;
  const { part, path } = lesson;
  const line = document.createElement("p");
  const link = document.createElement("a");
  link.href = siteAddress(path);
  link.textContent = `${part} reads such a log`;
  line.append(link, ".");
  return line;
}
