import type { ProblemList } from "../../text/ProblemList.ts";
import { isNullAddress, parseAddress, type Address } from "../Address.ts";
import type { CommandReader, DebuggerCommand } from "../DebuggerCommand.ts";
import type { IrpFindRow } from "./Irp.ts";

const LONGEST_LINE = 600;

/** `fffffa801922d430 [fffffa801a9f9b50] irpStack: ( e,2d)  fffffa80198ae9a0 [ \Driver\AFD] 0xfffffa801aa034a0` */
const RE_ROW =
  /^\s{0,8}([0-9a-f`]{8,17}):? \[([0-9a-f`]{8,17})\] irpStack: \(\s{0,2}([0-9a-f]{1,2}),\s{0,2}([0-9a-f]{1,2})\)\s{1,8}([0-9a-f`]{8,17}) \[\s?([^\]]{0,200})(?:\](?:\s{1,8}0x([0-9a-f`]{1,17}))?|$)/i;
/** `fffffa801922d430 [0000000000000000] Irp is complete (CurrentLocation 3 > StackCount 2) 0x0000000000000000` */
const RE_COMPLETE =
  /^\s{0,8}([0-9a-f`]{8,17}):? \[([0-9a-f`]{8,17})\] Irp is complete \(CurrentLocation (\d{1,3}) > StackCount (\d{1,3})\)/i;
/** `8097c008 Thread 8094d900 current stack belongs to  \Driver\symc810`: debuggers of Windows 2000 and XP. */
const RE_OLD = /^\s{0,8}([0-9a-f`]{8,17}) Thread ([0-9a-f`]{8,17}) current stack belongs to\s{1,8}(\\\S.{0,200}?)\s*$/i;
/** A row of the list, whatever follows. */
const RE_ANY_ROW = /^\s{0,8}([0-9a-f`]{8,17}):? (?:\[[0-9a-f`]{8,17}\]|Thread [0-9a-f`]{8,17}) /i;
const RE_HEADER = /^\s{0,8}Irp\s{1,20}\[\s?Thread\s{0,8}\]\s{1,20}irpStack:/i;
const RE_SEARCH = /^\s{0,8}(?:Searching|Scanning) .{1,80}\btag\b.{0,20}Irp/i;

/** Reads `!irpfind`: the requests that the pool holds, each with the driver that has it now. */
export class IrpFindReader implements CommandReader {
  private readonly rows: IrpFindRow[];
  private readonly problems: ProblemList;

  constructor(rows: IrpFindRow[], problems: ProblemList) {
    this.rows = rows;
    this.problems = problems;
  }

  take(command: DebuggerCommand): boolean {
    let isUnderstood = false;
    for (const { text, line } of command.output) {
      if (text.length > LONGEST_LINE) continue;
      if (this.takeRow(text, line) || RE_HEADER.test(text) || RE_SEARCH.test(text)) isUnderstood = true;
    }
    return isUnderstood;
  }

  finish(): void {
    // Each row stands for itself.
  }

  private takeRow(text: string, line: number): boolean {
    if (!RE_ANY_ROW.test(text)) return false;
    const row = parseRow(text, line);
    if (row) this.rows.push(row);
    else if (/irpStack|Irp is|current stack/i.test(text)) {
      this.problems.add("irpfind row", line, "lost", "This row of !irpfind is not whole: it names no driver or place.");
    } else return false;
    return true;
  }
}

function parseRow(text: string, line: number): IrpFindRow | undefined {
  const match = RE_ROW.exec(text);
  if (match) {
    const [, irp, thread, major, minor, device, driver, process] = match;
    const address = parseAddress(irp!);
    if (address === undefined) return undefined;
    const row: IrpFindRow = {
      address,
      thread: pointer(thread),
      major: Number.parseInt(major!, 16),
      minor: Number.parseInt(minor!, 16),
      // Where the device could not be read, a sentence stands in the driver's place.
      driver: driver!.startsWith("\\") ? driver!.trim() : undefined,
      device: pointer(device),
      line,
    };
    const mdlProcess = pointer(process);
    if (mdlProcess !== undefined) row.mdlProcess = mdlProcess;
    return row;
  }
  const complete = RE_COMPLETE.exec(text);
  const old = complete ? null : RE_OLD.exec(text);
  const found = complete ?? old;
  const address = found ? parseAddress(found[1]!) : undefined;
  if (!found || address === undefined) return undefined;
  return {
    address,
    thread: pointer(found[2]),
    major: undefined,
    minor: undefined,
    driver: old?.[3],
    device: undefined,
    line,
    ...(complete && { completed: { location: Number(complete[3]), stackCount: Number(complete[4]) } }),
  };
}

function pointer(digits: string | undefined): Address | undefined {
  const address = digits === undefined ? undefined : parseAddress(digits);
  return address === undefined || isNullAddress(address) ? undefined : address;
}
