import { parts, type Command } from "./Command.ts";

const DEBUGGER = "https://learn.microsoft.com/en-us/windows-hardware/drivers/debuggercmds";
const FIND_LEAK =
  "https://learn.microsoft.com/en-us/windows-hardware/drivers/debugger/using-the-kernel-debugger-to-find-a-kernel-mode-memory-leak";
const ANY_TARGET = "a kernel debugger on a kernel or complete dump, or on the machine, with symbols of the kernel";
const LIVE = "a live kernel debugger with symbols of the kernel: the machine stands still while it waits";

/** What is typed at the kernel debugger's prompt. */
export const debuggerCommands = {
  "kd-time": {
    template: "vertarget",
    shell: "kd",
    does: "Says which Windows it is, when the dump was taken and how long the machine had been up.",
    parts: [],
    needs: [ANY_TARGET],
    cost: "None.",
    source: `${DEBUGGER}/vertarget--show-target-computer-version-`,
  },
  "kd-vm": {
    template: "!vm 1",
    shell: "kd",
    does: "Shows how large both pools are beside their maxima, and whether an allocation failed.",
    parts: parts(["1", "without the list of processes"]),
    needs: [ANY_TARGET],
    cost: "None.",
    source: `${DEBUGGER}/-vm`,
  },
  "kd-poolused": {
    template: "!poolused 2",
    shell: "kd",
    does: "Lists the tags by the nonpaged pool that they hold.",
    parts: parts(["2", "sorted by nonpaged bytes"]),
    needs: [ANY_TARGET],
    cost: "None on a dump; on a live machine it stands still for some seconds.",
    source: `${DEBUGGER}/-poolused`,
  },
  "kd-poolused-paged": {
    template: "!poolused 4",
    shell: "kd",
    does: "Lists the tags by the paged pool that they hold.",
    parts: parts(["4", "sorted by paged bytes"]),
    needs: [ANY_TARGET],
    cost: "None on a dump; on a live machine it stands still for some seconds.",
    source: `${DEBUGGER}/-poolused`,
  },
  "kd-poolused-tag": {
    template: "!poolused 1 {tag}",
    shell: "kd",
    does: "Counts one tag's allocations and frees since the machine started: no frees beside many allocations are the best sign of a leak in a dump.",
    parts: parts(
      ["1", "verbose: allocations, frees and their difference"],
      ["{tag}", "? stands for any one character"],
    ),
    needs: [ANY_TARGET],
    cost: "None on a dump; on a live machine it stands still for some seconds.",
    source: `${DEBUGGER}/-poolused`,
  },
  "kd-poolfind": {
    template: "!poolfind {tag}",
    shell: "kd",
    does: "Finds blocks of the tag, to look into some of them: what they hold tells whose they are.",
    parts: parts(["{tag}", "? stands for any one character"]),
    needs: [ANY_TARGET],
    cost: "Minutes to an hour on a large machine; stop it with Ctrl+Break.",
    source: `${DEBUGGER}/-poolfind`,
  },
  "kd-search-tag": {
    template: '!for_each_module s -a @#Base @#End "{tag}"',
    shell: "kd",
    does: "Finds the tag's letters in all loaded modules: code that holds them allocates or frees under the tag.",
    parts: parts(
      ["!for_each_module", "once for each loaded module"],
      ["s -a", "searches memory for a text"],
      ["@#Base @#End", "from the module's first address to its last"],
    ),
    needs: [ANY_TARGET],
    cost: "Seconds.",
    source: `${DEBUGGER}/-for-each-module`,
  },
  "kd-module": {
    template: "lmvm {module}",
    shell: "kd",
    does: "Shows a module's file, version, date and maker.",
    parts: parts(["v", "with all details"], ["m {module}", "this module"]),
    needs: [ANY_TARGET],
    cost: "None.",
    source: `${DEBUGGER}/lm--list-loaded-modules-`,
  },
  "kd-hit-tag": {
    template: "ed nt!PoolHitTag {tagValue}",
    shell: "kd",
    does: "Stops the machine at each allocation and free of the tag; then k shows who asks, and g goes on. Write 0 there when done.",
    parts: parts(
      ["ed", "writes four bytes"],
      ["nt!PoolHitTag", "the tag at which the pool routines stop"],
      ["{tagValue}", "the tag's letters as a number, the first in the lowest byte"],
    ),
    needs: [LIVE],
    cost: "Each hit stops the machine: only for a tag with few of them.",
    source: FIND_LEAK,
  },
  "kd-verifier": {
    template: "!verifier 3 {driver}",
    shell: "kd",
    does: "Lists the verified driver's blocks that are not freed, each with the address of the code that asked for it.",
    parts: parts(["3", "statistics and outstanding allocations"]),
    needs: ["pool tracking by Driver Verifier for this driver since a restart", ANY_TARGET],
    cost: "None on a dump.",
    source: `${DEBUGGER}/-verifier`,
  },
  "kd-verifier-log": {
    template: "!verifier 80",
    shell: "kd",
    does: "Shows the last allocations and frees with their stacks; with a block's address behind it, those of that block.",
    parts: parts(["80", "the log of pool allocations and frees: a ring, so old blocks are no longer in it"]),
    needs: ["pool tracking by Driver Verifier since a restart", ANY_TARGET],
    cost: "None on a dump.",
    source: `${DEBUGGER}/-verifier`,
  },
  "kd-irpfind": {
    template: "!irpfind",
    shell: "kd",
    does: "Lists requests with the driver that holds each: where they pile up, somebody does not complete them.",
    parts: [],
    needs: [ANY_TARGET],
    cost: "Minutes on a large machine.",
    source: `${DEBUGGER}/-irpfind`,
  },
} as const satisfies Record<string, Command>;
