/** One option of Driver Verifier. */
export interface VerifierFlag {
  bit: number;
  /** as `!verifier` and the newer verifier.exe name it */
  name: string;
  /** as verifier.exe up to Windows 7 names it in its settings; undefined for an option that it does not list */
  oldName?: string;
  group: "standard" | "additional";
}

/** The bit without which Verifier counts no allocations. */
export const POOL_TRACKING = 0x8;

/**
 * The options in the order in which the tools list them.
 * https://learn.microsoft.com/en-us/windows-hardware/drivers/devtest/verifier-command-line
 */
export const VERIFIER_FLAGS: readonly VerifierFlag[] = [
  { bit: 0x1, name: "Special pool", oldName: "Special pool", group: "standard" },
  { bit: 0x2, name: "Force IRQL checking", oldName: "Force IRQL checking", group: "standard" },
  { bit: 0x8, name: "Pool tracking", oldName: "Pool tracking", group: "standard" },
  { bit: 0x10, name: "I/O verification", oldName: "I/O verification", group: "standard" },
  { bit: 0x20, name: "Deadlock detection", oldName: "Deadlock detection", group: "standard" },
  { bit: 0x80, name: "DMA checking", oldName: "DMA checking", group: "standard" },
  { bit: 0x100, name: "Security checks", oldName: "Security checks", group: "standard" },
  { bit: 0x800, name: "Miscellaneous checks", oldName: "Miscellaneous checks", group: "standard" },
  { bit: 0x20000, name: "DDI compliance checking", group: "standard" },
  { bit: 0x4, name: "Randomized low resources simulation", oldName: "Low resources simulation", group: "additional" },
  { bit: 0x200, name: "Force pending I/O requests", oldName: "Force pending I/O requests", group: "additional" },
  { bit: 0x400, name: "IRP logging", oldName: "IRP Logging", group: "additional" },
  { bit: 0x2000, name: "Invariant MDL checking for stack", group: "additional" },
  { bit: 0x4000, name: "Invariant MDL checking for driver", group: "additional" },
  { bit: 0x8000, name: "Power framework delay fuzzing", group: "additional" },
  { bit: 0x10000, name: "Port/miniport interface checking", group: "additional" },
  { bit: 0x40000, name: "Systematic low resources simulation", group: "additional" },
  { bit: 0x80000, name: "DDI compliance checking (additional)", group: "additional" },
  { bit: 0x200000, name: "NDIS/WIFI verification", group: "additional" },
  { bit: 0x800000, name: "Kernel synchronization delay fuzzing", group: "additional" },
  { bit: 0x1000000, name: "VM switch verification", group: "additional" },
  { bit: 0x2000000, name: "Code integrity checks", group: "additional" },
];

/** Options that tools up to Windows 7 do not list. */
export const SINCE_WINDOWS_8 = 0x20000 | 0x2000 | 0x4000 | 0x8000 | 0x40000 | 0x80000 | 0x200000 | 0x800000 | 0x1000000;

/** Options that only Windows 10 and later list. */
export const SINCE_WINDOWS_10 = 0x10000 | 0x2000000;

/** The order of the settings text up to Windows 7. */
export const OLD_SETTINGS_ORDER: readonly number[] = [0x1, 0x8, 0x2, 0x10, 0x20, 0x80, 0x100, 0x200, 0x4, 0x400, 0x800];

const bitsByName = new Map(
  VERIFIER_FLAGS.flatMap(({ bit, name, oldName }) =>
    [name, ...(oldName === undefined ? [] : [oldName])].map((known) => [known.toLowerCase(), bit] as const),
  ),
);

/** The bit of an option by its English name in either era; undefined for a name that is not known. */
export function verifierFlagBit(name: string): number | undefined {
  return bitsByName.get(name.trim().replace(/\.$/, "").toLowerCase());
}
