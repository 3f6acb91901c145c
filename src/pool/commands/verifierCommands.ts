import { ADMIN, parts, type Command } from "./Command.ts";

const DEVTEST = "https://learn.microsoft.com/en-us/windows-hardware/drivers/devtest";
const DEBUGGER = "https://learn.microsoft.com/en-us/windows-hardware/drivers/debuggercmds";
const SYMBOLS = "a kernel debugger with symbols of the kernel";

/** What one types around Driver Verifier's pool tracking: to set it up, to look, and to read what it kept. */
export const verifierCommands = {
  "verifier-querysettings": {
    template: "verifier /querysettings",
    shell: "cmd",
    does: "Shows what is set for the next start: the options, and the drivers.",
    parts: [],
    needs: [ADMIN],
    cost: "None.",
    source: `${DEVTEST}/verifier-command-line`,
  },
  "verifier-oneboot": {
    template: "verifier /bootmode oneboot",
    shell: "cmd",
    does: "Lets the settings hold for the next start only, so that nobody can forget them.",
    parts: parts(["oneboot", "Verifier is off again at the start after the next one"]),
    needs: ["Windows 8.1 or Server 2012 R2, or later", ADMIN],
    cost: "None.",
    source: `${DEVTEST}/verifier-command-line`,
  },
  "verifier-volatile": {
    template: "verifier /volatile /flags 8 /adddriver {driver}",
    shell: "cmd",
    does: "Switches pool tracking on for this driver at once, until the next start.",
    parts: parts(
      ["/volatile", "at once, and lost at the next start"],
      ["/flags 8", "pool tracking alone"],
      ["/adddriver {driver}", "also a driver that is loaded; what it allocated before is not in the list"],
    ),
    needs: [
      ADMIN,
      "Windows Vista to Windows 10, or a server of their time; Windows 11 does not take flag 8 with /volatile, but rule class 4 with /dif and /now",
    ],
    cost: "As with a restart. A loaded driver cannot be taken off again without one.",
    source: `${DEVTEST}/using-volatile-settings`,
  },
  "verifier-log": {
    template: "verifier /log verifier.log /interval 600",
    shell: "cmd",
    does: "Writes the counts of /query to a file every ten minutes, until it is stopped.",
    parts: parts(["/log verifier.log", "the file"], ["/interval 600", "seconds between two entries"]),
    needs: [ADMIN, "pool tracking, in force"],
    cost: "A few lines every ten minutes.",
    source: `${DEVTEST}/verifier-command-line`,
  },
  livekd: {
    template: "livekd -w",
    shell: "cmd",
    does: "Opens a kernel debugger on the machine itself, while it runs.",
    parts: parts(["-w", "WinDbg instead of kd"]),
    needs: ["LiveKd from Sysinternals", "the Debugging Tools for Windows", ADMIN],
    cost: "It loads a driver, and reads memory that changes meanwhile: a list may end in the middle. Then ask again.",
    source: "https://learn.microsoft.com/en-us/sysinternals/downloads/livekd",
  },
  "kd-verifier-block": {
    template: "!verifier 80 fffffa803e78a000",
    shell: "kd",
    does: "Shows what the log of allocations and frees still knows of one block: who allocated it, and who freed it.",
    parts: parts(
      ["80", "the log of pool allocations and frees; the debugger reads numbers as hexadecimal"],
      ["fffffa803e78a000", "the block's address, from the list"],
    ),
    needs: ["pool tracking by Driver Verifier since a restart", SYMBOLS],
    cost: "Seconds on a dump. It looks through the whole log; Ctrl+Break stops it.",
    source: `${DEBUGGER}/-verifier`,
  },
  "kd-thread": {
    template: "!thread fffffa8006a924b0",
    shell: "kd",
    does: "Shows a thread with the process that it belongs to.",
    parts: parts(["fffffa8006a924b0", "the thread, from the entry of the log"]),
    needs: [SYMBOLS, "a thread that still runs, or whose memory nobody has taken yet"],
    cost: "None.",
    source: `${DEBUGGER}/-thread`,
  },
  "kd-nearest": {
    template: "ln fffff88005a1f62f",
    shell: "kd",
    does: "Names the function that an address lies in, and with the driver's private symbols the line of its source.",
    parts: parts(["fffff88005a1f62f", "the caller, from the list"]),
    needs: ["the driver's own symbols; without them module and offset are all there is"],
    cost: "None.",
    source: `${DEBUGGER}/ln--list-nearest-symbols-`,
  },
  "kd-analyze": {
    template: "!analyze -v",
    shell: "kd",
    does: "Explains the bug check of a dump; for 0xC4 with 0x62 it names the driver and how many blocks it left.",
    parts: parts(["-v", "with all details"]),
    needs: [SYMBOLS, "the dump of the crash"],
    cost: "A minute.",
    source: `${DEBUGGER}/-analyze`,
  },
} as const satisfies Record<string, Command>;
