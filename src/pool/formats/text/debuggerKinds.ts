import type { TextKind } from "./TextKind.ts";

/** What a debugger prints, with prompts or copied without them, and what Driver Verifier and `handle` print of the same things. */
export const debuggerKinds: TextKind[] = [
  {
    kind: "the debugger's !poolused table",
    reader: "readDebuggerSession",
    signs: [
      [/(?:^[ \t]{0,8}|> {0,4})!poolused\b/m, 0.8],
      [/Sorting by {1,8}(?:Tag|NonPaged|Paged|Session)/, 0.8],
      [/Pool Used:/, 0.5],
      [/^ {0,80}NonPaged {4,80}Paged[ \t]{0,80}$/m, 0.7],
      [/^[ \t]{0,8}Tag {1,40}Allocs {1,40}Used {1,40}Allocs {1,40}Used/m, 0.8],
      [/Allocs {1,40}Frees {1,40}Diff {1,40}Used/, 0.8],
    ],
  },
  {
    kind: "the debugger's !vm report",
    reader: "readDebuggerSession",
    signs: [
      [/(?:^[ \t]{0,8}|> {0,4})!vm\b/m, 0.8],
      [/\*{1,8} Virtual Memory Usage/, 0.9],
      [/NonPagedPool Usage:?/, 0.8],
      [/NonPaged Bytes/, 0.4],
      [/^[ \t]{0,8}Physical Memory: {0,20}\d{1,20} {0,4}\( {0,20}\d{1,20} {0,4}Kb\)/m, 0.8],
      [/^[ \t]{0,8}ResAvail Pages:/m, 0.8],
    ],
  },
  {
    kind: "the debugger's !pool page",
    reader: "readDebuggerSession",
    signs: [
      [/^Pool page [0-9a-f`]{6,20} region is/m, 0.9],
      [/ size: {1,8}[0-9a-f]{1,8} previous size:/, 0.9],
      [/Scanning large pool allocation table|Searching (?:non)?paged pool/i, 0.8],
    ],
  },
  {
    kind: "the debugger's !irp report",
    reader: "readDebuggerSession",
    signs: [
      [/^[ \t]{0,8}Irp is active with \d{1,3} stacks/m, 0.9],
      [/cmd {1,4}flg {1,4}cl {1,4}Device {1,12}File/, 0.9],
      [/(?:^[ \t]{0,8}|> {0,4})!irp(?:find)?\b/m, 0.8],
      [/Irp {1,20}\[ {0,2}Thread/, 0.7],
    ],
  },
  {
    kind: "a report of Driver Verifier",
    reader: "readDebuggerSession",
    signs: [
      [/(?:^[ \t]{0,8}|> {0,4})!verifier\b/m, 0.8],
      [/^[ \t]{0,8}Verify (?:Flags )?Level\b/m, 0.9],
      [/^[ \t]{0,8}Verifier Flags:|^[ \t]{0,8}Verified drivers?:/im, 0.8],
      [/^[ \t]{0,8}(?:RaiseIRQLs|AcquireSpinLocks|AllocationsFailedDeliberately|CurrentPagedPoolAllocations):?/im, 0.8],
      [/^[# \t]{0,8}Parsing [0-9a-fx]{1,18} array entries/m, 0.8],
      [/^Pool block [0-9a-f`]{6,20}, Size /m, 0.8],
      [/Pool Allocations {1,20}(?:Type|NonPaged)|PoolTag statistics|Standard Settings:|Additional Settings:/i, 0.6],
    ],
  },
  {
    kind: "the debugger's stacks of calls",
    reader: "readDebuggerSession",
    signs: [
      [/\bPoolHitTag\b/i, 0.8],
      [/^[ \t#]{0,8}(?:Child-SP|ChildEBP) {1,20}RetAddr/m, 0.9],
      [/^Break instruction exception - code 80000003/m, 0.7],
      [/^Debugger \(not debuggee\) time:/m, 0.8],
    ],
  },
  {
    kind: "the debugger's list of modules, search or disassembly",
    reader: "readDebuggerSession",
    signs: [
      [/^start {1,20}end {1,20}module name/m, 0.9],
      [/^ {1,8}Loaded symbol image file:/m, 0.8],
      [/(?:^[ \t]{0,8}|> {0,4})!for_each_module\b/m, 0.8],
      [/^[0-9a-f]{8}`?[0-9a-f]{0,8} {1,2}[0-9a-f]{2,30} {1,24}[a-z]{2,12} {1,12}\S/m, 0.6],
      [/^[0-9a-f]{8}`?[0-9a-f]{8} {2}(?:[0-9a-f]{8}[ -]){1,4}|^[0-9a-f]{8} {2}(?:[0-9a-f]{8} ){1,4}/m, 0.6],
      [/^[0-9a-f]{8}`?[0-9a-f]{0,8} {2}(?:[0-9a-f]{2}[ -]){8,16}/m, 0.6],
    ],
  },
  {
    kind: "a list of kernel objects or handles",
    reader: "readDebuggerSession",
    signs: [
      [/^Object: [0-9a-f`]{6,20} {1,4}Type: \(/m, 0.9],
      [/^[ \t]{0,8}ObjectHeader: [0-9a-f`]{6,20}/m, 0.7],
      [/\\BaseNamedObjects\b/, 0.7],
      [/^(?:Nthandle|Handle) v\d/m, 0.8],
    ],
  },
  // A prompt alone is less of a sign than what was asked there, so that a log is named by what it tells.
  {
    kind: "a debugger session",
    reader: "readDebuggerSession",
    signs: [
      [/^[ \t]{0,8}(?:\d{1,4}(?:\.\d)?: ?)?l?kd(?::\w{1,8})?>/m, 0.75],
      [/^\d{1,3}:\d{3}(?::\w{1,8})?> /m, 0.7],
      [/^Microsoft \(R\) Windows Debugger Version/m, 0.9],
      [/^Opened log file '/m, 0.9],
      [/^Loading Dump File \[/m, 0.8],
      [/^Kernel base = 0x[0-9a-f`]{6,20}/m, 0.7],
    ],
  },
];
