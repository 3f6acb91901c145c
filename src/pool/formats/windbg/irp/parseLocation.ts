import { parseAddress, type Address } from "../Address.ts";
import type { IrpLocation } from "./Irp.ts";

/** `>[  4,34]`: major and minor code, with the rest of the location behind them. */
const RE_CODES = /^\s{0,80}(>?)\s{0,8}\[\s{0,4}([0-9a-f]{1,2}),\s{0,4}([0-9a-f]{1,2})\](.{0,300})$/i;
/** `>[IRP_MJ_POWER(16), IRP_MN_SET_POWER(2)]`: newer debuggers name the codes, and write the rest on the next line. */
const RE_NAMES =
  /^\s{0,80}(>?)\s{0,8}\[([\w/]{1,60})\(([0-9a-f]{1,2})\), ?([\w/]{1,60})\(([0-9a-f]{1,2})\)\](.{0,300})$/i;
/** `1c e0 fffffa8092110060 00000000 fffff88001a301b0-00000000 Success Error Cancel` */
const RE_POINTERS =
  /^\s{0,80}([0-9a-f]{1,2})\s{1,8}([0-9a-f]{1,2})\s{1,8}([0-9a-fx`]{8,19})\s{1,8}([0-9a-fx`]{8,19})\s{1,8}([0-9a-fx`]{8,19})-([0-9a-fx`]{8,19})(?:\s(.{0,80}))?$/i;
/** `\Driver\Disk  partmgr!PmReadWriteCompletion`: the driver, and the completion routine where one is set. */
const RE_DRIVER = /^\s{0,80}(\\[^\s\\]{1,60}\\\S{1,120})(?:\s{1,40}(\S.{0,300}?))?\s*$/;
/** `Args: 00001000 00000000 14625000 00000000`; one sample has a stray `0x`. */
const RE_ARGUMENTS =
  /^\s{0,80}Args:\s{1,8}([0-9a-fx`]{1,19})\s{1,8}([0-9a-fx`]{1,19})\s{1,8}([0-9a-fx`]{1,19})\s{1,8}([0-9a-fx`]{1,19})\s*$/i;

/** The beginning of a location. */
export interface LocationHead {
  codes: Pick<IrpLocation, "isCurrent" | "major" | "minor" | "majorName" | "minorName">;
  /** what follows the codes on the line; blank where the pointers stand on the next */
  rest: string;
}

/** Reads the line that begins a location; undefined for any other line. */
export function parseLocationHead(text: string): LocationHead | undefined {
  const names = RE_NAMES.exec(text);
  if (names) {
    const [, mark, majorName, major, minorName, minor, rest] = names;
    return {
      codes: {
        isCurrent: mark === ">",
        major: Number.parseInt(major!, 16),
        minor: Number.parseInt(minor!, 16),
        majorName: nameOf(majorName!),
        minorName: nameOf(minorName!),
      },
      rest: rest!,
    };
  }
  const codes = RE_CODES.exec(text);
  if (!codes) return undefined;
  const [, mark, major, minor, rest] = codes;
  return {
    codes: {
      isCurrent: mark === ">",
      major: Number.parseInt(major!, 16),
      minor: Number.parseInt(minor!, 16),
      majorName: undefined,
      minorName: undefined,
    },
    rest: rest!,
  };
}

/** What follows the codes. */
export type LocationPointers = Pick<
  IrpLocation,
  "flags" | "control" | "device" | "file" | "completionRoutine" | "context" | "words"
>;

/** Reads flags, control byte, pointers and words; undefined for any other text. */
export function parseLocationPointers(text: string): LocationPointers | undefined {
  const match = RE_POINTERS.exec(text);
  if (!match) return undefined;
  const [device, file, completionRoutine, context] = match.slice(3, 7).map((digits) => parseAddress(digits));
  if (device === undefined || file === undefined || completionRoutine === undefined || context === undefined) {
    return undefined;
  }
  return {
    flags: Number.parseInt(match[1]!, 16),
    control: Number.parseInt(match[2]!, 16),
    device,
    file,
    completionRoutine,
    context,
    words: (match[7] ?? "").split(/\s+/).filter((word) => word !== ""),
  };
}

/** Reads the line of driver and completion routine; undefined for any other line. */
export function parseLocationDriver(text: string): Pick<IrpLocation, "driver" | "completionSymbol"> | undefined {
  const match = RE_DRIVER.exec(text);
  return match ? { driver: match[1], completionSymbol: match[2] } : undefined;
}

/** Reads the four arguments; undefined for any other line. */
export function parseLocationArguments(text: string): Address[] | undefined {
  const match = RE_ARGUMENTS.exec(text);
  if (!match) return undefined;
  const addresses = match.slice(1).map((digits) => parseAddress(digits));
  return addresses.every((address) => address !== undefined) ? addresses : undefined;
}

/** `N/A` stands where the debugger knows no name. */
function nameOf(text: string): string | undefined {
  return text === "N/A" ? undefined : text;
}
