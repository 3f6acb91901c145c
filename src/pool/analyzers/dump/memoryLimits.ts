import type { VmReport, VmValue } from "../../formats/windbg/memory/VmReport.ts";

/** One of the limits at which Windows refuses memory, and how much of it is used. */
export interface MemoryLimit {
  what: "nonpaged pool" | "paged pool" | "commit";
  bytes: number;
  limitBytes: number;
  /** of the limit: 1 is all of it */
  share: number;
  /** what the limit is, in words */
  limit: string;
  line: number;
}

/**
 * How far a dump's machine is from each limit, by its `!vm`. Nonpaged pool counts both of its parts, `NonPagedPool` and
 * `NonPagedPoolNx`, against the maximum or, where the whole address space is printed as one, against RAM. Paged pool is charged to commit,
 * so it ends at the commit limit if not before. What the report lacks, or prints as a number below zero, has no row.
 */
export function memoryLimits(vm: VmReport): MemoryLimit[] {
  const { nonpagedBytes, nonpagedMaximumBytes, physicalBytes } = vm;
  const { pagedBytes, pagedMaximumBytes, committedBytes, commitLimitBytes } = vm;
  const pagedEndsAtCommit = !((pagedMaximumBytes ?? Infinity) < (commitLimitBytes ?? Infinity));
  const rows: [MemoryLimit["what"], number | undefined, number | undefined, string, RegExp][] = [
    [
      "nonpaged pool",
      nonpagedBytes,
      nonpagedMaximumBytes ?? physicalBytes,
      nonpagedMaximumBytes === undefined ? "RAM: the printed maximum is address space" : "its maximum",
      /^NonPagedPool(?:Nx)? Usage$/,
    ],
    [
      "paged pool",
      pagedBytes,
      pagedEndsAtCommit ? commitLimitBytes : pagedMaximumBytes,
      pagedEndsAtCommit ? "the commit limit" : "its maximum",
      /^PagedPool Usage$/,
    ],
    ["commit", committedBytes, commitLimitBytes, "the commit limit", /^Committed pages$/],
  ];
  return rows.flatMap(([what, bytes, limitBytes, limit, label]): MemoryLimit[] => {
    if (bytes === undefined || limitBytes === undefined || !(limitBytes > 0) || Number.isNaN(bytes)) return [];
    return [{ what, bytes, limitBytes, share: bytes / limitBytes, limit, line: lineOf(vm.values, label) ?? vm.line }];
  });
}

/** The line of the largest value under such a label: of two parts that is where nearly all of it lies. */
function lineOf(values: readonly VmValue[], label: RegExp): number | undefined {
  return values.filter((value) => label.test(value.label)).sort((a, b) => b.pages - a.pages)[0]?.line;
}
