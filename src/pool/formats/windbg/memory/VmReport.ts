/** One line of `!vm`: a label with pages and kilobytes. */
export interface VmValue {
  /** as printed, blanks squeezed: `NonPagedPoolNx Usage`, `PagedPool 0 Usage` */
  label: string;
  /** pages of 4 KiB; NaN where the printed number cannot be one (an unsigned underflow); a printer takes a negative count for that */
  pages: number;
  /** the same in bytes */
  bytes: number;
  /** the warning lines below it, without their asterisks: they are about this line */
  warnings: string[];
  line: number;
}

export interface VmPageFile {
  /** `\??\C:\pagefile.sys`; empty for "No Name for Paging File" */
  path: string;
  currentBytes: number;
  freeBytes: number;
  minimumBytes: number;
  maximumBytes: number;
  line: number;
}

/**
 * What one `!vm` printed. The fields named here are undefined where their line is missing, NaN where it is invalid. Of the pools
 * the usage is what counts: nonpaged is `NonPagedPool Usage` and `NonPagedPoolNx Usage` together, as Windows 8 and later split it.
 */
export interface VmReport {
  /** the debugger's generation by its layout: `banner` up to Windows 7, `flush` since */
  layout: "banner" | "flush";
  values: VmValue[];
  pageFiles: VmPageFile[];
  /** warnings that stand above any value */
  warnings: string[];
  physicalBytes: number | undefined;
  availableBytes: number | undefined;
  /** both nonpaged pools together */
  nonpagedBytes: number | undefined;
  /** of that, the pool that is not executable */
  nonpagedNxBytes: number | undefined;
  /** as printed; undefined where it is the whole address space (16 TB), which bounds nothing */
  nonpagedMaximumBytes: number | undefined;
  pagedBytes: number | undefined;
  pagedMaximumBytes: number | undefined;
  committedBytes: number | undefined;
  commitLimitBytes: number | undefined;
  freeSystemPtes: number | undefined;
  specialPoolBytes: number | undefined;
  /** pool allocations that failed since boot, where a warning says so */
  failedAllocations: number | undefined;
  /** the line of the command, or of the first line understood */
  line: number;
}
