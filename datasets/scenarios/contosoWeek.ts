import type { Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import type { Scenario } from "../../src/pool/simulator/Scenario.ts";
import { contosoScenario, contosoServer, contosoSites } from "./contosoMachine.ts";
import { serverColumns } from "../../src/pool/simulator/server/serverColumns.ts";
import { pacific } from "./zones.ts";

const server = contosoServer();

/** An ordinary life: people by day, a backup by night, the copy job all the time. */
export const contosoSchedules: Scenario["schedules"] = [
  {
    activity: "job",
    schedule: {
      kind: "job",
      everyMinutes: 10,
      atMinute: 1,
      latenessSeconds: 20,
      minutes: [1.5, 2.9],
      heights: [0.4, 1],
    },
  },
  {
    activity: "users",
    schedule: {
      kind: "day",
      hours: [
        [0, 0.02],
        [1, 0],
        [5.3, 0],
        [6.5, 0.1],
        [8.2, 0.86],
        [9.6, 1.08],
        [11.8, 1],
        [12.6, 0.62],
        [13.6, 0.98],
        [15.4, 1.04],
        [17.1, 0.7],
        [18.6, 0.26],
        [21, 0.08],
        [24, 0.02],
      ],
      weekend: 0.13,
    },
  },
  { activity: "backup", schedule: { kind: "nightly", atMinute: 61, minutes: [68, 96] } },
  { activity: "background", schedule: { kind: "bursts", slotSeconds: 30, quietShare: 0.3 } },
];

/** The week after the story: NotMyFault is gone, Contoso's filter driver loses its contexts as it always did. */
const scenario: Scenario = contosoScenario(server, {
  name: "contoso-fs1 week",
  seed: "contoso-fs1 2012-08-20 #1",
  period: {
    bootedAt: pacific("2012-08-19 03:20:11"),
    from: pacific("2012-08-20 00:00:00"),
    until: pacific("2012-08-27 04:31:00"),
    stepSeconds: 100,
    reboots: [],
  },
  schedules: contosoSchedules,
  sites: contosoSites(),
});

const NIGHTLY = Array.from({ length: 8 }, (_, day) => pacific("2012-08-20 04:30:00") + day * 86_400_000);

export const contosoWeek: Recording = {
  scenario,
  perfmon: {
    file: "perfmon-week.csv",
    command:
      "logman create counter PoolWeek -cf counters.txt -si 00:05:00 -f bin -o C:\\PerfLogs\\PoolWeek && logman start PoolWeek, then relog C:\\PerfLogs\\PoolWeek.blg -f CSV -o perfmon-week.csv",
    shows:
      "Seven days: office hours lift nonpaged pool far more than the leak does, but each night's lowest value is higher than the last.",
    recording: {
      intervalSeconds: 300,
      from: pacific("2012-08-20 00:00:02.614"),
      until: pacific("2012-08-27 00:00:00"),
      columns: serverColumns(server, "short", "Intel[R] 82574L Gigabit Network Connection"),
      stalls: [pacific("2012-08-23 10:50:00")],
      gaps: [],
    },
  },
  poolmon: {
    file: "poolmon-week.txt",
    command:
      "schtasks /create /tn PoolNight /tr C:\\tools\\poolnight.cmd /sc daily /st 04:30 /ru SYSTEM, where poolnight.cmd says: echo %DATE% %TIME% >> poolmon-week.txt & poolmon.exe -b -r -n poolmon-week.txt",
    shows:
      "Eight nights at half past four, when nobody works: CtxL has grown each time and was never freed, everything else stays.",
    recording: { times: NIGHTLY, sortBy: "bytes", stampStyle: "american" },
    layout: "narrow",
  },
};
