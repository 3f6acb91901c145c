import type { PooltagEntry } from "../../formats/tags/readPooltag.ts";

/** Tags as pooltag.txt lists them, in our own words; lines that begin with `10:` are only in lists for Windows 10 and later. */
const entries = `
8042 - i8042prt.sys - PS/2 keyboard and mouse port
AcpA - acpi.sys     - arbiter state of the ACPI bus
AcpB - acpi.sys     - buffers for ACPI method results
AcpD - acpi.sys     - one per device that ACPI enumerates
Acp* - acpi.sys     - other ACPI allocations
AfdB - afd.sys      - data that a socket has sent or not yet read
AfdC - afd.sys      - connections of stream sockets
AfdE - afd.sys      - socket endpoints
Afd? - afd.sys      - other socket allocations
ALPC - nt!alpc      - ports of local procedure calls
AlMs - nt!alpc      - messages on local procedure call ports
AmlC - acpi.sys     - contexts of the AML interpreter
AmlH - acpi.sys     - heap of the AML interpreter
Atom - <unknown>    - atom tables
AtmT - win32k.sys   - atom table entries
Bmfd - win32k.sys   - bitmap fonts
CcBc - nt!cc        - buffer control blocks of the cache
CcPc - nt!cc        - private cache maps, one per open of a cached file
CcSc - nt!cc        - shared cache maps, one per cached file
CcV? - nt!cc        - views of the cache and their tables
CM16 - nt!cm        - registry hive bins
CM25 - nt!cm        - registry hive bins
CMkb - nt!cm        - key control blocks of open registry keys
CMNb - nt!cm        - names shared by registry keys
CMVa - nt!cm        - registry values in flight
CM?? - nt!cm        - other registry allocations
Cng  - cng.sys      - cryptography, general
Cont - <unknown>    - contiguous memory that drivers ask for
CPnp - classpnp.sys - transfer packets of the storage class library
Ddk  - <unknown>    - drivers that did not choose a tag of their own
Devi - nt!io        - device objects
DfsC - dfsc.sys     - client of the distributed file system
Dire - nt!ob        - directory objects
Dh 1 - dxg.sys      - DirectDraw handle table, first level
Dh 2 - dxg.sys      - DirectDraw handle table, second level
Driv - nt!io        - driver objects
dump - crashdmp.sys - memory kept for writing a dump
DxgK - dxgkrnl.sys  - graphics kernel
EtwB - nt!etw       - buffers of trace sessions: grow when a trace is started
EtwG - nt!etw       - registered trace providers, by GUID
EtwR - nt!etw       - registrations of trace providers
Etw? - nt!etw       - other tracing allocations
Even - nt!ke        - event objects
ExWl - nt!ex        - entries of the executive's work queues
Fat* - fastfat.sys  - FAT file system
FIcs - fileinfo.sys - stream contexts of the file information filter
File - nt!io        - file objects: many when many files are open
FMfn - fltmgr.sys   - file names that the filter manager has looked up
FMsl - fltmgr.sys   - lists of filter contexts, one per open stream
FM?? - fltmgr.sys   - other filter manager allocations
FSim - nt!fsrtl     - state of the file system library
FSro - nt!fsrtl     - oplock state
FSrt - nt!fsrtl     - file system library, general
Gcac - win32k.sys   - glyphs of fonts
Gdbr - win32k.sys   - brushes
GDev - win32k.sys   - display devices
GTmp - win32k.sys   - short-lived drawing buffers: many allocations, nothing held
G??? - win32k.sys   - other drawing allocations
HalD - hal.dll      - memory for DMA
HidC - hidclass.sys - class driver of human input devices
Io   - nt!io        - I/O manager, general: look at the caller
IoNm - nt!io        - names of files that are being opened
Irp  - nt!io        - I/O request packets
Job  - nt!ps        - job objects
KAPC - nt!ke        - asynchronous procedure calls
Key  - nt!cm        - key objects: open registry keys
KRes - nt!ke        - resource locks
KSec - ksecdd.sys   - security support
LS?? - srv.sys      - server for SMB 1: follows the number of requests
LS2? - srv2.sys     - server for SMB 2: follows the number of requests
List - <unknown>    - list entries of the kernel's library
Mdl  - nt!io        - memory descriptor lists of I/O in flight
MmCa - nt!mm        - control areas of mapped and cached files
MmCi - nt!mm        - control areas of images
MmCm - nt!mm        - contiguous memory for drivers
MmIn - nt!mm        - pages being read
MmLd - nt!mm        - names of loaded drivers
MmSb - nt!mm        - subsections of mapped files
MmSm - nt!mm        - segments of mapped files
MmSt - nt!mm        - prototype page table entries: grow with cached files, fall when memory runs short
Mm?? - nt!mm        - other memory manager allocations
Mup? - mup.sys      - provider of network paths
Muta - nt!ke        - mutex objects
NDam - ndis.sys     - memory that network drivers ask NDIS for
NDnd - ndis.sys     - descriptions of network packets
NDpp - ndis.sys     - pools of network packets
ND?? - ndis.sys     - other NDIS allocations
NMR? - netio.sys    - registrations of network modules
None - <unknown>    - allocations without a tag
NpF? - npfs.sys     - named pipes: unread data counts here
NtFA - ntfs.sys     - attributes
NtFC - ntfs.sys     - opening of files
NtFL - ntfs.sys     - log of the file system
NtFs - ntfs.sys     - structures of open files
NtfC - ntfs.sys     - context of each open
Ntfc - ntfs.sys     - context of each open, its data
NtfF - ntfs.sys     - control blocks of directories
Ntff - ntfs.sys     - control blocks of files
Ntfr - ntfs.sys     - locks of control blocks
Ntfx - ntfs.sys     - nonpaged part of control blocks, general
NtxF - ntfs.sys     - nonpaged part of control blocks
Ntf? - ntfs.sys     - other NTFS allocations
Ntop - nt!fsrtl     - oplocks
ObDi - nt!ob        - directories of object names
ObHd - nt!ob        - how many handles each process has on an object
ObNm - nt!ob        - names of objects
ObSq - nt!ob        - security descriptors on their way to a caller
ObSt - nt!ob        - short-lived buffers of the object manager
Obtb - nt!ob        - handle tables
Ovfl - nt!ex        - the tag table itself was full
PciB - pci.sys      - PCI buses
Pci? - pci.sys      - other PCI allocations
Pool - nt!ex        - tables of the pool itself
Port - nt!lpc       - ports of local procedure calls before ALPC
PmPt - partmgr.sys  - partitions
Proc - nt!ps        - process objects
Ps   - nt!ps        - processes, general
PsTp - nt!ps        - termination ports of threads
RaRS - storport.sys - requests of storage adapters
Ra?? - storport.sys - other storage port allocations
Rx?? - rdbss.sys    - buffering of the network redirectors
ScC? - classpnp.sys - storage class library
ScD? - disk.sys     - disks
Se   - nt!se        - security, general: busy on every server
SeAt - nt!se        - security attributes
SeSd - nt!se        - security descriptors
SeTd - nt!se        - second half of tokens
SeTl - nt!se        - locks of tokens
Se?? - nt!se        - other security allocations
Sect - nt!mm        - section objects
Sema - nt!ke        - semaphore objects
Sm?? - mrxsmb.sys   - client for SMB
SrN? - srvnet.sys   - network side of the SMB servers
StCc - storport.sys - controller cache
Strg - nt!rtl       - strings made by the run-time library: look at the caller
Symb - nt!ob        - symbolic link objects
TcpE - tcpip.sys    - endpoints of TCP
Tcp? - tcpip.sys    - other TCP allocations
Thre - nt!ps        - thread objects
Time - nt!ke        - timer objects
Toke - nt!se        - token objects: one per log-on and impersonation
Udp? - tcpip.sys    - UDP
UlHC - http.sys     - HTTP connections
Ul?? - http.sys     - other allocations of the HTTP server
Us?? - win32k.sys   - windows, menus, input
usbp - usbport.sys  - USB ports
Vad  - nt!mm        - address ranges of processes
Vad? - nt!mm        - address ranges of processes, short form
VoSm - volsnap.sys  - bitmaps of shadow copies
VS?? - volsnap.sys  - other shadow copy allocations
Wait - nt!ke        - waits for several objects at once: many allocations, little held
Wfp? - netio.sys    - filtering platform
Wmi? - nt!wmi       - management instrumentation
10:bind - bindflt.sys  - redirection of paths for containers
10:Clip - clipsp.sys   - licences of installed applications
10:CldF - cldflt.sys   - files that live in a cloud
10:MmRe - nt!mm        - relocations of images
10:MP?? - wdfilter.sys - antivirus file filter
10:stnv - stornvme.sys - NVMe adapters
10:usbX - usbxhci.sys  - USB 3 controllers
10:VMsw - vmswitch.sys - virtual switch
10:WC?? - wcifs.sys    - file system of containers
10:WNF  - nt!ex        - notifications between components
`;

const HEADER = [
  "rem",
  "rem  Pool tags and what is behind them: an excerpt for the lessons, not the list that Microsoft ships.",
  "rem",
  "rem  Each line:  <tag> - <binary> - <description>",
  "rem  ? stands for any character of the tag, * for any further ones; the most exact line holds.",
  "rem  A tag that is not here belongs to a third party, or to a newer Windows than this list.",
  "rem",
  "",
];

/** The text of pooltag.txt for a machine of an era, lines ended by CR LF. */
export function pooltagText(era: "old" | "new"): string {
  const lines = entries.split("\n").filter((line) => line !== "");
  const own = lines.filter((line) => era === "new" || !line.startsWith("10:"));
  return [...HEADER, ...own.map((line) => line.replace(/^10:/, "")), ""].join("\r\n");
}

/** The same entries as the debugger looks them up. */
export function pooltagEntries(era: "old" | "new"): PooltagEntry[] {
  return pooltagText(era)
    .split("\r\n")
    .map((text, at) => ({ match: /^(.{4}) - (\S+) +- (.*)$/.exec(text), line: at + 1 }))
    .flatMap(({ match, line }) => {
      if (!match) return [];
      const [, tag, binary, description] = match;
      return [{ tag: tag!, binary: binary === "<unknown>" ? undefined : binary!, description: description!, line }];
    });
}
