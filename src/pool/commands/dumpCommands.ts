import { ADMIN, parts, type Command } from "./Command.ts";

const DEBUGGER = "https://learn.microsoft.com/en-us/windows-hardware/drivers/debuggercmds";
const CRASHES = "https://learn.microsoft.com/en-us/windows-hardware/drivers/debugger";
const SYSINTERNALS = "https://learn.microsoft.com/en-us/sysinternals/downloads";
const ON_A_DUMP = "a kernel debugger on a kernel or complete dump";
const DISK = "as much free disk as the kernel uses memory: several gigabytes where pool has leaked";

/** How a dump is made, opened and looked into. */
export const dumpCommands = {
  "dump-type": {
    template: "reg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\CrashControl /v CrashDumpEnabled",
    shell: "cmd",
    does: "Shows which dump the machine writes when it crashes.",
    parts: parts([
      "CrashDumpEnabled",
      "0x0 none, 0x1 complete, 0x2 kernel, 0x3 small, 0x7 automatic, which is a kernel dump",
    ]),
    needs: [],
    cost: "None. To change it takes a restart.",
    source: "https://learn.microsoft.com/en-us/troubleshoot/windows-server/performance/memory-dump-file-options",
  },
  "crash-notmyfault": {
    template: "notmyfaultc64 crash 0x01",
    shell: "cmd",
    does: "Crashes the machine at once, so that it writes its dump.",
    parts: parts(
      ["notmyfaultc64", "the console version for 64-bit Windows; notmyfaultc for 32-bit"],
      ["crash 0x01", "a driver of the tool touches memory as no driver may"],
    ),
    needs: ["notmyfault from Sysinternals", ADMIN, "a page file on the boot volume that holds the dump"],
    cost: "The machine is down until the dump is written and Windows has started again. What was not saved is lost.",
    source: `${SYSINTERNALS}/notmyfault`,
  },
  "crash-keyboard": {
    template:
      "reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\kbdhid\\Parameters /v CrashOnCtrlScroll /t REG_DWORD /d 1",
    shell: "cmd",
    does: "Lets a USB keyboard crash the machine: hold the right Ctrl key and press Scroll Lock twice.",
    parts: parts(["kbdhid", "USB keyboards; for a PS/2 keyboard the key is i8042prt"], ["/d 1", "on; 0 is off again"]),
    needs: [ADMIN, "a restart, so set it before you need it"],
    cost: "None until somebody presses the keys. Then the machine is down until the dump is written.",
    source: `${CRASHES}/forcing-a-system-crash-from-the-keyboard`,
  },
  "livekd-dump": {
    template: "livekd -o C:\\dumps\\pool.dmp",
    shell: "cmd",
    does: "Writes a dump while the machine runs on.",
    parts: parts(["-o", "to this file, instead of opening a debugger"]),
    needs: ["livekd.exe from Sysinternals", "the Debugging Tools for Windows", ADMIN, DISK],
    cost: "No restart. Disk and processor are busy for minutes, and memory changes while it is read, so a list may break off.",
    source: `${SYSINTERNALS}/livekd`,
  },
  "livekd-mirror": {
    template: "livekd -m -o C:\\dumps\\pool.dmp",
    shell: "cmd",
    does: "Writes a consistent dump of the kernel's memory while the machine runs on.",
    parts: parts(
      ["-m", "mirrors the kernel's memory first, so that all of it is of one moment"],
      ["-o", "to this file"],
    ),
    needs: ["livekd.exe from Sysinternals", "the Debugging Tools for Windows", ADMIN, DISK],
    cost: "No restart. It may need much free memory, which a machine that leaks does not have.",
    source: `${SYSINTERNALS}/livekd`,
  },
  "open-dump": {
    template: "windbg -z C:\\dumps\\pool.dmp",
    shell: "cmd",
    does: "Opens a dump in the debugger, on any computer.",
    parts: parts(["-z", "this dump file"]),
    needs: ["the Debugging Tools for Windows"],
    cost: "None for the machine that leaked. A dump holds its secrets: treat the file like its memory.",
    source: `${CRASHES}/opening-a-crash-dump-file-using-windbg`,
  },
  "kd-log": {
    template: ".logopen C:\\cases\\dump.txt",
    shell: "kd",
    does: "Keeps all that the debugger prints in a file; .logclose ends it.",
    parts: [],
    needs: [],
    cost: "None.",
    source: `${DEBUGGER}/-logopen--open-log-file-`,
  },
  "kd-symbols": {
    template: ".symfix C:\\symbols",
    shell: "kd",
    does: "Takes symbols from Microsoft's server and keeps them in this folder.",
    parts: [],
    needs: ["a way to msdl.microsoft.com, or a folder that somebody filled elsewhere"],
    cost: "None.",
    source: `${DEBUGGER}/-symfix--set-symbol-store-path-`,
  },
  "kd-reload": {
    template: ".reload",
    shell: "kd",
    does: "Loads symbols anew; those of the kernel at once, others when they are needed.",
    parts: [],
    needs: [ON_A_DUMP],
    cost: "A download of some megabytes the first time.",
    source: `${DEBUGGER}/-reload--reload-module-`,
  },
  "kd-vm-processes": {
    template: "!vm",
    shell: "kd",
    does: "The same with every process: where commit has run out, who holds it.",
    parts: [],
    needs: ["a kernel debugger on a kernel or complete dump, or on the machine, with symbols of the kernel"],
    cost: "None on a dump.",
    source: `${DEBUGGER}/-vm`,
  },
  "kd-page": {
    template: "!pool fffffa80070f31e0",
    shell: "kd",
    does: "Shows the page of pool that holds an address, block by block.",
    parts: parts(["fffffa80070f31e0", "an address that !poolfind printed"]),
    needs: [ON_A_DUMP],
    cost: "None on a dump.",
    source: `${DEBUGGER}/-pool`,
  },
  "kd-block-words": {
    template: "dps fffffa80070f31e0 l20",
    shell: "kd",
    does: "Shows what a block holds, word by word, with the name of every function that a word points into.",
    parts: parts(["dps", "words of a pointer's size, with symbols"], ["l20", "so many of them, in hexadecimal: 32"]),
    needs: [ON_A_DUMP],
    cost: "None on a dump.",
    source: `${DEBUGGER}/dds--dps--dqs--display-words-and-symbols-`,
  },
  "kd-module-at": {
    template: "lm a fffff880`05a1f3aa",
    shell: "kd",
    does: "Names the module that holds an address.",
    parts: parts(["a fffff880`05a1f3aa", "an address that the search printed"]),
    needs: [ON_A_DUMP],
    cost: "None.",
    source: `${DEBUGGER}/lm--list-loaded-modules-`,
  },
  "kd-code-at": {
    template: "u fffff880`05a1f3aa-2 l4",
    shell: "kd",
    does: "Shows the instructions from there on: what the code does with the tag.",
    parts: parts(
      ["-2", "two bytes back: the tag is the end of an instruction, and 41 b8 is its beginning; before ba it is one"],
      ["l4", "four instructions, up to the call"],
    ),
    needs: [ON_A_DUMP],
    cost: "None.",
    source: `${DEBUGGER}/u--unassemble-`,
  },
} as const satisfies Record<string, Command>;
