import { callImport, movR8dTag, plain, xorEcx } from "../../src/pool/simulator/kernel/instructions.ts";
import type { InstructionPlan } from "../../src/pool/simulator/kernel/ModuleImage.ts";
import type { Caller } from "../../src/pool/simulator/Scenario.ts";
import {
  allocation,
  driverImage,
  release,
  sizeArgument,
  type ImportSlots,
} from "../../src/pool/simulator/kernel/driverCode.ts";
import { windows7Kernel } from "../../src/pool/simulator/kernel/windowsKernels.ts";

const SLOTS: ImportSlots = { allocate: 0x2010, free: 0x2018 };
const testRax = plain([0x48, 0x85, 0xc0], "test", "rax,rax");
const movRbxRax = plain([0x48, 0x8b, 0xd8], "mov", "rbx,rax");

/** Sysinternals' NotMyFault: allocates from paged pool, from nonpaged pool, and frees. */
export const myfault = driverImage({
  name: "myfault",
  path: "\\??\\C:\\Windows\\system32\\drivers\\myfault.sys",
  base: "fffff88005a1e000",
  sizeBytes: 0x8000,
  timestamp: "Thu Oct 19 20:26:24 2006 (4537DF70)",
  fileVersion: "2.0.0.0",
  company: "Sysinternals",
  description: "Crash Test Driver",
  code: [
    { offset: 0x13a8, instructions: allocation("Leak", 1, "esi", SLOTS) },
    { offset: 0x161f, instructions: allocation("Leak", 0, "edi", SLOTS) },
    { offset: 0x16c1, instructions: release("Leak", SLOTS) },
  ],
  texts: [],
});

/** How Contoso's filter driver asks for its stream contexts: two structures one after the other, and the name of the stream. */
const contextCode: InstructionPlan[] = [
  movR8dTag("CtxL"),
  sizeArgument(0x60),
  xorEcx(),
  callImport(SLOTS.allocate),
  movRbxRax,
  movR8dTag("CtxL"),
  sizeArgument(0x70),
  xorEcx(),
  callImport(SLOTS.allocate),
  testRax,
];

/** Contoso's filter driver, which names and follows streams. There is no free of CtxL in it: that is the bug. */
export const ctxflt = driverImage({
  name: "ctxflt",
  base: "fffff880043d7000",
  sizeBytes: 0x1_6000,
  timestamp: "Wed Feb 15 09:41:37 2012 (4F3B7DD1)",
  fileVersion: "4.2.118.0",
  company: "Contoso, Ltd.",
  description: "Contoso Context Filter Driver",
  code: [
    { offset: 0x2a1c, instructions: contextCode },
    { offset: 0x30f4, instructions: allocation("CtxM", 1, "edi", SLOTS) },
    { offset: 0x338e, instructions: release("CtxM", SLOTS) },
  ],
  texts: [],
});

/** A driver that shapes traffic: the tag stands in its data only, inside longer words. */
const cohoqos = driverImage({
  name: "cohoqos",
  base: "fffff8800612a000",
  sizeBytes: 0xb000,
  timestamp: "Tue Nov  8 16:02:10 2011 (4EB95282)",
  fileVersion: "1.9.40.0",
  company: "Coho Winery Networks",
  description: "Coho Traffic Shaper",
  code: [],
  texts: [
    { offset: 0x40f4, text: "CohoLeakyBucketRate" },
    { offset: 0x4108, text: "CohoLeakyBucketDepth" },
  ],
});

/** Reads memory counters for a monitoring product. */
const litmem = driverImage({
  name: "litmem",
  base: "fffff88006136000",
  sizeBytes: 0x7000,
  timestamp: "Mon Jun 20 10:15:51 2011 (4DFF1DD7)",
  fileVersion: "3.1.7.0",
  company: "Litware, Inc.",
  description: "Litware Memory Monitor",
  code: [],
  texts: [{ offset: 0x3148, text: "LitQueryMmStatistics" }],
});

/** The kernel of CONTOSO-FS1, as it lay in memory in August 2012. */
export const contosoKernel = windows7Kernel({
  processors: 4,
  bases: {
    nt: "fffff8000184e000",
    hal: "fffff80001805000",
    fltmgr: "fffff88001093000",
    Ntfs: "fffff88001241000",
    srv2: "fffff88004cb2000",
  },
  drivers: [ctxflt, cohoqos, litmem, myfault],
});

/** A call of DeviceIoControl from a process, below the driver. */
export const systemCall: readonly string[] = [
  "nt!IopXxxControlFile+0x607",
  "nt!NtDeviceIoControlFile+0x56",
  "nt!KiSystemServiceCopyEnd+0x13",
  "0000000077a8138a",
];

/** The thread of NotMyFault that leaks, once a second. */
export const notMyFaultCaller: Caller = {
  frames: ["myfault+0x162f", "myfault+0x17c4", ...systemCall],
  process: "NotMyfault.exe",
  processId: 3348,
  threads: [3412],
};

/** What opens a stream: a client's request over the network, or a process of the server itself. */
const OPEN_FILTERED = [
  "fltmgr!FltpPerformPostCallbacks+0x368",
  "fltmgr!FltpLegacyProcessingAfterPreCallbacksCompleted+0x39b",
  "fltmgr!FltpCreate+0x2a9",
  "nt!IopParseDevice+0x5a7",
  "nt!ObpLookupObjectName+0x588",
  "nt!ObOpenObjectByName+0x306",
  "nt!IopCreateFile+0x2bc",
];
const BY_NETWORK = [
  ...OPEN_FILTERED,
  "srv2!Smb2ExecuteCreateReal+0x4d4",
  "srv2!Smb2ExecuteCreate+0xca",
  "srv2!SrvProcWorkerThread+0x15e",
  "nt!PspSystemThreadStartup+0x5a",
  "nt!KiStartSystemThread+0x16",
];
const BY_PROCESS = [...OPEN_FILTERED, "nt!NtCreateFile+0x78", "nt!KiSystemServiceCopyEnd+0x13", "0000000077a8152a"];

/** Who makes the filter driver allocate, from a return address in it on. */
export function streamCallers(...inDriver: readonly string[]): Caller[] {
  return [
    {
      frames: [...inDriver, ...BY_NETWORK],
      process: "System",
      processId: 4,
      threads: [2104, 2108, 2116, 2764],
      weight: 3,
    },
    { frames: [...inDriver, ...BY_PROCESS], process: "ctxagent.exe", processId: 1688, threads: [1732, 1904] },
  ];
}

/** Who makes it free the names: the last handle of a file was closed. */
export const nameReleasers: readonly Caller[] = [
  {
    frames: [
      "ctxflt+0x339c",
      "ctxflt+0x3b10",
      "fltmgr!FltpPerformPreCallbacks+0x2f7",
      "fltmgr!FltpDispatch+0xcf",
      "nt!IopCloseFile+0x11f",
      "nt!ObpDecrementHandleCount+0x8e",
      "nt!ObpCloseHandleTableEntry+0xb1",
      "nt!ObpCloseHandle+0x94",
      "nt!KiSystemServiceCopyEnd+0x13",
      "0000000077a8140a",
    ],
    process: "ctxagent.exe",
    processId: 1688,
    threads: [1732, 1904],
  },
];
