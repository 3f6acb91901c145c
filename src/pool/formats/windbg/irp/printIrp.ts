import type { Address } from "../Address.ts";
import { CONTROL_BITS } from "./control.ts";
import type { Irp, IrpFindRow, IrpLocation } from "./Irp.ts";

/** How `printIrp` writes. */
export interface IrpLayout {
  /** `names` (default) is what debuggers print since Windows 10, with the codes in words on a line of their own; `codes` before */
  layout?: "names" | "codes";
}

const HEADER = "     cmd  flg cl Device   File     Completion-Context";

/**
 * Prints a request as `!irp` does, lines ended by LF. `readIrps` reads it back to the same records; the address of the request
 * stands in the command only.
 *
 * Layout: https://learn.microsoft.com/en-us/windows-hardware/drivers/debuggercmds/-irp
 */
export function printIrp(irp: Irp, { layout = "names" }: IrpLayout = {}): string {
  const { isActive, stackCount = irp.locations.length, current, currentAddress, mdl, systemBuffer, thread } = irp;
  const place = currentAddress === undefined ? "" : ` (= 0x${currentAddress})`;
  const lines = [
    isActive && current !== undefined
      ? `Irp is active with ${String(stackCount)} stacks ${String(current)} is current${place}`
      : `Irp is complete (CurrentLocation ${String(stackCount + 1)} > StackCount ${String(stackCount)})`,
    ` ${mdl === undefined ? "No Mdl:" : `Mdl=${mdl}:`}` +
      ` ${systemBuffer === undefined ? "No System Buffer:" : `System buffer=${systemBuffer}:`}` +
      ` Thread ${thread ?? "00000000"}:  Irp stack trace.  `,
    HEADER,
    ...irp.locations.flatMap((location) => printLocation(location, layout)),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function printLocation(location: IrpLocation, layout: "names" | "codes"): string[] {
  const { major, minor, majorName, minorName, flags, control } = location;
  const mark = location.isCurrent ? ">" : " ";
  // The words stand in four places, each followed by a blank but the last, whether they are there or not.
  const words = CONTROL_BITS.map(({ bit, word }) => ((control & bit) !== 0 ? word : "")).join(" ");
  const rest =
    `${hex(flags, 2)} ${hex(control, 2)} ${location.device} ${location.file} ` +
    `${location.completionRoutine}-${location.context} ${words}`;
  const head =
    layout === "codes"
      ? [`${mark}[${hex(major, 3)},${hex(minor, 2)}]  ${rest}`]
      : [`${mark}[${majorName ?? "N/A"}(${hex(major)}), ${minorName ?? "N/A"}(${hex(minor)})]`, `           ${rest}`];
  const symbol = location.completionSymbol === undefined ? "" : `\t${location.completionSymbol}`;
  return [
    ...head,
    location.driver === undefined ? "" : `\t       ${location.driver}${symbol}`,
    `\t\t\tArgs: ${location.arguments.join(" ")}`,
  ];
}

/** How `printIrpFind` writes. */
export interface IrpFindLayout {
  /** where the search went, as printed above the rows: the big allocations, and the nonpaged pool */
  large?: [from: Address, to: Address];
  pool?: [from: Address, to: Address];
}

/** Prints the rows of `!irpfind`, lines ended by LF, as debuggers do since Windows 7. */
export function printIrpFind(rows: readonly IrpFindRow[], { large, pool }: IrpFindLayout = {}): string {
  const digits = rows[0]?.address.length ?? 16;
  const lines = [
    "",
    ...(large ? [`Scanning large pool allocation table for Tag 'Irp?' (${large[0]} : ${large[1]})`, ""] : []),
    ...(pool ? [`Searching NonPaged pool (${pool[0]} : ${pool[1]}) for Tag 'Irp?'`, ""] : []),
    digits === 16
      ? "  Irp            [ Thread ]         irpStack: (Mj,Mn)   DevObj          [Driver]         MDL Process"
      : "   Irp    [ Thread ] irpStack: (Mj,Mn)   DevObj  [Driver]         MDL Process",
    ...rows.map((row) => printRow(row, digits)),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function printRow(
  { address, thread, major, minor, driver, device, mdlProcess, completed }: IrpFindRow,
  digits: number,
) {
  const head = `${address} [${thread ?? "0".repeat(digits)}]`;
  if (completed) {
    const { location, stackCount } = completed;
    return `${head} Irp is complete (CurrentLocation ${String(location)} > StackCount ${String(stackCount)})`;
  }
  const codes = `(${hex(major ?? 0, 2)},${hex(minor ?? 0, 2)})`;
  const process = mdlProcess === undefined ? "" : ` 0x${mdlProcess}`;
  // Where the device cannot be read, its error ends with a line end of its own.
  const holder =
    driver === undefined
      ? `${device ?? "00000000"}: Could not read device object or _DEVICE_OBJECT not found\n`
      : ` ${driver}`;
  return `${head} irpStack: ${codes}  ${device ?? "00000000"} [${holder}]${process}`;
}

function hex(value: number, width = 0): string {
  return value.toString(16).padStart(width);
}
