import type { SharedMemoryCall } from "../../../pool/formats/sharedMemory/SharedMemoryTrace.ts";
import type { TagFile } from "../../../pool/formats/tags/readFindstr.ts";
import type { PooltagEntry } from "../../../pool/formats/tags/readPooltag.ts";
import { countText, hexCell } from "./cells.ts";
import { number, tableOf, text, type RecordTable } from "./RecordTable.ts";

export function tagFileTables(files: readonly TagFile[]): RecordTable[] {
  const columns = [text("Tag"), text("File"), number("Line"), text("Words around it")];
  return [
    tableOf(countText(files.length, "file"), columns, files, ({ tag, file, line, words = [] }) => [
      tag,
      file,
      String(line),
      words.join(", "),
    ]),
  ];
}

export function pooltagTables(entries: readonly PooltagEntry[]): RecordTable[] {
  const columns = [text("Tag"), text("Component"), number("Line"), text("Holds")];
  return [
    tableOf(countText(entries.length, "tag"), columns, entries, ({ tag, binary, line, description }) => [
      tag,
      binary ?? "",
      String(line),
      description,
    ]),
  ];
}

export function sharedMemoryTables(calls: readonly SharedMemoryCall[]): RecordTable[] {
  const columns = [
    text("Time"),
    text("Process"),
    number("Id"),
    number("Session"),
    text("User"),
    text("Call"),
    text("Result"),
    number("Error"),
    number("Line"),
    text("Name"),
  ];
  return [
    tableOf(countText(calls.length, "call"), columns, calls, (call) => [
      new Date(call.time).toISOString().slice(11, 23),
      call.process,
      String(call.processId),
      String(call.session),
      call.user,
      call.call,
      hexCell(call.result),
      String(call.lastError),
      String(call.line),
      call.name,
    ]),
  ];
}
