import { ADMIN, parts, type Command } from "./Command.ts";

const COMMANDS = "https://learn.microsoft.com/en-us/windows-server/administration/windows-commands";

/** The machine around the leak: its size, its events, its processes, and a leak to practise on. */
export const machineCommands = {
  systeminfo: {
    template: "systeminfo",
    shell: "cmd",
    does: "Shows the Windows release, the RAM and the boot time: what the pool's limit depends on.",
    parts: [],
    needs: [],
    cost: "None.",
    source: `${COMMANDS}/systeminfo`,
  },
  "events-pool-empty": {
    template: 'wevtutil qe System /q:"*[System[(EventID=2019 or EventID=2020)]]" /f:text /rd:true /c:20',
    shell: "cmd",
    does: "Shows the last events 2019 (nonpaged pool empty) and 2020 (paged pool empty). Only the file server writes them: none is no proof.",
    parts: parts(
      ["qe System", "query the System log"],
      ["/q:", "only these two events"],
      ["/f:text", "readable text"],
      ["/rd:true", "newest first"],
      ["/c:20", "at most twenty"],
    ),
    needs: [],
    cost: "None.",
    source: `${COMMANDS}/wevtutil`,
  },
  "events-pool-empty-powershell": {
    template:
      "Get-WinEvent -FilterHashtable @{ LogName = 'System'; Id = 2019, 2020 } -MaxEvents 20 | Format-List TimeCreated, ProviderName, Id, Message",
    shell: "powershell",
    does: "The same in PowerShell. It says so when there are none.",
    parts: parts(["-FilterHashtable", "which log and which events"], ["-MaxEvents 20", "the newest twenty"]),
    needs: [],
    cost: "None.",
    source: "https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.diagnostics/get-winevent",
  },
  "handle-counts": {
    template: "Get-Process | Sort-Object HandleCount -Descending | Select-Object -First 15 Name, Id, HandleCount",
    shell: "powershell",
    does: "Shows the processes with the most handles: look twice, some hours apart. One that only rises leaks objects, not a driver.",
    parts: parts(["HandleCount", "open handles of the process"]),
    needs: [],
    cost: "None.",
    source: "https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.management/get-process",
  },
  tasklist: {
    template: "tasklist /svc",
    shell: "cmd",
    does: "Names the services in each process, to know which svchost it is.",
    parts: parts(["/svc", "the services of each process"]),
    needs: [],
    cost: "None.",
    source: `${COMMANDS}/tasklist`,
  },
  notmyfault: {
    template: "notmyfault64.exe",
    shell: "cmd",
    does: "Leaks pool on purpose, for practice: on its Leak page choose paged or nonpaged. Its allocations carry the tag Leak.",
    parts: parts(["64", "the version for 64-bit Windows"]),
    needs: ["NotMyFault from Sysinternals", ADMIN, "a test machine"],
    cost: "Leaks until it stops, can crash the machine, and loads a driver. Never on a production machine.",
    source: "https://learn.microsoft.com/en-us/sysinternals/downloads/notmyfault",
  },
} as const satisfies Record<string, Command>;
