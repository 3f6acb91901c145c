import type { Address } from "../Address.ts";

/** One IO_STACK_LOCATION: a driver's part of a request. */
export interface IrpLocation {
  /** 1 for the lowest driver, which is printed first */
  number: number;
  /** the driver here holds the request now */
  isCurrent: boolean;
  major: number;
  minor: number;
  /** as printed in words, where it is: `IRP_MJ_POWER` */
  majorName: string | undefined;
  minorName: string | undefined;
  /** the column flg: its meaning depends on the major function */
  flags: number;
  /** the column cl: 0x01 pending, 0x20 on cancel, 0x40 on success, 0x80 on error */
  control: number;
  device: Address;
  file: Address;
  /** set by the driver of the next higher location */
  completionRoutine: Address;
  context: Address;
  /** the words as printed: `Success`, `Error`, `Cancel`, `pending` */
  words: string[];
  /** `\Driver\Disk`; undefined for an unused location */
  driver: string | undefined;
  completionSymbol: string | undefined;
  arguments: Address[];
  line: number;
}

/** One `!irp`. */
export interface Irp {
  address: Address | undefined;
  isActive: boolean;
  stackCount: number | undefined;
  /** counted from 1; undefined where none is */
  current: number | undefined;
  currentAddress: Address | undefined;
  mdl: Address | undefined;
  systemBuffer: Address | undefined;
  thread: Address | undefined;
  locations: IrpLocation[];
  line: number;
}

/** One row of `!irpfind`. */
export interface IrpFindRow {
  address: Address;
  thread: Address | undefined;
  /** the current location's */
  major: number | undefined;
  minor: number | undefined;
  driver: string | undefined;
  device: Address | undefined;
  line: number;
  /** the process whose memory the request's MDL describes, where printed */
  mdlProcess?: Address;
  /** a request that every driver has completed, which nobody holds: its location lies beyond the last */
  completed?: { location: number; stackCount: number };
}
