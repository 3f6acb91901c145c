import type { Caller } from "../../src/pool/simulator/Scenario.ts";
import { allocation, driverImage, release, returnOf } from "../../src/pool/simulator/kernel/driverCode.ts";
import { windows2019Kernel } from "../../src/pool/simulator/kernel/windowsKernels.ts";

const PAGED = 1;
const NONPAGED_NX = 0x200;
const monSlots = { allocate: 0x6018, free: 0x6020 };
const flowSlots = { allocate: 0x9008, free: 0x9010 };
const callCode = allocation("FbMn", PAGED, 0x890, monSlots);
const watchCode = allocation("FbMn", PAGED, "esi", monSlots);
const flowCode = allocation("AdQe", NONPAGED_NX, 0xa0, flowSlots);
const openCode = allocation("AdFl", NONPAGED_NX, 0x130, flowSlots);

/** The kernel of FABRIKAM-APP2, as it lay in memory in February 2024. */
export const fabrikamKernel = windows2019Kernel({
  processors: 8,
  bases: {
    nt: "fffff80752400000",
    hal: "fffff80752e71000",
    FLTMGR: "fffff80a8e1d0000",
    Ntfs: "fffff80a8ec60000",
    disk: "fffff80a8f2c0000",
    partmgr: "fffff80a8eb20000",
    volmgr: "fffff80a8eb90000",
    "nonpaged pool": "ffff9d0a4f200000",
    "paged pool": "ffffb68f1ac00000",
  },
  drivers: [
    driverImage({
      ...{ name: "adtflow", base: "fffff80a90340000", sizeBytes: 0x1_a000 },
      ...{ timestamp: "Tue Mar 28 14:20:51 2023 (6422F7C3)", fileVersion: "5.0.22.0" },
      ...{ company: "Adatum Corporation", description: "Adatum Flow Monitor" },
      code: [
        { offset: 0x2fd4, instructions: openCode },
        { offset: 0x3a60, instructions: flowCode },
        { offset: 0x4105, instructions: release("AdFl", flowSlots) },
      ],
    }),
    driverImage({
      ...{ name: "wwcardrd", base: "fffff80a90380000", sizeBytes: 0xe000 },
      ...{ timestamp: "Thu Jul 14 08:55:10 2022 (62CFD9EE)", fileVersion: "3.4.1.0" },
      ...{ company: "Wide World Importers", description: "Wide World Card Reader" },
      texts: [{ offset: 0x5238, text: "WwSeOperatorCertificate" }],
    }),
    driverImage({
      ...{ name: "avonprn", base: "fffff80a903b0000", sizeBytes: 0x1_2000 },
      ...{ timestamp: "Mon Nov  4 13:01:33 2019 (5DC0212D)", fileVersion: "1.12.0.0" },
      ...{ company: "Avondale Print Systems", description: "Avondale Port Monitor" },
      texts: [{ offset: 0x81c8, text: "AvonFbMnemonicTable" }],
    }),
    driverImage({
      ...{ name: "fbmon", base: "fffff80a903e0000", sizeBytes: 0x1_8000 },
      ...{ timestamp: "Mon Jan 22 17:48:25 2024 (65AEAA69)", fileVersion: "8.1.3.0" },
      ...{ company: "Fabrikam, Inc.", description: "Fabrikam Call Monitor" },
      code: [
        { offset: 0x3c7e, instructions: callCode },
        { offset: 0x51d2, instructions: watchCode },
        { offset: 0x5844, instructions: release("FbMn", monSlots) },
      ],
    }),
  ],
});

/** The two places in fbmon.sys that allocate: offsets of the tag in the code. */
export const fbmonTagOffsets = [0x3c80, 0x51d4] as const;

const frame = (module: string, offset: number) => `${module}+0x${offset.toString(16)}`;
const CONTROL = [
  "nt!IofCallDriver+0x59",
  "nt!IopXxxControlFile+0xb25",
  "nt!NtDeviceIoControlFile+0x56",
  "nt!KiSystemServiceCopyEnd+0x25",
  "00007ffe0b5ff6a4",
];

/** Calls that the monitor watches, each with a record. */
export const callRecorders: readonly Caller[] = [
  {
    frames: [frame("fbmon", returnOf(0x3c7e, callCode)), "fbmon+0x2b90", "fbmon+0x1e44", ...CONTROL],
    ...{ process: "FbAppSvc.exe", processId: 3724, threads: [3880, 4012, 4096, 5544, 5560], weight: 5 },
  },
  {
    frames: [frame("fbmon", returnOf(0x3c7e, callCode)), "fbmon+0x2b90", "fbmon+0x1f02", ...CONTROL],
    ...{ process: "fbmonsvc.exe", processId: 2296, threads: [2340, 2512] },
  },
];

/** Subscriptions to the monitor, which end as they should. */
export const subscribers: readonly Caller[] = [
  {
    frames: [frame("fbmon", returnOf(0x51d2, watchCode)), "fbmon+0x4e0b", "fbmon+0x1d78", ...CONTROL],
    ...{ process: "fbmonsvc.exe", processId: 2296, threads: [2340, 2512] },
  },
];
export const unsubscribers: readonly Caller[] = [
  {
    frames: ["fbmon+0x5852", "fbmon+0x4f6d", "fbmon+0x1d9e", ...CONTROL],
    ...{ process: "fbmonsvc.exe", processId: 2296, threads: [2340, 2512] },
  },
];

const worker = ["nt!ExpWorkerThread+0x16a", "nt!PspSystemThreadStartup+0x55", "nt!KiStartSystemThread+0x28"];

/** What the flow monitor does when a connection begins and ends: on a worker thread of the system. */
export const flowCallers = (kind: "open" | "ended"): readonly Caller[] => [
  {
    frames: [
      kind === "open" ? frame("adtflow", returnOf(0x2fd4, openCode)) : frame("adtflow", returnOf(0x3a60, flowCode)),
      kind === "open" ? "adtflow+0x1a2c" : "adtflow+0x1b97",
      ...worker,
    ],
    ...{ process: "System", processId: 4, threads: [368, 5028, 6900] },
  },
];
export const flowReleasers: readonly Caller[] = [
  {
    frames: ["adtflow+0x4113", "adtflow+0x1bd0", ...worker],
    process: "System",
    processId: 4,
    threads: [368, 5028, 6900],
  },
];
