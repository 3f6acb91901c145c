import { ADMIN, parts, type Command } from "./Command.ts";

const DEBUGGER = "https://learn.microsoft.com/en-us/windows-hardware/drivers";
const ATTACHED = "a debugger attached to the process: it stands still at each break";

/** Who reads an application's counters, under which name, and what Windows answers. */
export const sharedMemoryCommands = {
  "tlist-command-lines": {
    template: "tlist -c",
    shell: "cmd",
    does: "Lists the processes with their command lines: the collector is the rundll32.exe whose line ends in pla.dll,PlaHost.",
    parts: parts(["-c", "with the command line of each"]),
    needs: ["tlist.exe of the Debugging Tools for Windows", ADMIN],
    cost: "None.",
    source: `${DEBUGGER}/debugger/tlist`,
  },
  "collector-processes": {
    template:
      "Get-CimInstance Win32_Process -Filter \"Name='rundll32.exe'\" | Format-List ProcessId, SessionId, CommandLine",
    shell: "powershell",
    does: "The same without further tools, and with the session of each.",
    parts: parts(
      ["-Filter", "only processes of this name"],
      ["SessionId", "0 for services and the collector, 1 and up for people"],
    ),
    needs: [ADMIN],
    cost: "None.",
    source: "https://learn.microsoft.com/en-us/windows/win32/cimwin32prov/win32-process",
  },
  "break-at-open": {
    template: "bm *!OpenFileMappingW",
    shell: "kd",
    does: "Stops the process whenever it opens named shared memory. This and the next are for a user-mode debugger.",
    parts: parts(["bm", "a breakpoint at each function of that name"], ["*!", "in whichever module it lies"]),
    needs: [ATTACHED, "symbols of Windows"],
    cost: "The collector misses samples while it stands; on a production machine keep it short.",
    source: `${DEBUGGER}/debuggercmds/bp--bu--bm--set-breakpoint-`,
  },
  "go-up-and-look": {
    template: "gu; r rax; !gle",
    shell: "kd",
    does: "At the break: runs to the function's return, shows the handle that it gives back, 0 for none, and the error code.",
    parts: parts(
      ["gu", "go up, to the caller"],
      ["r rax", "the value that was returned; eax in a 32-bit process"],
      ["!gle", "the thread's last error, in words"],
    ),
    needs: [ATTACHED],
    cost: "The process stands still until g.",
    source: `${DEBUGGER}/debuggercmds/-gle`,
  },
  "handle-search": {
    template: "handle -a -u OrderCounters",
    shell: "cmd",
    does: "Shows who has an object of that name open, and in which directory it lies.",
    parts: parts(
      ["-a", "all types of objects, not files only"],
      ["-u", "with the account of each process"],
      ["OrderCounters", "a part of the name"],
    ),
    needs: ["handle.exe of Sysinternals", ADMIN],
    cost: "Seconds.",
    source: "https://learn.microsoft.com/en-us/sysinternals/downloads/handle",
  },
  "kd-object": {
    template: "!object \\Sessions\\1\\BaseNamedObjects",
    shell: "kd",
    does: "Lists the named objects of session 1; \\BaseNamedObjects alone is the directory of session 0 and of Global\\ names.",
    parts: parts(["\\Sessions\\1", "the session of the person who is logged on; others have other numbers"]),
    needs: ["a kernel debugger on the machine or on a dump; livekd will do"],
    cost: "None.",
    source: `${DEBUGGER}/debuggercmds/-object`,
  },
  "typeperf-as-system": {
    template: 'psexec -s typeperf "\\Adatum Orders(*)\\*" -sc 5',
    shell: "cmd",
    does: "Reads the counters in session 0 as SYSTEM, as the collector does: the test that counts.",
    parts: parts(
      ["-s", "as SYSTEM, in session 0"],
      ['"\\Adatum Orders(*)\\*"', "all counters of the object, in all its instances"],
      ["-sc 5", "five samples"],
    ),
    needs: ["psexec.exe of Sysinternals", ADMIN],
    cost: "None.",
    source: "https://learn.microsoft.com/en-us/sysinternals/downloads/psexec",
  },
  "provider-settings": {
    template: "reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\SERVICE\\Performance",
    shell: "cmd",
    does: "Shows a provider's library, and whether Windows has switched it off: Disable Performance Counters is 1 then.",
    parts: parts(["SERVICE", "the name under which the provider was registered"]),
    needs: [],
    cost: "None.",
    source: "https://learn.microsoft.com/en-us/windows/win32/perfctrs/creating-a-performance-extension-dll",
  },
  "events-perflib": {
    template:
      "Get-WinEvent -FilterHashtable @{ LogName = 'Application'; ProviderName = 'Microsoft-Windows-Perflib' } -MaxEvents 20",
    shell: "powershell",
    does: "Shows what Windows has noted of libraries that failed; the error code stands in the event's data.",
    parts: parts(["-FilterHashtable", "which log and which source"], ["-MaxEvents 20", "the newest twenty"]),
    needs: [],
    cost: "None.",
    source: "https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.diagnostics/get-winevent",
  },
} as const satisfies Record<string, Command>;
