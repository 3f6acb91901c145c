import { ADMIN, parts, type Command } from "./Command.ts";

const COMMANDS = "https://learn.microsoft.com/en-us/windows-server/administration/windows-commands";
const SYSINTERNALS = "https://learn.microsoft.com/en-us/sysinternals/downloads";
const DRIVERS = "C:\\Windows\\System32\\drivers";

/** Which driver uses a tag, and whose driver it is. */
export const driverCommands = {
  "findstr-drivers": {
    template: `findstr /m /l {tag} ${DRIVERS}\\*.sys`,
    shell: "cmd",
    does: "Names the driver files that contain the tag's letters. A name is a candidate, not a proof: the letters may stand inside a longer word.",
    parts: parts(
      ["/m", "file names only"],
      ["/l", "the text as it is, no pattern"],
      ["{tag}", "upper and lower case count; a tag with a blank needs /c:, or findstr looks for either half"],
    ),
    needs: [],
    cost: "Reads all drivers once: seconds of disk.",
    source: `${COMMANDS}/findstr`,
  },
  "findstr-driver-store": {
    template: "findstr /s /m /l {tag} C:\\Windows\\System32\\DriverStore\\FileRepository\\*.sys",
    shell: "cmd",
    does: "Looks in the driver store too: not every driver is loaded from the drivers folder.",
    parts: parts(["/s", "with all folders below"], ["/m", "file names only"], ["/l", "the text as it is"]),
    needs: [],
    cost: "Reads some hundred megabytes; a minute on a slow disk.",
    source: `${COMMANDS}/findstr`,
  },
  strings: {
    template: `strings -n 4 -nobanner ${DRIVERS}\\*.sys | findstr /l {tag}`,
    shell: "cmd",
    does: "Shows the text around the tag's letters: `LeakDetection` is a word, `Leak` between odd characters is code.",
    parts: parts(
      ["-n 4", "texts of four characters or more"],
      ["-nobanner", "no copyright lines"],
      ["findstr /l {tag}", "only lines with the tag"],
    ),
    needs: ["strings.exe from Sysinternals"],
    cost: "Reads all drivers once.",
    source: `${SYSINTERNALS}/strings`,
  },
  "driver-version": {
    template: `(Get-Item ${DRIVERS}\\{driver}).VersionInfo | Format-List CompanyName, FileDescription, FileVersion, ProductName`,
    shell: "powershell",
    does: "Shows who made the driver and which version it is.",
    parts: parts(["VersionInfo", "the file's own version resource"]),
    needs: [],
    cost: "None.",
    source: "https://learn.microsoft.com/en-us/dotnet/api/system.diagnostics.fileversioninfo",
  },
  sigcheck: {
    template: `sigcheck -a -h -i ${DRIVERS}\\{driver}`,
    shell: "cmd",
    does: "Shows version, hashes and who signed the driver.",
    parts: parts(["-a", "all version information"], ["-h", "hashes"], ["-i", "catalog and signing chain"]),
    needs: ["sigcheck.exe from Sysinternals"],
    cost: "None. It may ask the network whether certificates are revoked; -r leaves that out.",
    source: `${SYSINTERNALS}/sigcheck`,
  },
  driverquery: {
    template: "driverquery /v /fo csv > drivers.csv",
    shell: "cmd",
    does: "Lists the installed drivers with state, path and link date: is the suspect loaded at all?",
    parts: parts(["/v", "all columns"], ["/fo csv", "comma separated"]),
    needs: [],
    cost: "None.",
    source: `${COMMANDS}/driverquery`,
  },
  "driver-loaded": {
    template: 'driverquery /v /fo csv | findstr /i /c:"{driver}"',
    shell: "cmd",
    does: "Shows whether this driver is installed and running, and from which path.",
    parts: parts(
      ["/v", "all columns"],
      ["/i", "upper and lower case alike"],
      ['/c:"{driver}"', "this file name, as one text"],
    ),
    needs: [],
    cost: "None.",
    source: `${COMMANDS}/driverquery`,
  },
  "trace-tag": {
    template:
      "xperf -on PROC_THREAD+LOADER+POOL -stackwalk PoolAlloc+PoolFree -PoolTag {tag} -BufferSize 1024 -MaxFile 2048 -FileMode Circular",
    shell: "cmd",
    does: "Records the call stacks of one tag's allocations; stop after some minutes with: xperf -d pool.etl.",
    parts: parts(
      ["POOL", "pool allocations and frees"],
      ["-stackwalk PoolAlloc+PoolFree", "with the stack of each"],
      ["-PoolTag {tag}", "only this tag; without it a busy server fills the disk and loses events"],
      ["-FileMode Circular", "keep the newest 2 GB"],
    ),
    needs: ["the Windows Performance Toolkit", ADMIN],
    cost: "Noticeable while it runs; small for one quiet tag.",
    source: "https://learn.microsoft.com/en-us/windows-hardware/test/wpt/start",
  },
} as const satisfies Record<string, Command>;
