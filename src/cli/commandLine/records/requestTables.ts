import type { DebuggerSession } from "../../../pool/formats/windbg/DebuggerSession.ts";
import type { Irp } from "../../../pool/formats/windbg/irp/Irp.ts";
import { countText, hexCell } from "./cells.ts";
import { ifAny, number, tableOf, text, type RecordTable } from "./RecordTable.ts";

/** What the debugger said of requests and of named objects: !irp, !irpfind, !object, handle. */
export function requestTables({ irps, irpFinds, objects }: DebuggerSession): RecordTable[] {
  return [
    ...irps.map(irpTable),
    ...ifAny(
      tableOf(
        `${countText(irpFinds.length, "row")} of !irpfind`,
        [text("Request"), text("Thread"), text("Function"), text("Driver"), text("Device"), number("Line")],
        irpFinds,
        ({ address, thread, major, minor, driver, device, line }) => [
          address,
          thread ?? "",
          functionText(major, minor),
          driver ?? "",
          device ?? "",
          String(line),
        ],
      ),
    ),
    ...ifAny(
      tableOf(
        countText(objects.length, "named object"),
        [text("Type"), text("Address"), text("Process"), text("Handle"), number("Line"), text("Name")],
        objects,
        ({ type, address, process, processId, handle, line, directory, name }) => [
          type,
          address ?? "",
          process === undefined ? "" : `${process}${processId === undefined ? "" : ` (${processId})`}`,
          hexCell(handle),
          String(line),
          directory === "" ? name : `${directory}\\${name}`,
        ],
      ),
    ),
  ];
}

function irpTable({ address, isActive, current, locations, line }: Irp): RecordTable {
  const at = current === undefined ? "" : `, location ${current} is current`;
  return tableOf(
    `!irp ${address ?? ""} of line ${line}: ${isActive ? "active" : "not active"}${at}`,
    [
      number("No."),
      text("Function"),
      text("Driver"),
      text("Device"),
      text("Words"),
      number("Line"),
      text("Completion"),
    ],
    locations,
    (location) => [
      `${location.isCurrent ? ">" : ""}${location.number}`,
      location.majorName ?? functionText(location.major, location.minor),
      location.driver ?? "",
      location.device,
      location.words.join(" "),
      String(location.line),
      location.completionSymbol ?? location.completionRoutine,
    ],
  );
}

function functionText(major: number | undefined, minor: number | undefined): string {
  return major === undefined ? "" : `${major.toString(16)}, ${(minor ?? 0).toString(16)}`;
}
