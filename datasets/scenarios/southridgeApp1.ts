import type { DatasetMachine, Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import {
  buildServer,
  driverSite,
  officeDay,
  plainScenario,
  serverRoutine,
} from "../../src/pool/simulator/server/plainServer.ts";
import { serverColumns } from "../../src/pool/simulator/server/serverColumns.ts";
import { process } from "../../src/pool/simulator/server/serverProcess.ts";
import { pacific, pacificTime } from "./zones.ts";

/** SOUTHRIDGE-APP1 leaks, was restarted because of it in the middle of the log, and leaks again. */
const built = buildServer({
  name: "SOUTHRIDGE-APP1",
  era: "old",
  gigabytes: 12,
  processors: 4,
  zone: pacificTime,
  restingBytes: { nonpaged: 108_000_000, paged: 171_000_000 },
  churn: 1,
  load: { nonpaged: 1.7, paged: 1 },
  processes: [process("SrQueue", 618, 130, 38_592, { users: 0.4 })],
  disks: ["0 C:", "1 D:"],
});

const FROM = pacific("2012-08-28 12:00:00");

const scenario = plainScenario(built, {
  name: "southridge-app1 days",
  seed: "southridge-app1 2012-08-28 #1",
  period: {
    bootedAt: pacific("2012-08-14 02:15:37"),
    from: FROM,
    until: pacific("2012-08-31 12:00:00"),
    stepSeconds: 100,
    reboots: [{ downAt: pacific("2012-08-29 22:04:10"), upAt: pacific("2012-08-29 22:09:51") }],
  },
  schedules: [officeDay(7.8, 1), ...serverRoutine(15, 2, 150)],
  own: [
    driverSite({
      ...{ tag: "SrQm", pool: "nonpaged", driver: "srqueue.sys", blockBytes: 448, heldBlocks: 40 },
      leak: { blocksPerSecond: 4.6, spread: 0.6, follows: { users: 1.2 } },
    }),
  ],
});

const days: Recording = {
  scenario,
  perfmon: {
    file: "perfmon.csv",
    command:
      "logman create counter Queue -cf counters.txt -si 00:10:00 -f bin -o D:\\PerfLogs\\Queue && logman start Queue (again after the restart), then relog D:\\PerfLogs\\Queue*.blg -f CSV -o perfmon.csv",
    shows:
      "The pool falls at the restart and climbs again at its old pace: the last sample lies below the first, and still it leaks.",
    recording: {
      intervalSeconds: 600,
      from: FROM + 2950,
      columns: serverColumns(built.server, "short", "Broadcom BCM5716C NetXtreme II GigE [NDIS VBD Client]"),
      stalls: [pacific("2012-08-31 10:10:00")],
      gaps: [],
    },
  },
  poolmon: {
    file: "poolmon.txt",
    command:
      "schtasks /create /tn PoolSr /tr D:\\tools\\poolsr.cmd /sc hourly /mo 11, where poolsr.cmd appends a stamp and poolmon.exe -b -r -n",
    shows:
      "All counts start anew between the fourth and the fifth snapshot; SrQm grows before and after at the same pace.",
    recording: {
      times: Array.from({ length: 7 }, (_, number) => pacific("2012-08-28 12:30:00") + number * 39_600_000),
      sortBy: "bytes",
      stampStyle: "american",
    },
    layout: "narrow",
  },
};

export const southridgeApp1: DatasetMachine = {
  name: "southridge-app1",
  recordings: [days],
  texts: [],
  decoys: [
    { tag: "MmSt", why: "Larger than SrQm after the restart; it fills with the files that are read again and stops." },
  ],
};
