import type { Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import type { Scenario } from "../../src/pool/simulator/Scenario.ts";
import { contosoScenario, contosoServer, contosoSites } from "./contosoMachine.ts";
import { contosoSchedules } from "./contosoWeek.ts";
import { serverColumns } from "../../src/pool/simulator/server/serverColumns.ts";
import { pacific } from "./zones.ts";

const server = contosoServer();

/** Three days around the end of daylight time; the collector hung on Saturday, updates restarted the server on Monday. */
const scenario: Scenario = contosoScenario(server, {
  name: "contoso-fs1 autumn",
  seed: "contoso-fs1 2012-11-03 #1",
  period: {
    bootedAt: pacific("2012-10-29 03:09:47"),
    from: pacific("2012-11-03 00:00:00"),
    until: pacific("2012-11-06 00:00:00"),
    stepSeconds: 100,
    reboots: [{ downAt: pacific("2012-11-05 06:11:20"), upAt: pacific("2012-11-05 06:16:02") }],
  },
  schedules: contosoSchedules,
  sites: contosoSites(),
});

export const contosoAutumn: Recording = {
  scenario,
  perfmon: {
    file: "perfmon-autumn.csv",
    command:
      "logman create counter PoolAutumn -cf counters.txt -si 00:05:00 -f bin -o C:\\PerfLogs\\PoolAutumn && logman start PoolAutumn (again after the restart), then relog C:\\PerfLogs\\PoolAutumn*.blg -f CSV -o perfmon-autumn.csv",
    shows:
      "Local time runs through the hour from 01:00 to 02:00 twice on 4 November, no samples on Saturday afternoon, a restart on Monday that takes the leaked memory with it.",
    recording: {
      intervalSeconds: 300,
      from: pacific("2012-11-03 00:00:04.208"),
      columns: serverColumns(server, "short", "Intel[R] 82574L Gigabit Network Connection"),
      stalls: [pacific("2012-11-04 15:20:00")],
      gaps: [{ from: pacific("2012-11-03 13:37:00"), until: pacific("2012-11-03 15:18:00") }],
    },
  },
};
