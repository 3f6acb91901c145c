import { describeTags, POOLTAG_TXT } from "./describeTags.ts";

/** File systems, their filters and their servers. */
export const FILE_SYSTEM_TAGS = describeTags("filesystem", POOLTAG_TXT, [
  ["Ntfx", "N", "ntfs.sys", "general needs of NTFS"],
  ["NtxF", "N", "ntfs.sys", "the part of an open file's record that must stay in memory", { source: undefined }],
  ["NtfF", "P", "ntfs.sys", "open directories and other indexes"],
  ["Ntff", "P", "ntfs.sys", "open files"],
  ["Ntfc", "P", "ntfs.sys", "handles to open files"],
  ["NtfC", "P", "ntfs.sys", "handles to open files"],
  ["Ntfr", "N", "ntfs.sys", "locks of open files"],
  ["NtFs", "NP", "ntfs.sys", "structures of open files"],
  ["NtFL", "N", "ntfs.sys", "records for the file system's log"],
  [
    "NtFC",
    "NP",
    "ntfs.sys",
    "records made when a file is opened",
    {
      advice:
        "Files are opened and something keeps them: look for a filter driver (wcifs, bindflt, an antivirus) whose own tag grows one for one.",
    },
  ],
  ["FMfn", "P", "fltmgr.sys", "file names kept for filter drivers", { kind: "cache", source: undefined }],
  ["FMsl", "N", "fltmgr.sys", "one list for each open file, for the filter drivers' contexts", { source: undefined }],
  ["FSrt", "NP", "nt!fsrtl", "run-time library of the file systems"],
  ["FSro", "NP", "nt!fsrtl", "locks and lists that a file system leaves to the run-time library"],
  ["FSim", "NP", "nt!fsrtl", "tables that map a file's parts to places on the disk"],
  ["IoNm", "P", "nt!io", "names of files being opened"],
  ["Fat?", "NP", "fastfat.sys", "structures of FAT volumes"],
  ["Mup?", "P", "mup.sys", "which network provider serves a path"],
  ["Rx??", "NP", "rdbss.sys", "open files on other machines"],
  ["Sm??", "P", "mrxsmb.sys", "connections to file servers"],
  [
    "LS??",
    "NP",
    "srv.sys",
    "work items and connections of the file server",
    {
      kind: "network",
      advice: "It follows the number of clients and requests: compare it with the load before calling it a leak.",
    },
  ],
  [
    "NpFr",
    "NP",
    "npfs.sys",
    "data written to a named pipe and not read yet",
    { advice: "A process does not read its pipe: find the one that owns it and hangs." },
  ],
  ["NpFw", "P", "npfs.sys", "writers that wait at a named pipe"],
  ["NpFc", "P", "npfs.sys", "ends of named pipes"],
  ["MsFw", "P", "msfs.sys", "readers that wait at a mailslot"],
  [
    "WCsc",
    "NP",
    "wcifs.sys",
    "the containers' file filter: one record for each open stream",
    { kind: "driver", source: "https://github.com/microsoft/WSL/issues/40804" },
  ],
]);

/** The registry. */
export const REGISTRY_TAGS = describeTags("registry", POOLTAG_TXT, [
  ["CM??", "P", "nt!cm", "registry hives, keys and values in memory"],
  ["CMVa", "P", "nt!cm", "registry values on their way"],
  ["CMkb", "P", "nt!cm", "one record for each key that is open"],
  ["CM  ", "P", "nt!cm", "general needs of the registry"],
]);

/** Access control. */
export const SECURITY_TAGS = describeTags("security", POOLTAG_TXT, [
  ["Se  ", "", "nt!se", "general needs of access control"],
  ["SeTd", "P", "nt!se", "the part of an access token that varies"],
  ["SeSd", "P", "nt!se", "security descriptors"],
  ["SeAc", "P", "nt!se", "access control lists"],
  ["SeSi", "P", "nt!se", "account identifiers"],
  ["SeLs", "", "nt!se", "logon sessions"],
  ["SeLS", "", "nt!se", "logon sessions that are watched"],
  ["SePa", "N", "nt!se", "program names for the audit of processes"],
]);
