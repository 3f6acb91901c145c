import type { Address } from "../Address.ts";
import { eightDigits } from "./digits.ts";
import { formatState, printSummary } from "./printSummary.ts";
import { VERIFIER_FLAGS } from "./verifierFlags.ts";
import type { BothPools, VerifiedDriver, VerifierReport } from "./VerifierReport.ts";

/** What older debuggers call the options. */
const OLD_OPTIONS: Record<string, string> = {
  "Force IRQL checking": "Special irql",
  "Pool tracking": "All pool allocations checked on unload",
  "I/O verification": "Io subsystem checking enabled",
  "Deadlock detection": "Deadlock detection enabled",
  "DMA checking": "DMA checking enabled",
  "Security checks": "Security checks enabled",
  "Miscellaneous checks": "Miscellaneous checks enabled",
};

/** The lines of a report in the layout of debuggers up to Windows 7. */
export function printOldReport({ flags = 0, summary, drivers }: VerifierReport): string[] {
  const enabled = VERIFIER_FLAGS.filter(({ bit }) => (flags & bit) !== 0);
  return [
    "",
    `Verify Level ${flags.toString(16)} ... enabled options are:`,
    ...enabled.map(({ name }) => `    ${OLD_OPTIONS[name] ?? name}`),
    "",
    "Summary of All Verifier Statistics",
    "",
    ...printSummary(summary, "").slice(1),
    "",
    "Driver Verification List",
    "",
    "Entry     State           NonPagedPool   PagedPool   Module",
    ...drivers.flatMap(printOldDriver),
  ];
}

function printOldDriver(driver: VerifiedDriver): string[] {
  const { currentBytes, address = "", name, state, allocations } = driver;
  const pair = (title: string, { nonpaged, paged }: BothPools) =>
    `${title.padEnd(24)}  ${eightDigits(nonpaged)}    ${eightDigits(paged)}`;
  return [
    "",
    `${entryAddress(address)} ${formatState(state).padEnd(16)} ${eightDigits(currentBytes.nonpaged)}       ${eightDigits(currentBytes.paged)}    ${name}`,
    "",
    pair("Current Pool Allocations", driver.currentAllocations),
    pair("Current Pool Bytes", driver.currentBytes),
    pair("Peak Pool Allocations", driver.peakAllocations),
    pair("Peak Pool Bytes", driver.peakBytes),
    ...(allocations.length === 0 ? [] : ["", "PoolAddress  SizeInBytes    Tag       CallersAddress"]),
    ...allocations.map(
      (one) =>
        `${one.address}     0x${eightDigits(one.bytes)}     ${one.tag.padEnd(4)}      ${one.caller}` +
        (one.callerSymbol === undefined ? "" : ` ${one.callerSymbol}`),
    ),
  ];
}

/** The old layout has no row without an address. */
function entryAddress(address: Address): Address {
  return address === "" ? "00000000" : address;
}
