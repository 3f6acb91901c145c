import type { BothPools, VerifiedDriver } from "./VerifierReport.ts";
import type { ReportBuilder } from "./ReportBuilder.ts";

/** `Pool Allocations Attempted   0x2db1a`, `Current paged pool allocations   0x1a for 00000950 bytes` */
const RE_SUMMARY =
  /^\s{0,8}([A-Z][A-Za-z ]{2,60}?)\s{1,80}0x([0-9a-f]{1,16})(?: for (?:0x)?([0-9a-f]{1,16}) bytes)?\s*$/i;
/** `AllocationsAttempted: 500` of `verifier /query` up to Windows 7, `Pool Allocations Attempted: 500` later; decimal */
const RE_QUERY_SUMMARY = /^\s{0,8}([A-Z][A-Za-z ]{2,60}):\s{1,80}(\d{1,16})\s*$/;
/**
 * `Current Pool Bytes: ( 0x00001058 / 0x00000000 )` of newer debuggers, `Current Pool Bytes  000000a0    00000854` of older ones
 * (hexadecimal without prefix), `Current Pool Bytes: (  40128 /      0 )` of `verifier /query` (decimal).
 */
const RE_BOTH =
  /^\s*(Current|Peak) Pool (Allocations|Bytes)(:?)\s{1,80}\(?\s{0,80}(0x)?([0-9a-f]{1,16})\s{0,80}\/?\s{1,80}(?:0x)?([0-9a-f]{1,16})\s{0,80}\)?\s*$/i;
const RE_CONTIGUOUS = /^\s*(Peak )?Contiguous Memory Bytes:\s{1,80}(0x)?([0-9a-f]{1,16})\s*$/i;

/** What `verifier /query` calls the statistics up to Windows 7. */
const OLD_NAMES: Record<string, [part: Part, pool: keyof BothPools]> = {
  CurrentPagedPoolAllocations: ["currentAllocations", "paged"],
  CurrentNonPagedPoolAllocations: ["currentAllocations", "nonpaged"],
  PeakPagedPoolAllocations: ["peakAllocations", "paged"],
  PeakNonPagedPoolAllocations: ["peakAllocations", "nonpaged"],
  PagedPoolUsageInBytes: ["currentBytes", "paged"],
  NonPagedPoolUsageInBytes: ["currentBytes", "nonpaged"],
  PeakPagedPoolUsageInBytes: ["peakBytes", "paged"],
  PeakNonPagedPoolUsageInBytes: ["peakBytes", "nonpaged"],
};

type Part = "currentAllocations" | "currentBytes" | "peakAllocations" | "peakBytes";

/** Reads the lines of numbers: those of one driver, and those of the summary; whether the line was one. */
export function takeStatisticLine(text: string, builder: ReportBuilder): boolean {
  const { report, driver } = builder;
  if (!report) return false;
  if (driver && takeDriverNumbers(text, driver)) return true;
  if (report.source === "!verifier") return report.drivers.length === 0 && takeSummary(text, report.summary);
  const match = RE_QUERY_SUMMARY.exec(text);
  if (!match) return false;
  const [, name, digits] = match;
  const [part, pool] = OLD_NAMES[name!] ?? [];
  if (part !== undefined && pool !== undefined && driver) driver[part][pool] = Number(digits);
  else if (report.drivers.length === 0) report.summary[name!] = Number(digits);
  else return false;
  return true;
}

function takeDriverNumbers(text: string, driver: VerifiedDriver): boolean {
  const both = RE_BOTH.exec(text);
  if (both) {
    const [, when, what, colon, prefix, nonpaged, paged] = both;
    const radix = colon === ":" && prefix === undefined ? 10 : 16;
    const part: Part =
      when === "Current"
        ? what === "Bytes"
          ? "currentBytes"
          : "currentAllocations"
        : what === "Bytes"
          ? "peakBytes"
          : "peakAllocations";
    driver[part] = { nonpaged: Number.parseInt(nonpaged!, radix), paged: Number.parseInt(paged!, radix) };
    return true;
  }
  const contiguous = RE_CONTIGUOUS.exec(text);
  if (!contiguous) return false;
  const bytes = Number.parseInt(contiguous[3]!, contiguous[2] === undefined ? 10 : 16);
  if (contiguous[1] === undefined) driver.contiguousBytes = bytes;
  else driver.peakContiguousBytes = bytes;
  return true;
}

function takeSummary(text: string, summary: Record<string, number>): boolean {
  const match = RE_SUMMARY.exec(text);
  if (!match) return false;
  const [, name, count, bytes] = match;
  summary[name!] = Number.parseInt(count!, 16);
  if (bytes !== undefined) summary[name!.replace(/allocations$/, "bytes")] = Number.parseInt(bytes, 16);
  return true;
}
