import type { VmReport, VmValue } from "./VmReport.ts";

export const PAGE_BYTES = 4096;

/** What Windows 8.1 and later print as NonPagedPool Max: the whole address space of 16 TB, which no machine can fill. */
const WHOLE_ADDRESS_SPACE_BYTES = 2 ** 44;

/** The fields of a report that have names, from its lines. */
export function nameVmValues(
  values: readonly VmValue[],
): Omit<VmReport, "layout" | "values" | "pageFiles" | "warnings" | "line"> {
  const bytesOf = (label: string) => values.find((value) => value.label.toLowerCase() === label.toLowerCase())?.bytes;
  const bounded = (bytes: number | undefined) =>
    bytes !== undefined && bytes >= WHOLE_ADDRESS_SPACE_BYTES ? undefined : bytes;
  const usage = bytesOf("NonPagedPool Usage");
  const nx = bytesOf("NonPagedPoolNx Usage");
  const pages = (bytes: number | undefined) => (bytes === undefined ? undefined : bytes / PAGE_BYTES);
  const failed = values
    .flatMap(({ warnings }) => warnings)
    .map((warning) => /^([\d,]{1,20}) pool allocations have failed/i.exec(warning)?.[1])
    .find((text) => text !== undefined);
  return {
    physicalBytes: bytesOf("Physical Memory"),
    availableBytes: bytesOf("Available Pages"),
    nonpagedBytes: usage === undefined && nx === undefined ? undefined : (usage ?? 0) + (nx ?? 0),
    nonpagedNxBytes: nx,
    nonpagedMaximumBytes: bounded(bytesOf("NonPagedPool Max")),
    pagedBytes: bytesOf("PagedPool Usage"),
    pagedMaximumBytes: bounded(bytesOf("PagedPool Maximum")),
    committedBytes: bytesOf("Committed pages"),
    commitLimitBytes: bytesOf("Commit limit"),
    freeSystemPtes: pages(bytesOf("Free System PTEs")),
    specialPoolBytes: bytesOf("Special Pool"),
    failedAllocations: failed === undefined ? undefined : Number(failed.replaceAll(",", "")),
  };
}
