import { OLD_SETTINGS_ORDER, SINCE_WINDOWS_10, VERIFIER_FLAGS, type VerifierFlag } from "./verifierFlags.ts";
import type { BothPools, VerifiedDriver, VerifierReport } from "./VerifierReport.ts";

/** How the text of verifier.exe is written. */
export interface VerifierTextLayout {
  /** `new` (default) is that of Windows 8.1 and later, `old` that of Windows 7 and before */
  layout?: "new" | "old";
}

/**
 * Prints what `verifier /querysettings` prints, or in the old layout what `verifier /flags` answers; lines ended by CR LF.
 * `readVerifierText` reads it back to the same records.
 */
export function printVerifierSettings(report: VerifierReport, { layout = "new" }: VerifierTextLayout = {}): string {
  const names = report.drivers.map(({ name }) => name);
  return joined(layout === "old" ? oldSettings(report.flags ?? 0, names) : newSettings(report.flags ?? 0, names));
}

/** Prints what `verifier /query` prints; reports of several moments are what `verifier /log` writes. Lines end with CR LF. */
export function printVerifierQuery(
  reports: VerifierReport | readonly VerifierReport[],
  { layout = "new" }: VerifierTextLayout = {},
): string {
  const all = "drivers" in reports ? [reports] : reports;
  return joined(all.flatMap((report) => (layout === "old" ? oldQuery(report) : newQuery(report))));
}

function newSettings(flags: number, names: readonly string[]): string[] {
  const drivers = names.length === 0 ? ["  None"] : names.map((name) => `  ${name}`);
  return [
    "",
    ...newFlags(flags, true),
    "Boot Mode:",
    "",
    "  Persistent",
    "",
    "Rules:",
    "",
    "  All rules are using default settings",
    "",
    "Verified Drivers:",
    "",
    ...drivers,
  ];
}

function newFlags(flags: number, isWindows10: boolean): string[] {
  const rows = (group: VerifierFlag["group"]) =>
    VERIFIER_FLAGS.filter((flag) => flag.group === group && (isWindows10 || (flag.bit & SINCE_WINDOWS_10) === 0)).map(
      ({ bit, name }) => `    [${(flags & bit) !== 0 ? "X" : " "}] 0x${bit.toString(16).padStart(8, "0")} ${name}.`,
    );
  return [
    `Verifier Flags: 0x${flags.toString(16).padStart(8, "0")}`,
    "",
    "  Standard Flags:",
    "",
    ...rows("standard"),
    "",
    "  Additional Flags:",
    "",
    ...rows("additional"),
    "",
    "    [X] Indicates flag is enabled.",
    "",
  ];
}

function oldSettings(flags: number, names: readonly string[]): string[] {
  const rows = OLD_SETTINGS_ORDER.map((bit) => {
    const { oldName = "" } = VERIFIER_FLAGS.find((flag) => flag.bit === bit) ?? {};
    return `${oldName}: ${(flags & bit) !== 0 ? "Enabled" : "Disabled"}`;
  });
  return ["", "New verifier settings:", "", ...rows, "", "Verified drivers:", "", ...names];
}

function newQuery(report: VerifierReport): string[] {
  const summary = Object.entries(report.summary).map(([name, count]) => `  ${name}: ${String(count)}`);
  return [
    "",
    ...(report.stamp === undefined ? [] : [`Time Stamp: ${report.stamp}`, ""]),
    ...newFlags(report.flags ?? 0, true),
    ...(summary.length === 0 ? [] : ["Summary of All Verifier Statistics", "", ...summary, ""]),
    "Driver Verification List",
    ...report.drivers.flatMap(newQueryDriver),
  ];
}

function newQueryDriver(driver: VerifiedDriver): string[] {
  const both = (name: string, { nonpaged, paged }: BothPools) =>
    `      ${name.padEnd(25)}  ( ${decimal(nonpaged, 6)} / ${decimal(paged, 6)} )`;
  return [
    "",
    `  MODULE: ${driver.name} (load: ${String(driver.loads ?? 1)} / unload: ${String(driver.unloads ?? 0)})`,
    "",
    "    Pool Allocation Statistics: ( NonPaged / Paged )",
    "",
    both("Current Pool Allocations:", driver.currentAllocations),
    both("Current Pool Bytes:", driver.currentBytes),
    both("Peak Pool Allocations:", driver.peakAllocations),
    both("Peak Pool Bytes:", driver.peakBytes),
  ];
}

function oldQuery(report: VerifierReport): string[] {
  return [
    ...(report.stamp === undefined ? [] : [report.stamp]),
    `Level: ${(report.flags ?? 0).toString(16).toUpperCase().padStart(8, "0")}`,
    ...Object.entries(report.summary).map(([name, count]) => `${name}: ${String(count)}`),
    ...report.drivers.flatMap((driver) => [
      "",
      `Name: ${driver.name}, loads: ${String(driver.loads ?? 1)}, unloads: ${String(driver.unloads ?? 0)}`,
      `CurrentPagedPoolAllocations: ${decimal(driver.currentAllocations.paged)}`,
      `CurrentNonPagedPoolAllocations: ${decimal(driver.currentAllocations.nonpaged)}`,
      `PeakPagedPoolAllocations: ${decimal(driver.peakAllocations.paged)}`,
      `PeakNonPagedPoolAllocations: ${decimal(driver.peakAllocations.nonpaged)}`,
      `PagedPoolUsageInBytes: ${decimal(driver.currentBytes.paged)}`,
      `NonPagedPoolUsageInBytes: ${decimal(driver.currentBytes.nonpaged)}`,
      `PeakPagedPoolUsageInBytes: ${decimal(driver.peakBytes.paged)}`,
      `PeakNonPagedPoolUsageInBytes: ${decimal(driver.peakBytes.nonpaged)}`,
    ]),
    "",
  ];
}

function decimal(value: number, width = 0): string {
  return (Number.isNaN(value) ? "0" : String(value)).padStart(width);
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\r\n`).join("");
}
