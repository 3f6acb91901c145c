import { eightDigits } from "./digits.ts";
import { printOldReport } from "./printOldReport.ts";
import { formatState, printSummary } from "./printSummary.ts";
import { SINCE_WINDOWS_10, SINCE_WINDOWS_8, VERIFIER_FLAGS, type VerifierFlag } from "./verifierFlags.ts";
import type { BothPools, VerifiedDriver, VerifierAllocation, VerifierReport } from "./VerifierReport.ts";

/** How `printVerifierReport` writes. */
export interface VerifierReportLayout {
  /** `new` (default) is what debuggers print since Windows 8, `old` what they printed before */
  layout?: "new" | "old";
  /** which options the new layout lists; those of Windows 8.1 by default */
  target?: "Windows 7" | "Windows 8.1";
}

/**
 * Prints a report as `!verifier 3` does, lines ended by LF. `readVerifier` reads it back to the same records.
 *
 * Layouts: https://learn.microsoft.com/en-us/windows-hardware/drivers/devtest/debugging-memory-leaks (new),
 * https://learn.microsoft.com/en-us/windows-hardware/drivers/debuggercmds/-verifier (old)
 */
export function printVerifierReport(report: VerifierReport, options: VerifierReportLayout = {}): string {
  const lines = options.layout === "old" ? printOldReport(report) : printNew(report, options.target ?? "Windows 8.1");
  return lines.map((line) => `${line}\n`).join("");
}

function printNew({ flags = 0, summary, drivers }: VerifierReport, target: string): string[] {
  const hidden = target === "Windows 7" ? SINCE_WINDOWS_8 | SINCE_WINDOWS_10 : SINCE_WINDOWS_10;
  const row = ({ bit, name }: Pick<VerifierFlag, "bit" | "name">) =>
    `    [${bit === 0 || (flags & bit) !== 0 ? "X" : " "}] (0x${eightDigits(bit)}) ${name}`;
  const rows = (group: VerifierFlag["group"]) =>
    VERIFIER_FLAGS.filter((flag) => flag.group === group && (flag.bit & hidden) === 0).map(row);
  return [
    "",
    `Verify Flags Level 0x${eightDigits(flags)}`,
    "",
    "  STANDARD FLAGS:",
    row({ bit: 0, name: "Automatic Checks" }),
    ...rows("standard"),
    "",
    "  ADDITIONAL FLAGS:",
    ...rows("additional"),
    "",
    "    [X] Indicates flag is enabled",
    "",
    "",
    "Summary of All Verifier Statistics",
    ...printSummary(summary, "  "),
    "",
    "Driver Verification List",
    "------------------------",
    ...drivers.flatMap(printNewDriver),
  ];
}

function printNewDriver(driver: VerifiedDriver): string[] {
  const both = (name: string, { nonpaged, paged }: BothPools) =>
    `      ${name.padEnd(25)} ( 0x${eightDigits(nonpaged).toUpperCase()} / 0x${eightDigits(paged).toUpperCase()} )`;
  const width = (driver.allocations[0]?.address.length ?? 8) + 2;
  const head = (address: string, length: string, tag: string, caller: string) =>
    `      ${address.padEnd(width)}  ${length.padEnd(10)}  ${tag.padEnd(4)}  ${caller.padEnd(width)}`;
  return [
    "",
    `  MODULE: ${driver.address === undefined ? "" : `0x${driver.address} `}${driver.name} (${formatState(driver.state)})`,
    "",
    "    Pool Allocation Statistics: ( NonPagedPool / PagedPool )",
    "",
    both("Current Pool Allocations:", driver.currentAllocations),
    both("Current Pool Bytes:", driver.currentBytes),
    both("Peak Pool Allocations:", driver.peakAllocations),
    both("Peak Pool Bytes:", driver.peakBytes),
    `      Contiguous Memory Bytes:       0x${eightDigits(driver.contiguousBytes ?? 0).toUpperCase()}`,
    `      Peak Contiguous Memory Bytes:  0x${eightDigits(driver.peakContiguousBytes ?? 0).toUpperCase()}`,
    ...(driver.allocations.length === 0
      ? []
      : [
          "",
          "    Pool Allocations:",
          "",
          head("Address", "Length", "Tag", "Caller"),
          head("-".repeat(width), "-".repeat(10), "----", "-".repeat(width)),
          ...driver.allocations.map(printNewRow),
        ]),
  ];
}

function printNewRow({ address, bytes, tag, caller, callerSymbol }: VerifierAllocation): string {
  const symbol = callerSymbol === undefined ? "" : `  ${callerSymbol}`;
  return `      0x${address}  0x${eightDigits(bytes)}  ${tag.padEnd(4)}  0x${caller}${symbol}`;
}
