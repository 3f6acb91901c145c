import type { CallPath } from "./FinalCasePlan.ts";

const OLD: Readonly<Record<CallPath, readonly string[]>> = {
  control: [
    "nt!IopXxxControlFile+0x607",
    "nt!NtDeviceIoControlFile+0x56",
    "nt!KiSystemServiceCopyEnd+0x13",
    "0000000077a8138a",
  ],
  open: [
    "fltmgr!FltpPerformPostCallbacks+0x368",
    "fltmgr!FltpLegacyProcessingAfterPreCallbacksCompleted+0x39b",
    "fltmgr!FltpCreate+0x2a9",
    "nt!IopParseDevice+0x5a7",
    "nt!ObpLookupObjectName+0x588",
    "nt!ObOpenObjectByName+0x306",
    "nt!IopCreateFile+0x2bc",
    "nt!NtCreateFile+0x78",
    "nt!KiSystemServiceCopyEnd+0x13",
    "0000000077a8152a",
  ],
  worker: ["nt!ExpWorkerThread+0x111", "nt!PspSystemThreadStartup+0x5a", "nt!KiStartSystemThread+0x16"],
};

const NEW: Readonly<Record<CallPath, readonly string[]>> = {
  control: [
    "nt!IofCallDriver+0x59",
    "nt!IopXxxControlFile+0xb25",
    "nt!NtDeviceIoControlFile+0x56",
    "nt!KiSystemServiceCopyEnd+0x25",
    "00007ffe0b5ff6a4",
  ],
  open: [
    "FLTMGR!FltpPerformPreCallbacks+0x2fd",
    "FLTMGR!FltpCreate+0x2e2",
    "nt!IofCallDriver+0x59",
    "nt!IopParseDevice+0x77f",
    "nt!ObpLookupObjectName+0x719",
    "nt!ObOpenObjectByNameEx+0x1df",
    "nt!IopCreateFile+0x404",
    "nt!NtCreateFile+0x79",
    "nt!KiSystemServiceCopyEnd+0x25",
    "00007ffe0b5ffd44",
  ],
  worker: ["nt!ExpWorkerThread+0x16a", "nt!PspSystemThreadStartup+0x55", "nt!KiStartSystemThread+0x28"],
};

/** The frames below a driver's own, innermost first, on each way into it. */
export function callPaths(era: "old" | "new"): Readonly<Record<CallPath, readonly string[]>> {
  return era === "old" ? OLD : NEW;
}
