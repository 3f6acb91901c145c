import { ADMIN, parts, type Command } from "./Command.ts";

const WPT = "https://learn.microsoft.com/en-us/windows-hardware/test/wpt";
const VERIFIER = "https://learn.microsoft.com/en-us/windows-hardware/drivers/devtest";

/** What records the calls behind an allocation: traces of the Windows Performance Toolkit, and Driver Verifier. */
export const recordingCommands = {
  "paging-executive": {
    template: "wpr -disablepagingexecutive on",
    shell: "cmd",
    does: "Keeps kernel code in memory, without which stacks of a 64-bit Windows 7 or Server 2008 R2 are cut off.",
    parts: parts(["-disablepagingexecutive on", "takes effect at the next start; off undoes it"]),
    needs: ["the Windows Performance Toolkit", ADMIN, "a restart"],
    cost: "Some memory until it is switched off again.",
    source: `${WPT}/wpr-command-line-options`,
  },
  "wpr-pool": {
    template: "wpr -start Pool -filemode",
    shell: "cmd",
    does: "Records all pool allocations and frees with their stacks; stop after some minutes with: wpr -stop pool.etl.",
    parts: parts(["Pool", "the built-in profile for pool"], ["-filemode", "to a file, not to a ring in memory"]),
    needs: ["the Windows Performance Toolkit", ADMIN],
    cost: "Large: a busy server writes gigabytes in minutes and loses events. Where the tag is known, trace that tag alone.",
    source: `${WPT}/wpr-command-line-options`,
  },
  "xperf-stop": {
    template: "xperf -d pool.etl",
    shell: "cmd",
    does: "Stops the recording and writes it to a file.",
    parts: parts(["-d pool.etl", "merges what was recorded into this file"]),
    needs: ["the Windows Performance Toolkit", ADMIN],
    cost: "A minute of disk.",
    source: `${WPT}/stop`,
  },
  "verifier-pool": {
    template: "verifier /flags 8 /driver {driver}",
    shell: "cmd",
    does: "Has Driver Verifier keep a list of all blocks of this driver, with who asked for each.",
    parts: parts(["/flags 8", "pool tracking alone"], ["/driver {driver}", "this driver alone"]),
    needs: [ADMIN, "a restart"],
    cost: "Small for one driver; never /all or /standard on a machine that serves somebody. If it is unloaded with blocks left, the machine stops with bug check 0xC4, which is a proof. Undo it with: verifier /reset.",
    source: `${VERIFIER}/pool-tracking`,
  },
  "verifier-query": {
    template: "verifier /query",
    shell: "cmd",
    does: "Shows what Driver Verifier has counted so far: whether the driver is loaded, and what it holds now and held at most.",
    parts: [],
    needs: [ADMIN],
    cost: "None.",
    source: `${VERIFIER}/verifier-command-line`,
  },
  "verifier-reset": {
    template: "verifier /reset",
    shell: "cmd",
    does: "Switches Driver Verifier off again.",
    parts: [],
    needs: [ADMIN, "a restart"],
    cost: "None.",
    source: `${VERIFIER}/verifier-command-line`,
  },
} as const satisfies Record<string, Command>;
