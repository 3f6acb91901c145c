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
