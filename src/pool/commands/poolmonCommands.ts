import { ADMIN, parts, type Command } from "./Command.ts";

const POOLMON = "https://learn.microsoft.com/en-us/windows-hardware/drivers/devtest/poolmon-startup-command";
const EXAMPLES = "https://learn.microsoft.com/en-us/windows-hardware/drivers/devtest/poolmon-examples";
const NEEDS = ["poolmon.exe from the Windows Driver Kit, copied to the machine", ADMIN] as const;
const CHEAP = "Next to nothing: the kernel keeps these numbers anyway.";

/** Which tag holds the pool. */
export const poolmonCommands = {
  poolmon: {
    template: "poolmon /p /b",
    shell: "cmd",
    does: "Shows the nonpaged pool by tag, the largest first, refreshed every few seconds.",
    parts: parts(["/p", "nonpaged pool only; /p /p is paged only"], ["/b", "sort by bytes"]),
    needs: NEEDS,
    cost: CHEAP,
    source: POOLMON,
  },
  "poolmon-paged": {
    template: "poolmon /p /p /b",
    shell: "cmd",
    does: "Shows the paged pool by tag, the largest first.",
    parts: parts(["/p /p", "paged pool only"], ["/b", "sort by bytes"]),
    needs: NEEDS,
    cost: CHEAP,
    source: POOLMON,
  },
  "poolmon-change": {
    template: "poolmon /( /b",
    shell: "cmd",
    does: "Sorts by what changed since the last refresh. Five seconds show churn, not leaks: watch for minutes.",
    parts: parts(["/(", "sort by the change, not the value"], ["/b", "the change in bytes"]),
    needs: NEEDS,
    cost: CHEAP,
    source: POOLMON,
  },
  "poolmon-tag": {
    template: "poolmon /i{tag} /b",
    shell: "cmd",
    does: "Watches one tag: whether Diff and Bytes rise while Frees stand still.",
    parts: parts(
      ["/i{tag}", "only this tag; no blank after /i, upper and lower case count, ? stands for any one character"],
      ["/b", "sort by bytes"],
    ),
    needs: NEEDS,
    cost: CHEAP,
    source: POOLMON,
  },
  "poolmon-exclude": {
    template: "poolmon /x{tag} /b",
    shell: "cmd",
    does: "Leaves one tag out, to see what else grows.",
    parts: parts(["/x{tag}", "all tags but this one"], ["/b", "sort by bytes"]),
    needs: NEEDS,
    cost: CHEAP,
    source: POOLMON,
  },
  "poolmon-drivers": {
    template: "poolmon /g pooltag.txt /b",
    shell: "cmd",
    does: "Adds the column Mapped_Driver, from the list that comes with the tool.",
    parts: parts(["/g pooltag.txt", "the list of tags and drivers, beside poolmon.exe"], ["/b", "sort by bytes"]),
    needs: NEEDS,
    cost: CHEAP,
    source: POOLMON,
  },
  "poolmon-sessions": {
    template: "poolmon /s /b",
    shell: "cmd",
    does: "Shows the pools of logon sessions, where the tags of windows and graphics are on a terminal server.",
    parts: parts(["/s", "all sessions; /s2 is session 2"], ["/b", "sort by bytes"]),
    needs: NEEDS,
    cost: CHEAP,
    source: POOLMON,
  },
  "poolmon-totals": {
    template: "poolmon /b /e",
    shell: "cmd",
    does: "Shows totals at the bottom of the list.",
    parts: parts(["/e", "totals"], ["/b", "sort by bytes"]),
    needs: NEEDS,
    cost: CHEAP,
    source: POOLMON,
  },
  "poolmon-snapshot": {
    template: "poolmon /b /n poolsnap.log",
    shell: "cmd",
    does: "Writes one snapshot of all tags to a file and ends.",
    parts: parts(["/b", "sort by bytes"], ["/n poolsnap.log", "into this file, instead of the screen"]),
    needs: NEEDS,
    cost: CHEAP,
    source: POOLMON,
  },
  "poolmon-loop": {
    template:
      'cmd /v:on /c "for /l %i in (1,1,12) do @(echo !DATE! !TIME!>> pool.log & poolmon /b /r /n pool.log & timeout /t 900 /nobreak >nul)"',
    shell: "cmd",
    does: "Writes twelve snapshots into one file, one every 15 minutes, each under a line with the time.",
    parts: parts(
      ["/v:on", "lets !DATE! and !TIME! be read anew in each round; %TIME% would repeat the time of the start"],
      ["(1,1,12)", "twelve rounds; in a batch file write %%i for %i"],
      ["echo !DATE! !TIME!", "the stamp, without which growth cannot be told per hour"],
      ["/r", "adds the size of both pools; not in the documentation, but Microsoft's own collectors pass it"],
      ["/n pool.log", "adds the snapshot to this file"],
      ["timeout /t 900", "waits 15 minutes"],
    ),
    needs: NEEDS,
    cost: "Next to nothing. The prompt must stay open.",
    source: EXAMPLES,
  },
  "gflags-pool-tagging": {
    template: "gflags /r +ptg",
    shell: "cmd",
    does: "Switches pool tagging on for Windows XP and 2000. From Server 2003 on it is always on and the command fails.",
    parts: parts(["/r", "in the registry, for the next start"], ["+ptg", "pool tagging"]),
    needs: ["gflags.exe from the debugging tools", ADMIN, "a restart"],
    cost: "A restart, which also ends the leak for now.",
    source: "https://learn.microsoft.com/en-us/windows-hardware/drivers/debugger/gflags-flag-table",
  },
  fc: {
    template: "fc /n before.log after.log",
    shell: "cmd",
    does: "Compares two snapshots line by line, where nothing better is at hand.",
    parts: parts(["/n", "with line numbers"]),
    needs: ["two snapshots sorted alike; sort by tag (/t)"],
    cost: "None.",
    source: "https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/fc",
  },
} as const satisfies Record<string, Command>;
