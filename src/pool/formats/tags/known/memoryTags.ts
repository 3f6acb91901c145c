import { describeTags, POOLTAG_TXT, POOLUSED_SESSION } from "./describeTags.ts";

const POOLMON_DISPLAY = "https://learn.microsoft.com/en-us/windows-hardware/drivers/devtest/poolmon-display";
const VERIFIER = "https://learn.microsoft.com/en-us/windows-hardware/drivers/devtest/debugging-memory-leaks";

/** The memory manager and the file cache. */
export const CACHE_TAGS = describeTags("cache", POOLTAG_TXT, [
  ["MmSt", "P", "nt!mm", "the page tables of mapped and cached files; the tag most often blamed without reason"],
  ["MmCa", "N", "nt!mm", "one record for each mapped or cached file"],
  ["MmCi", "N", "nt!mm", "one record for each mapped program file"],
  ["CcSc", "N", "nt!cc", "one record for each file in the cache"],
  ["CcPc", "N", "nt!cc", "one record for each handle to a cached file"],
  ["CcBc", "N", "nt!cc", "pinned parts of cached files"],
  ["CcVa", "N", "nt!cc", "arrays that say which part of a file is mapped where"],
  ["CcVp", "N", "nt!cc", "arrays that say which part of a file is mapped where"],
]);

/** Tags under which many callers allocate: they name no driver. */
export const GENERIC_TAGS = describeTags("generic", POOLTAG_TXT, [
  ["None", "NP", "", "blocks whose caller gave no tag", { source: POOLMON_DISPLAY }],
  ["Ddk ", "NP", "", "blocks of drivers that kept the default tag of their kit"],
  ["Wdm ", "NP", "", "blocks of drivers that kept the default tag of their kit"],
  ["SIfs", "NP", "", "blocks of file system drivers that kept the default tag of their kit"],
  ["Io  ", "NP", "nt!io", "general needs of input and output"],
  [
    "Irp ",
    "N",
    "nt!io",
    "I/O requests",
    { advice: "Requests that are never completed: find in a dump (!irpfind) which driver they wait in." },
  ],
  ["Mdl ", "N", "nt!io", "descriptions of locked pages, made for any driver"],
  ["IoWI", "N", "nt!io", "work items that drivers queued", { source: POOLUSED_SESSION }],
  ["Cont", "N", "nt!mm", "physically contiguous memory for drivers"],
  ["ConT", "N", "nt!mm", "physically contiguous memory for drivers, in newer Windows", { source: undefined }],
  ["MmCm", "N", "nt!mm", "physically contiguous memory for drivers"],
  ["Strg", "P", "nt", "strings that the run-time library made for a caller"],
  ["List", "", "", "list entries made by kernel utilities"],
  [
    "Ovfl",
    "NP",
    "nt",
    "everything that came after the table of tags was full",
    {
      advice:
        "The table of tags is full, so single tags are not counted any more: restart to count them anew; until then no tag can be trusted to be whole.",
    },
  ],
  ["BIG ", "P", "nt!mm", "large blocks of a logon session", { kind: "session" }],
  [
    "NDnd",
    "N",
    "ndis.sys",
    "network packets made for any network driver",
    {
      source: "https://support.microsoft.com/help/4534307",
      advice:
        "Known to leak on DirectAccess servers before the update KB4534307; else get the call stacks of its allocations.",
    },
  ],
]);

/** Other parts of the kernel. */
export const EXECUTIVE_TAGS = describeTags("executive", POOLTAG_TXT, [
  ["Vad ", "N", "nt!mm", "descriptions of the address ranges of processes"],
  [
    "VadS",
    "N",
    "nt!mm",
    "descriptions of the private address ranges of processes",
    {
      advice:
        "It grows with the memory regions of processes: look for a process whose virtual size or region count grows.",
    },
  ],
  ["Mmdl", "N", "nt!mm", "descriptions of pages on their way to disk"],
  ["MmIn", "N", "nt!mm", "pages on their way in from disk"],
  ["MmDT", "N", "nt!mm", "the memory manager's debug data"],
  ["Pool", "N", "nt", "the pool's own tables"],
  ["ExWl", "N", "nt", "entries of the kernel's work queues"],
  ["KAPC", "N", "nt!io", "calls queued to a thread, to report hard errors"],
  ["Wait", "N", "nt", "what a thread needs to wait for several things; allocated and freed without pause"],
  ["PsTp", "NP", "nt!ps", "ports that are told when a thread ends"],
  ["Ps  ", "NP", "nt!ps", "general needs of processes"],
  ["PsIm", "", "nt!ps", "whom a thread acts for", { kind: "security" }],
  [
    "HalD",
    "N",
    "hal.dll",
    "buffers and maps for direct memory access",
    {
      kind: "driver",
      advice: "A device driver asks for it: get the call stacks of its allocations.",
      source: POOLUSED_SESSION,
    },
  ],
  ["Aml?", "N", "acpi.sys", "what runs the firmware's own programs: their heap, their contexts"],
  ["EtwB", "N", "nt!etw", "buffers of trace sessions", { kind: "trace", source: POOLUSED_SESSION }],
  [
    "EtwR",
    "N",
    "nt!etw",
    "one record for each event provider",
    {
      kind: "object",
      source: undefined,
      advice:
        "A process registers event providers again and again without end: look for a process whose EtwRegistration handles grow.",
    },
  ],
  ["Wmip", "NP", "nt!wmi", "general needs of management instrumentation", { kind: "trace" }],
  ["Wmit", "NP", "nt!wmi", "trace sessions of management instrumentation", { kind: "trace" }],
  ["VMdl", "N", "nt!vf", "page descriptions made for a verified driver", { kind: "verifier", source: VERIFIER }],
  ["Vfwi", "N", "nt!vf", "work items made for a verified driver", { kind: "verifier", source: VERIFIER }],
  ["Irp+", "N", "nt!vf", "I/O requests made for a verified driver", { kind: "verifier" }],
]);
