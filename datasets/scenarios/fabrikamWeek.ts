import type { Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import type { Scenario } from "../../src/pool/simulator/Scenario.ts";
import { fabrikamScenario, fabrikamServer, fabrikamSites } from "./fabrikamMachine.ts";
import { serverColumns } from "../../src/pool/simulator/server/serverColumns.ts";
import { westernEuropean } from "./zones.ts";

const server = fabrikamServer();

/** Eight weeks after its last restart the busiest tag's counters pass 4,294,967,296 and start again. */
const scenario: Scenario = fabrikamScenario(server, {
  name: "fabrikam-app2 week",
  seed: "fabrikam-app2 2024-04-15 #1",
  period: {
    bootedAt: westernEuropean("2024-02-20 05:42:33"),
    from: westernEuropean("2024-04-15 00:00:00"),
    until: westernEuropean("2024-04-22 03:16:00"),
    stepSeconds: 100,
    reboots: [],
  },
  sites: fabrikamSites({ tag: "SeOp", churnPerSecond: 340 }),
});

const NIGHTLY = Array.from({ length: 8 }, (_, day) => westernEuropean("2024-04-15 03:15:00") + day * 86_400_000);

export const fabrikamWeek: Recording = {
  scenario,
  perfmon: {
    file: "perfmon-week.csv",
    command:
      "logman create counter AppWeek -cf counters.txt -si 00:05:00 -f bin -o D:\\PerfLogs\\AppWeek && logman start AppWeek, then relog D:\\PerfLogs\\AppWeek.blg -f CSV -o perfmon-week.csv",
    shows:
      "Seven days eight weeks after the last restart: nonpaged pool's nightly minimum rises each day, on working days and on the weekend.",
    recording: {
      intervalSeconds: 300,
      from: westernEuropean("2024-04-15 00:00:03.090"),
      until: westernEuropean("2024-04-22 00:00:00"),
      columns: serverColumns(server, "short", "vmxnet3 Ethernet Adapter"),
      stalls: [westernEuropean("2024-04-18 09:25:00")],
      gaps: [],
    },
  },
  poolmon: {
    file: "poolmon-week.txt",
    command:
      "schtasks /create /tn PoolNight /tr D:\\tools\\poolnight.cmd /sc daily /st 03:15 /ru SYSTEM, where poolnight.cmd says: echo %DATE% %TIME% >> poolmon-week.txt & poolmon.exe -r -n poolmon-week.txt",
    shows:
      "Eight nights at a quarter past three: AdQe has grown each time and was never freed; the counts of SeOp wrap at 2^32 in between.",
    recording: { times: NIGHTLY, sortBy: "tag", stampStyle: "german" },
    layout: "wide",
  },
};
