/** IEC 80000-13 prefixes: 1 KiB is 1,024 B. Windows writes KB and MB for the same amounts. */
const PREFIXES = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"] as const;

/** How an amount of bytes is written: divided by `divisor`, followed by `name`. */
export interface BinaryUnit {
  divisor: number;
  /** `MiB`, or `MiB/h` for a rate */
  name: string;
}

/** Whether a unit counts bytes: `B`, `B/h`, `B/s`. */
export const isBytes = (unit: string): boolean => /^B(?:\/[hs])?$/.test(unit);

/** The largest binary unit in which an amount of this size is at least one. */
export function binaryUnit(size: number, unit: string): BinaryUnit {
  // What would be printed as 1,024.0 belongs to the next unit.
  const power = size >= 1 && Number.isFinite(size) ? Math.floor(Math.log2(size * 1.00005) / 10) : 0;
  const index = Math.min(Math.max(power, 0), PREFIXES.length - 1);
  return { divisor: 1024 ** index, name: `${PREFIXES[index]}${unit}` };
}
