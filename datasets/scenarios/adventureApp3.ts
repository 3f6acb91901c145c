import type { DatasetMachine, Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import { findstrText } from "../../src/pool/simulator/texts/findstrText.ts";
import {
  buildServer,
  driverSite,
  officeDay,
  plainScenario,
  serverRoutine,
} from "../../src/pool/simulator/server/plainServer.ts";
import { adventureKernel, scanCallers, shareCallers } from "./adventureKernel.ts";
import { serverColumns } from "../../src/pool/simulator/server/serverColumns.ts";
import { process } from "../../src/pool/simulator/server/serverProcess.ts";
import { westernEuropean, westernEuropeanTime } from "./zones.ts";
import { poolSummaryLog, poolTraceLog } from "../../src/pool/simulator/tools/poolTraceLog.ts";

/** ADVENTURE-APP3: three drivers that never chose a tag of their own share the tag of the driver kit's examples, and one of them leaks. */
const windows = buildServer({
  name: "ADVENTURE-APP3",
  era: "new",
  gigabytes: 32,
  processors: 8,
  zone: westernEuropeanTime,
  restingBytes: { nonpaged: 262_000_000, paged: 388_000_000 },
  churn: 0.35,
  load: { nonpaged: 1.6, paged: 1.4 },
  processes: [
    process("AdvScanSvc", 512, 88, 41_376, { users: 0.2, job: 0.3 }),
    process("w3wp", 1480, 310, 88_416, { users: 0.9 }),
  ],
  disks: ["0 C:", "1 E:"],
});
// Of the tag that is shared every user is named below.
const built = { ...windows, sites: windows.sites.filter(({ tag }) => tag !== "Ddk ") };

const FROM = westernEuropean("2024-03-06 08:00:00");
const SHARED = { tag: "Ddk ", pool: "nonpaged" } as const;

const scenario = plainScenario(built, {
  name: "adventure-app3 morning",
  seed: "adventure-app3 2024-03-06 #1",
  period: {
    bootedAt: westernEuropean("2024-03-03 22:40:12"),
    from: FROM,
    until: westernEuropean("2024-03-06 13:00:01"),
    stepSeconds: 20,
    reboots: [],
  },
  schedules: [officeDay(7.2, 1.05), ...serverRoutine(20, 3, 70)],
  own: [
    // The scanner forgets the request of each archive that it gives up on; all others it frees.
    driverSite({
      ...SHARED,
      ...{ driver: "advscan.sys", blockBytes: 1424, churnPerSecond: 1.6, callers: scanCallers },
      ...{ follows: { users: 18 }, fallSeconds: 20 },
    }),
    driverSite({
      ...SHARED,
      ...{ driver: "advscan.sys", blockBytes: 1424, callers: scanCallers },
      leak: { blocksPerSecond: 1.35, spread: 0.7, follows: { users: 1.1 } },
    }),
    driverSite({
      ...SHARED,
      ...{ driver: "wwshare.sys", blockBytes: 672, heldBlocks: 900, churnPerSecond: 1.1, callers: shareCallers },
      ...{ follows: { users: 420 }, fallSeconds: 120 },
    }),
    driverSite({ ...SHARED, driver: "trkbus.sys", blockBytes: 2048, heldBlocks: 310 }),
  ],
});

const WINDOW = { from: westernEuropean("2024-03-06 11:31:07.400"), until: westernEuropean("2024-03-06 11:31:52.150") };

const morning: Recording = {
  scenario,
  kernel: adventureKernel,
  perfmon: {
    file: "perfmon.csv",
    command:
      "logman create counter AppMorning -cf counters.txt -si 00:01:00 -f bin -o E:\\PerfLogs\\AppMorning && logman start AppMorning, then relog E:\\PerfLogs\\AppMorning.blg -f CSV -o perfmon.csv",
    shows: "Nonpaged pool follows the people and rises a little more than they do: load and leak together.",
    recording: {
      intervalSeconds: 60,
      from: FROM + 488,
      columns: serverColumns(built.server, "short", "Intel[R] Ethernet Connection X722 for 10GbE"),
      stalls: [westernEuropean("2024-03-06 10:19:00")],
      gaps: [],
    },
  },
  poolmon: {
    file: "poolmon.txt",
    command: "echo %DATE% %TIME% >> poolmon.txt & poolmon.exe -r -n poolmon.txt, every 75 minutes",
    shows:
      "The tag Ddk grows in every interval, but it is the default of the driver kit: PoolMon cannot say whose it is.",
    recording: {
      times: Array.from({ length: 5 }, (_, number) => FROM + number * 4_500_000 - (number === 4 ? 4000 : 0)),
      sortBy: "tag",
      stampStyle: "german",
    },
    layout: "wide",
  },
  tools: [
    poolTraceLog({
      file: "trace.csv",
      shows:
        "Three quarters of a minute of the tag with stacks: of advscan's requests some are never freed, those of wwshare all are or live on for seconds only.",
      recording: { ...WINDOW, tags: ["Ddk "] },
    }),
    poolSummaryLog({
      file: "trace-summary.csv",
      form: "WPA",
      shows: "The same seconds of all tags together: only what was allocated inside and not freed impacts.",
      recording: WINDOW,
    }),
  ],
  cannotTell: ["by PoolMon alone: which of the drivers that use the tag Ddk leaks"],
};

export const adventureApp3: DatasetMachine = {
  name: "adventure-app3",
  recordings: [morning],
  texts: [
    {
      file: "findstr.txt",
      command: 'findstr /m /l /c:"Ddk " C:\\Windows\\System32\\drivers\\*.sys',
      shows: "Three drivers hold the tag, so a search alone names nobody.",
      text: findstrText({
        folder: "E:\\tools",
        searches: [{ tag: "Ddk ", files: ["advscan.sys", "trkbus.sys", "wwshare.sys"] }],
        looks: [],
      }),
    },
  ],
  decoys: [
    {
      tag: "Ddk ",
      why: "Of the three drivers that use it two are innocent: wwshare's blocks follow the people, trkbus's stay.",
    },
  ],
};
