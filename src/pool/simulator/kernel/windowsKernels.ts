import type { KernelImage } from "./KernelImage.ts";
import type { ModuleImage } from "./ModuleImage.ts";

/** Where a machine's modules lie: chosen anew at each boot, so each scenario has its own. */
export interface KernelPlaces {
  /** the bases of Windows' own modules by name: `nt`, `fltmgr`, `Ntfs` */
  bases: Readonly<Record<string, string>>;
  /** other people's drivers */
  drivers: readonly ModuleImage[];
  processors: number;
}

/** A module of Windows: its version is that of the build, its symbols are public. */
interface WindowsModule {
  name: string;
  file: string;
  sizeBytes: number;
  timestamp: string;
  description: string;
  functions: Readonly<Record<string, number>>;
  texts?: ModuleImage["texts"];
}

/*
 * The offsets of functions are ours, in the order in which a linker might put them; the distances within functions that stacks
 * show (`nt!IopXxxControlFile+0x607`) are of the size that these functions have.
 */
const windows7Modules: readonly WindowsModule[] = [
  {
    name: "nt",
    file: "ntoskrnl.exe",
    sizeBytes: 0x5e_a000,
    timestamp: "Sat May  5 00:32:02 2012 (4FA47502)",
    description: "NT Kernel & System",
    functions: {
      DbgBreakPointWithStatus: 0x7_3e90,
      KiSystemServiceCopyEnd: 0x7_d240,
      KiStartSystemThread: 0x7_9ac0,
      IofCompleteRequest: 0x8_7510,
      ExpWorkerThread: 0x8_b2a0,
      IofCallDriver: 0x8_d9c0,
      ExAllocatePoolWithTag: 0x1a_a9c0,
      ExFreePoolWithTag: 0x1a_bc30,
      PspSystemThreadStartup: 0x31_9760,
      NtCreateFile: 0x37_7b40,
      IopParseDevice: 0x37_8c60,
      ObpLookupObjectName: 0x37_b3e8,
      ObOpenObjectByName: 0x37_cc60,
      IopCreateFile: 0x37_e0a0,
      IopXxxControlFile: 0x38_0660,
      NtDeviceIoControlFile: 0x38_1290,
      IopCloseFile: 0x38_4b20,
      ObpDecrementHandleCount: 0x38_6310,
      ObpCloseHandleTableEntry: 0x38_6c40,
      ObpCloseHandle: 0x38_6f90,
      NtWriteFile: 0x38_98c0,
      IovCallDriver: 0x51_9080,
      IovAllocateMdl: 0x51_9c30,
      VerifierIoAllocateMdl: 0x52_a470,
      VeAllocatePoolWithTagPriority: 0x52_e0c0,
      VerifierExAllocatePoolWithTag: 0x52_e8a0,
      VerifierExFreePoolWithTag: 0x52_ee30,
    },
  },
  {
    name: "hal",
    file: "hal.dll",
    sizeBytes: 0x4_9000,
    timestamp: "Sat Nov 20 05:00:25 2010 (4CE755E9)",
    description: "Hardware Abstraction Layer DLL",
    functions: { HalpClockInterrupt: 0x1_a2f0 },
  },
  {
    name: "fltmgr",
    file: "fltmgr.sys",
    sizeBytes: 0x4_c000,
    timestamp: "Sat Nov 20 01:19:24 2010 (4CE7221C)",
    description: "Microsoft Filesystem Filter Manager",
    functions: {
      FltpPerformPreCallbacks: 0x1b40,
      FltpPerformPostCallbacks: 0x2a60,
      FltpLegacyProcessingAfterPreCallbacksCompleted: 0x3e60,
      FltpDispatch: 0x5c40,
      FltpCreate: 0x2_1490,
    },
  },
  {
    name: "Ntfs",
    file: "Ntfs.sys",
    sizeBytes: 0x1a_3000,
    timestamp: "Thu Mar 10 21:39:39 2011 (4D79451B)",
    description: "NT File System Driver",
    functions: { NtfsFsdCreate: 0xa_4a30, NtfsCommonCreate: 0xa_7f70, NtfsFsdWrite: 0x1_50b0 },
  },
  {
    name: "srv2",
    file: "srv2.sys",
    sizeBytes: 0x6_9000,
    timestamp: "Thu Apr 28 20:05:46 2011 (4DB9C89A)",
    description: "Smb 2.0 Server driver",
    functions: { Smb2ExecuteCreateReal: 0x4_c550, Smb2ExecuteCreate: 0x4_c2e0, SrvProcWorkerThread: 0x1_3410 },
  },
];

const windows2019Modules: readonly WindowsModule[] = [
  {
    name: "nt",
    file: "ntkrnlmp.exe",
    sizeBytes: 0xa7_1000,
    timestamp: "Mon Jul 27 02:11:05 2020 (5F1E37B9)",
    description: "NT Kernel & System",
    functions: {
      IofCallDriver: 0x3_e1c0,
      ExpWorkerThread: 0x3_f6a0,
      IofCompleteRequest: 0x4_0510,
      DbgBreakPointWithStatus: 0x1b_6f70,
      KiStartSystemThread: 0x1b_d0e0,
      KiSystemServiceCopyEnd: 0x1c_5250,
      ExFreePoolWithTag: 0x36_7010,
      ExAllocatePoolWithTag: 0x36_8030,
      PspSystemThreadStartup: 0x11_b8e0,
      ObOpenObjectByNameEx: 0x5e_4b90,
      ObpLookupObjectName: 0x5e_6270,
      IopParseDevice: 0x5e_9d60,
      IopCreateFile: 0x5f_0230,
      NtCreateFile: 0x5f_0b20,
      IopXxxControlFile: 0x60_3470,
      NtDeviceIoControlFile: 0x60_45c0,
      IopCloseFile: 0x60_6bd0,
      ObCloseHandleTableEntry: 0x60_7d80,
      NtClose: 0x60_8120,
      NtWriteFile: 0x60_ce10,
      PspCallProcessNotifyRoutines: 0x65_9b60,
      PspInsertThread: 0x65_cb30,
      NtCreateUserProcess: 0x66_1010,
      IovCallDriver: 0x9a_8910,
      VeAllocatePoolWithTagPriority: 0x9b_7a20,
      VerifierExAllocatePoolWithTag: 0x9b_8610,
      VerifierExFreePoolWithTag: 0x9b_8c40,
    },
  },
  {
    name: "hal",
    file: "hal.dll",
    sizeBytes: 0x9_c000,
    timestamp: "Wed Sep 12 03:11:34 1973 (06F3F5E6)",
    description: "Hardware Abstraction Layer DLL",
    functions: { HalpTimerClockInterrupt: 0x1_1c60 },
  },
  {
    name: "FLTMGR",
    file: "FLTMGR.SYS",
    sizeBytes: 0x7_1000,
    timestamp: "Sat Feb 14 11:20:07 1981 (14EBCC67)",
    description: "Microsoft Filesystem Filter Manager",
    functions: {
      FltpPerformPreCallbacks: 0x4690,
      FltpPassThroughCompletionWorker: 0x57c0,
      FltpLegacyProcessingAfterPreCallbacksCompleted: 0x6080,
      FltpDispatch: 0x5b60,
      FltpCreate: 0x3_c330,
    },
  },
  {
    name: "Ntfs",
    file: "Ntfs.sys",
    sizeBytes: 0x29_9000,
    timestamp: "Tue Aug 25 15:42:03 1987 (2131B04B)",
    description: "NT File System Driver",
    functions: {
      NtfsFsdCreate: 0x12_5d30,
      NtfsCommonCreate: 0x12_6970,
      NtfsFsdWrite: 0x2_8410,
      NtfsMasterIrpAsyncCompletionRoutine: 0x1_3a20,
    },
  },
  {
    name: "disk",
    file: "disk.sys",
    sizeBytes: 0x1_c000,
    timestamp: "Fri Jan  9 08:19:21 2009 (49670889)",
    description: "PnP Disk Driver",
    functions: { DiskCleanup: 0x3a10 },
  },
  {
    name: "partmgr",
    file: "partmgr.sys",
    sizeBytes: 0x3_1000,
    timestamp: "Thu Mar 19 22:00:13 2015 (550B46ED)",
    description: "Partition driver",
    functions: { PartitionIoCompletion: 0x21b0 },
  },
  {
    name: "volmgr",
    file: "volmgr.sys",
    sizeBytes: 0x1_a000,
    timestamp: "Mon Oct  6 13:38:18 1997 (3438E9CA)",
    description: "Volume Manager Driver",
    functions: { VmpReadWriteCompletionRoutine: 0x17c0 },
  },
];

function windowsImages(
  modules: readonly WindowsModule[],
  version: string,
  bases: KernelPlaces["bases"],
): ModuleImage[] {
  return modules.map(({ file, texts, ...module }) => {
    const base = bases[module.name];
    if (base === undefined) throw new Error(`The kernel's places name no base for ${module.name}.`);
    const isSystem = module.name === "nt" || module.name === "hal";
    return {
      ...module,
      path: module.name === "nt" ? file : `\\SystemRoot\\system32\\${isSystem ? "" : "drivers\\"}${file}`,
      base,
      fileVersion: version,
      company: "Microsoft Corporation",
      code: [],
      texts: texts ?? [],
    };
  });
}

/** Windows Server 2008 R2 with Service Pack 1, as of May 2012. */
export function windows7Kernel({ bases, drivers, processors }: KernelPlaces): KernelImage {
  return {
    modules: [...windowsImages(windows7Modules, "6.1.7601.17835", bases), ...drivers],
    version: `Windows 7 Kernel Version 7601 (Service Pack 1) MP (${processors} procs) Free x64`,
    build: "7601.17835.amd64fre.win7sp1_gdr.120503-2030",
    moduleListOffset: 0x24_5670,
    hasNxPool: false,
    routines: {
      allocate: {
        frame: "nt!ExAllocatePoolWithTag",
        hitFrame: "nt!ExAllocatePoolWithTag+0xa41",
        verifierFrames: ["nt!VeAllocatePoolWithTagPriority+0x2b6", "nt!VerifierExAllocatePoolWithTag+0x2d"],
        verifierMdlFrames: ["nt!IovAllocateMdl+0x4e", "nt!VerifierIoAllocateMdl+0x22"],
      },
      free: {
        frame: "nt!ExFreePoolWithTag",
        hitFrame: "nt!ExFreePoolWithTag+0x8d3",
        verifierFrames: ["nt!VerifierExFreePoolWithTag+0x1a"],
      },
    },
    poolHitTagOffset: 0x20_30fc,
    pools: {
      nonpaged: { small: "fffffa8006c00000", big: "fffffa801ec00000" },
      paged: { small: "fffff8a000c10000", big: "fffff8a030c00000" },
    },
    objects: "fffffa8006a00000",
  };
}

/** Windows Server 2019, build 17763, as of August 2020: the last server whose pools are not segment heaps. */
export function windows2019Kernel({ bases, drivers, processors }: KernelPlaces): KernelImage {
  const nonpaged = bases["nonpaged pool"] ?? "ffff9d0a4f200000";
  const paged = bases["paged pool"] ?? "ffffb68f1ac00000";
  const further = (address: string, bytes: bigint) => (BigInt(`0x${address}`) + bytes).toString(16);
  return {
    modules: [...windowsImages(windows2019Modules, "10.0.17763.1369", bases), ...drivers],
    version: `Windows 10 Kernel Version 17763 MP (${processors} procs) Free x64`,
    build: "17763.1.amd64fre.rs5_release.180914-1434",
    moduleListOffset: 0x43_4ad0,
    hasNxPool: true,
    routines: {
      allocate: {
        frame: "nt!ExAllocatePoolWithTag",
        hitFrame: "nt!ExAllocatePoolWithTag+0x1f3",
        verifierFrames: ["nt!VeAllocatePoolWithTagPriority+0x2d1", "nt!VerifierExAllocatePoolWithTag+0x77"],
      },
      free: {
        frame: "nt!ExFreePoolWithTag",
        hitFrame: "nt!ExFreePoolWithTag+0x5d8",
        verifierFrames: ["nt!VerifierExFreePoolWithTag+0x5f"],
      },
    },
    poolHitTagOffset: 0x42_6bf8,
    pools: {
      nonpaged: { small: nonpaged, big: further(nonpaged, 0x8000_0000n) },
      paged: { small: paged, big: further(paged, 0x8000_0000n) },
    },
    objects: further(nonpaged, -0x20_0000n),
  };
}
