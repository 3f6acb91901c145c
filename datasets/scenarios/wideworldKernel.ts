import type { RequestPlan } from "../../src/pool/simulator/debugger/irpSteps.ts";
import type { Caller } from "../../src/pool/simulator/Scenario.ts";
import { allocation, driverImage, release, returnOf } from "../../src/pool/simulator/kernel/driverCode.ts";
import { windows2019Kernel } from "../../src/pool/simulator/kernel/windowsKernels.ts";

const slots = { allocate: 0x7010, free: 0x7018 };
const contextCode = allocation("WwMx", 0x200, 0x150, slots);

export const wideworldKernel = windows2019Kernel({
  processors: 8,
  bases: {
    nt: "fffff80127600000",
    hal: "fffff80128071000",
    FLTMGR: "fffff80d3a920000",
    Ntfs: "fffff80d3b420000",
    disk: "fffff80d3bae0000",
    partmgr: "fffff80d3b310000",
    volmgr: "fffff80d3b370000",
    "nonpaged pool": "ffffe48c1b000000",
    "paged pool": "ffff9a0738c00000",
  },
  drivers: [
    driverImage({
      ...{ name: "wwmirror", base: "fffff80d3bb40000", sizeBytes: 0x1_d000 },
      ...{ timestamp: "Tue Feb  6 10:33:12 2024 (65C20AE8)", fileVersion: "6.5.0.2" },
      ...{ company: "Wide World Importers", description: "Wide World Volume Mirror" },
      code: [
        { offset: 0x2e30, instructions: contextCode },
        { offset: 0x3fa6, instructions: release("WwMx", slots) },
      ],
    }),
  ],
});

const WRITE = [
  "wwmirror+0x21b4",
  "nt!IofCallDriver+0x59",
  "Ntfs!NtfsFsdWrite+0x1ed",
  "nt!IofCallDriver+0x59",
  "FLTMGR!FltpDispatch+0xe5",
  "nt!IofCallDriver+0x59",
  "nt!NtWriteFile+0x8bd",
  "nt!KiSystemServiceCopyEnd+0x25",
  "00007ff8c1adf3d4",
];

export const mirrorCallers: readonly Caller[] = [
  {
    frames: [`wwmirror+0x${returnOf(0x2e30, contextCode).toString(16)}`, ...WRITE],
    ...{ process: "wwmirsvc.exe", processId: 2732, threads: [2760, 2808, 3116, 3120] },
  },
];

/** Completed writes come back through the disk's stack. */
export const mirrorReleasers: readonly Caller[] = [
  {
    frames: [
      "wwmirror+0x3fb4",
      "wwmirror+0x2c71",
      "nt!IofCompleteRequest+0x11d",
      "volmgr!VmpReadWriteCompletionRoutine+0xe2",
    ],
    ...{ process: "System", processId: 4, threads: [0, 220, 264] },
  },
];

/** A mirrored write on its way: the lowest driver first. The mirror asked for its routine on success only. */
export const mirrorRequest: RequestPlan = {
  major: 4,
  share: 1,
  diskLocation: 5,
  holders: [
    { location: 5, share: 0.78 },
    { location: 8, share: 0.14 },
    { location: 9, share: 0.08 },
  ],
  stackCount: 9,
  thread: { process: "wwmirsvc.exe", threads: [2760, 2808, 3116, 3120] },
  locations: [
    {
      number: 5,
      driver: "\\Driver\\disk",
      minor: 0,
      control: 0xe0,
      routine: "partmgr!PartitionIoCompletion+0x0",
      hasContext: true,
    },
    {
      number: 6,
      driver: "\\Driver\\partmgr",
      minor: 0,
      control: 0xe1,
      routine: "volmgr!VmpReadWriteCompletionRoutine+0x0",
      hasContext: true,
    },
    {
      number: 7,
      driver: "\\Driver\\volmgr",
      minor: 0,
      control: 0x41,
      routine: "wwmirror+0x2c40",
      hasContext: true,
      contextSite: "WwMx",
    },
    {
      number: 8,
      driver: "\\Driver\\wwmirror",
      minor: 0,
      control: 0xe1,
      routine: "Ntfs!NtfsMasterIrpAsyncCompletionRoutine+0x0",
      hasContext: true,
    },
    { number: 9, driver: "\\FileSystem\\Ntfs", minor: 0, control: 0x01, hasContext: false },
  ],
};
