import { parts, type Command } from "./Command.ts";

const DEBUGGER = "https://learn.microsoft.com/en-us/windows-hardware/drivers/debuggercmds";
const KDNET =
  "https://learn.microsoft.com/en-us/windows-hardware/drivers/debugger/setting-up-a-network-debugging-connection-automatically";
const LIVE = "a live kernel debugger on the machine";
const STOPPED = "The machine stands still from the moment you break in until you type g: type fast.";

/** What is typed to give each use of a tag a letter of its own, and to take it back. */
export const patchCommands = {
  "kdnet-setup": {
    template: "kdnet.exe HOST 50000",
    shell: "cmd",
    does: "Prepares a machine for kernel debugging over the network, and prints the key that the debugger needs.",
    parts: parts(
      ["HOST", "name or address of the computer on which the debugger runs"],
      ["50000", "the port: one for each machine that is debugged"],
    ),
    needs: [
      "Windows 8 or Windows Server 2012, or newer: older ones are debugged over a serial cable, virtual machines over a virtual one",
      "an elevated prompt on the machine to be debugged, and kdnet.exe and VerifiedNICList.xml of the debugger's folder",
      "BitLocker and Secure Boot suspended where they are on",
      "a restart",
    ],
    cost: "A restart now and one when you switch it off. With kernel debugging on, whoever has the key owns the machine.",
    source: KDNET,
  },
  "kdnet-connect": {
    template: "windbg -k net:port=50000,key=KEY",
    shell: "cmd",
    does: "Waits, on the other computer, for the machine to connect; then Ctrl+Break stops it.",
    parts: parts(["net:port=50000", "the port that was given to kdnet"], ["key=KEY", "the key that kdnet printed"]),
    needs: ["the debugger on the other computer, and the port open in its firewall"],
    cost: "None until you break in. A machine that waits for its debugger serves nobody.",
    source: KDNET,
  },
  "kernel-debug-off": {
    template: "bcdedit /debug off",
    shell: "cmd",
    does: "Switches kernel debugging off again at the next start.",
    parts: [],
    needs: ["an elevated prompt on the machine", "a restart"],
    cost: "A restart, which also undoes every change of the code in memory.",
    source: "https://learn.microsoft.com/en-us/windows-hardware/drivers/devtest/bcdedit--debug",
  },
  "kd-tag-module": {
    template: "lm a ADDRESS",
    shell: "kd",
    does: "Names the module that an address lies in.",
    parts: parts(["a ADDRESS", "the address of a hit, as the search printed it"]),
    needs: ["a kernel debugger on a kernel or complete dump, or on the machine"],
    cost: "None.",
    source: `${DEBUGGER}/lm--list-loaded-modules-`,
  },
  "kd-tag-code": {
    template: "u ADDRESS-2 l4",
    shell: "kd",
    does: "Disassembles from two bytes before a hit, where the instruction begins that loads the tag for an allocation.",
    parts: parts(
      ["ADDRESS-2", "two bytes before the hit; one byte for a free, four for a value that goes onto the stack"],
      ["l4", "four instructions"],
    ),
    needs: ["a kernel debugger on a kernel or complete dump, or on the machine"],
    cost: "None on a dump.",
    source: `${DEBUGGER}/u--unassemble-`,
  },
  "kd-page-in": {
    template: ".pagein ADDRESS",
    shell: "kd",
    does: "Brings code back into memory that was paged out; then type g, and the debugger breaks in again.",
    parts: [],
    needs: [LIVE],
    cost: "The machine runs for a moment in between.",
    source: `${DEBUGGER}/-pagein--page-in-memory-`,
  },
  "kd-patch-letter": {
    template: "eb ADDRESS+3 31",
    shell: "kd",
    does: "Writes one byte: the tag's last letter becomes the digit 1.",
    parts: parts(
      ["eb", "enter bytes"],
      ["ADDRESS+3", "the fourth byte of the tag: the address of the hit and three more"],
      ["31", "the ASCII code of the digit 1, in hexadecimal; 32 is 2, and so on"],
    ),
    needs: [LIVE, "code that may be written to: memory integrity forbids it"],
    cost: `${STOPPED} Code is changed: a wrong address crashes it.`,
    source: `${DEBUGGER}/e--ea--eb--ed--ed--ef--ep--eq--eu--ew--eza--ezu--enter-values-`,
  },
  "kd-patch-check": {
    template: "dc ADDRESS l1",
    shell: "kd",
    does: "Shows the four bytes of the tag as a number and as letters: whether the change took.",
    parts: parts(["dc", "display as numbers of four bytes, with their letters"], ["l1", "one number"]),
    needs: [LIVE],
    cost: "None.",
    source: `${DEBUGGER}/d--da--db--dc--dd--dd--df--dp--dq--du--dw--dw--dyb--dyd--display-memor`,
  },
  "kd-go": {
    template: "g",
    shell: "kd",
    does: "Lets the machine run on.",
    parts: [],
    needs: [LIVE],
    cost: "None.",
    source: `${DEBUGGER}/g--go-`,
  },
} as const satisfies Record<string, Command>;
