import { parts, type Command } from "./Command.ts";

const DEBUGGER = "https://learn.microsoft.com/en-us/windows-hardware/drivers/debuggercmds";
const GUIDE = "https://learn.microsoft.com/en-us/windows-hardware/drivers/debugger";
const FIND_LEAK = `${GUIDE}/using-the-kernel-debugger-to-find-a-kernel-mode-memory-leak`;
const LIVE = "a live kernel debugger with symbols of the kernel";
const AT_A_HIT = "the machine stopped at a hit of nt!PoolHitTag, x64";

/** What is typed around nt!PoolHitTag, from the log that is opened to the variable that is cleared. */
export const hitCommands = {
  "kd-hit-log": {
    template: ".logopen /t c:\\cases\\poolhittag.txt",
    shell: "kd",
    does: "Writes all that the debugger shows from here on to a file.",
    parts: parts(["/t", "puts date and time into the file's name, so that no log replaces another"]),
    needs: ["a debugger, and a folder on the machine that it runs on"],
    cost: "None on the machine that is debugged.",
    source: `${DEBUGGER}/-logopen--open-log-file-`,
  },
  "kd-hit-stamps": {
    template: ".echotimestamps 1",
    shell: "kd",
    does: "Puts the time before each break.",
    parts: parts(["1", "on; 0 is off, as at the start"]),
    needs: ["a debugger"],
    cost: "None.",
    source: `${DEBUGGER}/-echotimestamps--show-time-stamps-`,
  },
  "kd-hit-frames": {
    template: ".kframes 40",
    shell: "kd",
    does: "Makes stacks long enough to reach their outermost caller.",
    parts: parts(["40", "64 frames: the debugger reads numbers as hexadecimal"]),
    needs: ["a debugger"],
    cost: "None.",
    source: `${DEBUGGER}/-kframes--set-stack-length-`,
  },
  "kd-hit-show": {
    template: "dc nt!PoolHitTag l1",
    shell: "kd",
    does: "Shows the variable as a number, and behind it as letters in the order in which PoolMon shows them.",
    parts: parts(["dc", "four bytes as a number and as characters"], ["l1", "one of them"]),
    needs: [LIVE],
    cost: "None, while the machine stands still anyway.",
    source: `${DEBUGGER}/d--da--db--dc--dd--dd--df--dp--dq--du--dw--dw--dyb--dyd--display-memor`,
  },
  "kd-hit-go": {
    template: "g",
    shell: "kd",
    does: "Lets the machine run, until the next hit.",
    parts: [],
    needs: [LIVE],
    cost: "None: before it the machine stands still.",
    source: `${DEBUGGER}/g--go-`,
  },
  "kd-hit-stack": {
    template: "k",
    shell: "kd",
    does: "Prints the call stack, the newest frame first.",
    parts: [],
    needs: ["symbols of the kernel; without those of a driver its frames are module and offset, which is enough"],
    cost: "The machine stands still meanwhile.",
    source: `${DEBUGGER}/k--kb--kc--kd--kp--kp--kv--display-stack-backtrace-`,
  },
  "kd-hit-allocated": {
    template: "gu; r rax",
    shell: "kd",
    does: "At an allocation: lets the pool routine return, then shows the block that it gave.",
    parts: parts(
      ["gu", "runs until the routine has returned"],
      ["r rax", "the register in which it returns the block"],
    ),
    needs: [AT_A_HIT],
    cost: "The machine runs for a moment: a hit on another processor may come in between.",
    source: `${DEBUGGER}/gu--go-up-`,
  },
  "kd-hit-freed": {
    template: "r rcx",
    shell: "kd",
    does: "At a free: shows the block that is given back, as long as the routine has kept its first argument in the register.",
    parts: parts(["rcx", "the register in which the first argument is passed"]),
    needs: [AT_A_HIT],
    cost: "None, while the machine stands still anyway.",
    source: `${DEBUGGER}/r--registers-`,
  },
  "kd-hit-process": {
    template: "!process -1 0",
    shell: "kd",
    does: "Names the process whose thread was stopped: who asked. System, where a driver's own thread or a worker did.",
    parts: parts(["-1", "the current process"], ["0", "its name and numbers, no more"]),
    needs: [LIVE],
    cost: "None, while the machine stands still anyway.",
    source: `${DEBUGGER}/-process`,
  },
  "kd-hit-loop": {
    template: ".while (1) { k; r rcx; gu; r rax; g }",
    shell: "kd",
    does: "At each hit prints the stack and both registers, and goes on, until Ctrl+Break.",
    parts: parts(
      [".while (1)", "without an end"],
      ["r rcx", "the block, if it was a free"],
      ["gu; r rax", "the block, if it was an allocation"],
    ),
    needs: ["nt!PoolHitTag set, and the machine stopped at its first hit", "a log file that is open"],
    cost: "The machine stops at each hit for as long as the connection takes to carry all this over: the faster the connection the better.",
    source: `${DEBUGGER}/-while`,
  },
  "kd-hit-breakpoint": {
    template: 'bp nt!ExAllocatePool2 ".if (@r8 == 0x{tagValue}) { k; gc } .else { gc }"',
    shell: "kd",
    does: "Another way to the stacks, where nt!PoolHitTag is not to be had: stops at every allocation of this routine, and prints the stack of those with the tag.",
    parts: parts(
      ["nt!ExAllocatePool2", "older drivers call nt!ExAllocatePoolWithTag instead; watch both"],
      ["@r8", "the third argument, which is the tag in both"],
      ["gc", "goes on as before the stop"],
    ),
    needs: [LIVE],
    cost: "Every allocation of whatever tag stops the machine: only where it may come to a crawl.",
    source: `${GUIDE}/setting-a-conditional-breakpoint`,
  },
  "kd-hit-off": {
    template: "ed nt!PoolHitTag 0",
    shell: "kd",
    does: "Takes the tag off again. Zero is no tag, so nothing stops any more.",
    parts: [],
    needs: [LIVE],
    cost: "None.",
    source: FIND_LEAK,
  },
  "kd-hit-log-close": {
    template: ".logclose",
    shell: "kd",
    does: "Closes the log file.",
    parts: [],
    needs: ["a log file that is open"],
    cost: "None.",
    source: `${DEBUGGER}/-logclose--close-log-file-`,
  },
} as const satisfies Record<string, Command>;
