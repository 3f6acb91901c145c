import type { Irp } from "../../formats/windbg/irp/Irp.ts";

/** How a request ends: it succeeds, it fails, or it is cancelled and ends with the failure STATUS_CANCELLED. */
export type Outcome = "success" | "error" | "cancel";

export const OUTCOMES: readonly Outcome[] = ["success", "error", "cancel"];

/** The bits of Control of which one must be set: a cancelled request also fails, so the bit for errors covers it. */
const BITS: Record<Outcome, number> = { success: 0x40, error: 0x80, cancel: 0x20 | 0x80 };

/**
 * Whether a location's completion routine is called when the request ends so.
 *
 * https://learn.microsoft.com/en-us/windows-hardware/drivers/ddi/wdm/nf-wdm-iosetcompletionroutine
 */
export function isRoutineCalled(control: number, outcome: Outcome): boolean {
  return (control & BITS[outcome]) !== 0;
}

/** A completion routine that stands in a request, and for which outcomes it is called. */
export interface RoutineCalls {
  /** the location in which it stands */
  number: number;
  /** the routine as printed, or its address */
  routine: string;
  /** who set it: the driver of the next higher location; undefined for the one who made the request */
  setBy: string | undefined;
  control: number;
  called: Outcome[];
  skipped: Outcome[];
  line: number;
}

/**
 * The completion routines of a request, in the order in which they are reached. The bits say what will be, not what was; and a
 * routine stands in the location below that of the driver that set it.
 */
export function routineCalls({ locations }: Irp): RoutineCalls[] {
  return locations.flatMap((location): RoutineCalls[] => {
    const { completionRoutine, completionSymbol, control, number, line } = location;
    if (/^0*$/.test(completionRoutine)) return [];
    const above = locations.find((other) => other.number === number + 1);
    return [
      {
        ...{ number, routine: completionSymbol ?? completionRoutine, setBy: above?.driver, control },
        called: OUTCOMES.filter((outcome) => isRoutineCalled(control, outcome)),
        skipped: OUTCOMES.filter((outcome) => !isRoutineCalled(control, outcome)),
        line,
      },
    ];
  });
}

/** A routine that some outcome passes by: what it should free is then never freed. */
export type SkippedRoutine = Pick<RoutineCalls, "routine" | "setBy" | "skipped" | "line">;

/** Completion routines that are not called for every outcome: where one frees what belongs to the request, an error or a cancel leaks it. */
export function skippedRoutines(irp: Irp): SkippedRoutine[] {
  return routineCalls(irp)
    .filter(({ skipped }) => skipped.length > 0)
    .map(({ routine, setBy, skipped, line }) => ({ routine, setBy, skipped, line }));
}
