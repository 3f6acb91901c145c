import type { Irp } from "../../formats/windbg/irp/Irp.ts";
import { routineCalls } from "./skippedRoutines.ts";

/** A request to look at: its stack locations with their Control bits. */
export interface IrpStack {
  kind: "irpStack";
  address?: string;
  current?: number;
  /** where the lines stand */
  log?: string;
  locations: IrpStackLocation[];
}

export interface IrpStackLocation {
  number: number;
  isCurrent: boolean;
  /** none for a location that is not in use yet */
  driver?: string;
  /** `IRP_MJ_WRITE`, or the number where it has no name */
  major?: string;
  control: number;
  /** the completion routine that stands here, and who set it */
  routine?: string;
  setBy?: string;
  line: number;
}

/** Shows a request as a picture: who holds it, and which completion routines it will meet on its way back. */
export function irpStack(irp: Irp, log?: string): IrpStack {
  const calls = new Map(routineCalls(irp).map((call) => [call.number, call]));
  return {
    kind: "irpStack",
    ...(irp.address !== undefined && { address: irp.address }),
    ...(irp.current !== undefined && { current: irp.current }),
    ...(log !== undefined && { log }),
    locations: irp.locations.map(({ number, isCurrent, driver, major, majorName, control, line }) => {
      const { routine, setBy } = calls.get(number) ?? {};
      return {
        ...{ number, isCurrent, control, line },
        ...(driver !== undefined && { driver, major: majorName ?? `major ${major.toString(16)}` }),
        ...(routine !== undefined && { routine }),
        ...(setBy !== undefined && { setBy }),
      };
    }),
  };
}
