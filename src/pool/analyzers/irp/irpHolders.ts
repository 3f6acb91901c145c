import type { Irp, IrpFindRow, IrpLocation } from "../../formats/windbg/irp/Irp.ts";

/** Requests that the same driver holds with the same function. */
export interface IrpHolder {
  /** `\Driver\Disk`; undefined where the row names none */
  driver: string | undefined;
  major: number | undefined;
  count: number;
  /** of all requests given */
  share: number;
  line: number;
}

/** Who holds requests now, by driver and major function, the most first: where they pile up. Completed ones are held by nobody. */
export function irpHolders(rows: readonly IrpFindRow[], irps: readonly Irp[] = []): IrpHolder[] {
  const held = [
    ...rows
      .filter(({ completed }) => completed === undefined)
      .map(({ driver, major, line }) => ({ driver, major, line })),
    ...irps.flatMap((irp) => {
      const holder = holderOf(irp);
      return holder ? [{ driver: holder.driver, major: holder.major, line: holder.line }] : [];
    }),
  ];
  const groups = new Map<string, IrpHolder>();
  for (const { driver, major, line } of held) {
    const key = `${driver ?? ""} ${major ?? ""}`;
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, { driver, major, count: 1, share: 0, line });
  }
  return [...groups.values()]
    .map((group) => ({ ...group, share: group.count / held.length }))
    .sort((a, b) => b.count - a.count);
}

/** The location of the driver that holds a request now; undefined for one that nobody holds. */
export function holderOf({ locations }: Irp): IrpLocation | undefined {
  return locations.find(({ isCurrent, driver }) => isCurrent && driver !== undefined);
}

/** When a completion routine is called. */
export type Outcome = "success" | "error" | "cancel";
const BITS: Record<Outcome, number> = { cancel: 0x20, success: 0x40, error: 0x80 };

/** A routine that some outcome passes by: what it should free is then never freed. */
export interface SkippedRoutine {
  /** the routine as printed, or its address */
  routine: string;
  /** who set it: the driver of the next higher location; undefined for the one who made the request */
  setBy: string | undefined;
  skipped: Outcome[];
  line: number;
}

/**
 * Completion routines that are not called for every outcome: where one frees what belongs to the request, an error or a cancel leaks it.
 * The words say what will be, not what was; and a routine stands in the location below that of the driver that set it.
 */
export function skippedRoutines({ locations }: Irp): SkippedRoutine[] {
  return locations.flatMap((location): SkippedRoutine[] => {
    const { completionRoutine, completionSymbol, control, number, line } = location;
    if (/^0*$/.test(completionRoutine)) return [];
    const skipped = (Object.keys(BITS) as Outcome[]).filter((outcome) => (control & BITS[outcome]) === 0);
    if (skipped.length === 0) return [];
    const above = locations.find((other) => other.number === number + 1);
    return [{ routine: completionSymbol ?? completionRoutine, setBy: above?.driver, skipped, line }];
  });
}
