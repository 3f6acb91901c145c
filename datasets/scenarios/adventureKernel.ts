import type { Caller } from "../../src/pool/simulator/Scenario.ts";
import { allocation, driverImage, release, returnOf } from "../../src/pool/simulator/kernel/driverCode.ts";
import { windows2019Kernel } from "../../src/pool/simulator/kernel/windowsKernels.ts";

const NONPAGED_NX = 0x200;
const scanSlots = { allocate: 0x7020, free: 0x7028 };
const shareSlots = { allocate: 0x5010, free: 0x5018 };
const scanCode = allocation("Ddk ", NONPAGED_NX, 0x580, scanSlots);
const shareCode = allocation("Ddk ", NONPAGED_NX, 0x290, shareSlots);

export const adventureKernel = windows2019Kernel({
  processors: 8,
  bases: {
    nt: "fffff8035d200000",
    hal: "fffff8035dc71000",
    FLTMGR: "fffff80e6ae10000",
    Ntfs: "fffff80e6b8d0000",
    disk: "fffff80e6bf10000",
    partmgr: "fffff80e6b7c0000",
    volmgr: "fffff80e6b820000",
    "nonpaged pool": "ffffc10a3d400000",
    "paged pool": "ffffd68e21c00000",
  },
  drivers: [
    driverImage({
      ...{ name: "advscan", base: "fffff80e6ddc0000", sizeBytes: 0x2_1000 },
      ...{ timestamp: "Fri Oct 13 09:12:44 2023 (65290A0C)", fileVersion: "7.3.0.411" },
      ...{ company: "Adventure Works Cycles", description: "Adventure Works On-Access Scanner" },
      code: [
        { offset: 0x5a40, instructions: scanCode },
        { offset: 0x6c18, instructions: release("Ddk ", scanSlots) },
      ],
    }),
    driverImage({
      ...{ name: "wwshare", base: "fffff80e6de20000", sizeBytes: 0x1_4000 },
      ...{ timestamp: "Mon May 15 16:30:02 2023 (64625E0A)", fileVersion: "2.18.5.0" },
      ...{ company: "Wide World Importers", description: "Wide World Shared Folders" },
      code: [
        { offset: 0x3388, instructions: shareCode },
        { offset: 0x38d2, instructions: release("Ddk ", shareSlots) },
      ],
    }),
    driverImage({
      ...{ name: "trkbus", base: "fffff80e6cf40000", sizeBytes: 0xd000 },
      ...{ timestamp: "Wed Nov 21 11:05:19 2018 (5BF53BEF)", fileVersion: "1.0.9.0" },
      ...{ company: "Trey Research", description: "Trey Research Bus Enumerator" },
      code: [
        { offset: 0x11b4, instructions: allocation("Ddk ", NONPAGED_NX, 0x7f0, { allocate: 0x4008, free: 0x4010 }) },
      ],
    }),
  ],
});

const OPEN = [
  "FLTMGR!FltpPerformPreCallbacks+0x2fd",
  "FLTMGR!FltpCreate+0x2e2",
  "nt!IofCallDriver+0x59",
  "nt!IopParseDevice+0x77f",
  "nt!ObpLookupObjectName+0x719",
  "nt!ObOpenObjectByNameEx+0x1df",
  "nt!IopCreateFile+0x404",
  "nt!NtCreateFile+0x79",
  "nt!KiSystemServiceCopyEnd+0x25",
];
const frame = (module: string, offset: number) => `${module}+0x${offset.toString(16)}`;

/** Who opens files, and so makes the scanner ask for a request. */
export const scanCallers: readonly Caller[] = [
  {
    frames: [frame("advscan", returnOf(0x5a40, scanCode)), "advscan+0x4e17", ...OPEN, "00007ffc3a61fd44"],
    ...{ process: "w3wp.exe", processId: 6120, threads: [6244, 7016, 7368, 8112], weight: 3 },
  },
  {
    frames: [frame("advscan", returnOf(0x5a40, scanCode)), "advscan+0x4e17", ...OPEN, "00007ffc3a61fd44"],
    ...{ process: "AdvScanSvc.exe", processId: 2884, threads: [2960, 3012] },
  },
];

const CONTROL = [
  "nt!IofCallDriver+0x59",
  "nt!IopXxxControlFile+0xb25",
  "nt!NtDeviceIoControlFile+0x56",
  "nt!KiSystemServiceCopyEnd+0x25",
];

/** Who talks to the shared folders. */
export const shareCallers: readonly Caller[] = [
  {
    frames: [frame("wwshare", returnOf(0x3388, shareCode)), "wwshare+0x2b0d", ...CONTROL, "00007ffc3a61f6a4"],
    ...{ process: "w3wp.exe", processId: 6120, threads: [6244, 7016, 7368, 8112] },
  },
];
