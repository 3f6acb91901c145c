import type { Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import type { Scenario } from "../../src/pool/simulator/Scenario.ts";
import { fabrikamScenario, fabrikamServer, fabrikamSites } from "./fabrikamMachine.ts";
import { serverColumns } from "../../src/pool/simulator/server/serverColumns.ts";
import { westernEuropean } from "./zones.ts";

const server = fabrikamServer();

/** Three days around the end of daylight time: restarted on Saturday evening, the collector was stopped on Monday. */
const scenario: Scenario = fabrikamScenario(server, {
  name: "fabrikam-app2 autumn",
  seed: "fabrikam-app2 2024-10-26 #1",
  period: {
    bootedAt: westernEuropean("2024-10-07 05:31:50"),
    from: westernEuropean("2024-10-26 00:00:00"),
    until: westernEuropean("2024-10-29 00:00:00"),
    stepSeconds: 100,
    reboots: [{ downAt: westernEuropean("2024-10-26 20:38:10"), upAt: westernEuropean("2024-10-26 20:47:25") }],
  },
  sites: fabrikamSites({ tag: "SeOp", churnPerSecond: 28 }),
});

export const fabrikamAutumn: Recording = {
  scenario,
  perfmon: {
    file: "perfmon-autumn.csv",
    command:
      "logman create counter AppAutumn -cf counters.txt -si 00:05:00 -f bin -o D:\\PerfLogs\\AppAutumn && logman start AppAutumn (again after the restart), then relog D:\\PerfLogs\\AppAutumn*.blg -f CSV -o perfmon-autumn.csv",
    shows:
      "A restart on Saturday evening, the hour from 02:00 to 03:00 twice on Sunday, no samples on Monday morning; the leak goes on after the restart at its old pace.",
    recording: {
      intervalSeconds: 300,
      from: westernEuropean("2024-10-26 00:00:01.577"),
      columns: serverColumns(server, "short", "vmxnet3 Ethernet Adapter"),
      stalls: [westernEuropean("2024-10-28 15:40:00")],
      gaps: [{ from: westernEuropean("2024-10-28 09:07:00"), until: westernEuropean("2024-10-28 10:53:00") }],
    },
  },
};
