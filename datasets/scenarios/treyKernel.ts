import type { RequestPlan } from "../../src/pool/simulator/debugger/irpSteps.ts";
import type { Caller } from "../../src/pool/simulator/Scenario.ts";
import { allocation, driverImage, release, returnOf } from "../../src/pool/simulator/kernel/driverCode.ts";
import { windows2019Kernel } from "../../src/pool/simulator/kernel/windowsKernels.ts";

const slots = { allocate: 0x6008, free: 0x6010 };
const contextCode = allocation("TrSn", 0x200, 0x400, slots);

export const treyKernel = windows2019Kernel({
  processors: 4,
  bases: {
    nt: "fffff80511a00000",
    hal: "fffff80512471000",
    FLTMGR: "fffff80667c10000",
    Ntfs: "fffff806680e0000",
    disk: "fffff80668a50000",
    partmgr: "fffff80667fa0000",
    volmgr: "fffff80668010000",
    "nonpaged pool": "ffffc00f36200000",
    "paged pool": "ffffd186f0a00000",
  },
  drivers: [
    driverImage({
      ...{ name: "trsnap", base: "fffff80668ac0000", sizeBytes: 0x1_6000 },
      ...{ timestamp: "Thu May 30 14:02:51 2024 (66586A5B)", fileVersion: "3.1.7.0" },
      ...{ company: "Trey Research", description: "Trey Snapshot Filter" },
      code: [
        { offset: 0x1a68, instructions: contextCode },
        { offset: 0x26d2, instructions: release("TrSn", slots) },
      ],
    }),
  ],
});

const WRITE = [
  "trsnap+0x13f0",
  "nt!IofCallDriver+0x59",
  "Ntfs!NtfsFsdWrite+0x1ed",
  "nt!IofCallDriver+0x59",
  "FLTMGR!FltpDispatch+0xe5",
  "nt!IofCallDriver+0x59",
  "nt!NtWriteFile+0x8bd",
  "nt!KiSystemServiceCopyEnd+0x25",
  "00007ffd0b4cf1a4",
];

const THREADS = [1412, 1980, 2204, 3356, 3360] as const;

export const snapshotCallers: readonly Caller[] = [
  {
    frames: [`trsnap+0x${returnOf(0x1a68, contextCode).toString(16)}`, ...WRITE],
    ...{ process: "trbackup.exe", processId: 1380, threads: THREADS },
  },
];

export const snapshotReleasers: readonly Caller[] = [
  {
    frames: [
      "trsnap+0x26e0",
      "trsnap+0x2241",
      "nt!IofCompleteRequest+0x11d",
      "volmgr!VmpReadWriteCompletionRoutine+0xe2",
    ],
    ...{ process: "System", processId: 4, threads: [0, 148] },
  },
];

/** The way down, the lowest driver first; `routine` is what the snapshot driver asked for on the volume's location. */
function locations(routine: { control: number; contextSite?: string } | undefined): RequestPlan["locations"] {
  return [
    {
      ...{ number: 4, driver: "\\Driver\\disk", minor: 0, control: 0xe0, hasContext: true },
      routine: "partmgr!PartitionIoCompletion+0x0",
    },
    {
      ...{ number: 5, driver: "\\Driver\\partmgr", minor: 0, control: 0xe1, hasContext: true },
      routine: "volmgr!VmpReadWriteCompletionRoutine+0x0",
    },
    {
      ...{ number: 6, driver: "\\Driver\\volmgr", minor: 0, control: 0x01, hasContext: false },
      ...(routine && { ...routine, routine: "trsnap+0x2210", hasContext: true }),
    },
    {
      ...{ number: 7, driver: "\\Driver\\trsnap", minor: 0, control: 0xe1, hasContext: true },
      routine: "Ntfs!NtfsMasterIrpAsyncCompletionRoutine+0x0",
    },
    { number: 8, driver: "\\FileSystem\\Ntfs", minor: 0, control: 0x01, hasContext: false },
  ];
}

const common = {
  ...{ stackCount: 8, diskLocation: 4 },
  thread: { process: "trbackup.exe", threads: THREADS },
} as const;

/** What is on its way: writes with a context of the snapshot driver, reads and flushes that it passes on without one. */
export const snapshotRequests: readonly RequestPlan[] = [
  {
    ...common,
    ...{ major: 4, share: 0.78 },
    holders: [
      { location: 7, share: 0.46 },
      { location: 4, share: 0.46 },
      { location: 8, share: 0.08 },
    ],
    locations: locations({ control: 0x61, contextSite: "TrSn" }),
  },
  { ...common, major: 3, share: 0.18, holders: [{ location: 4, share: 1 }], locations: locations(undefined) },
  {
    ...common,
    ...{ major: 9, share: 0.04, isWhole: true },
    holders: [{ location: 7, share: 1 }],
    locations: locations(undefined),
  },
];
