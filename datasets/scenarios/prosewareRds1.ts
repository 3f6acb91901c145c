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

/** PROSEWARE-RDS1, a terminal server whose session monitor loses a record of paged pool at each window that somebody opens. */
const built = buildServer({
  name: "PROSEWARE-RDS1",
  era: "old",
  gigabytes: 16,
  processors: 8,
  zone: pacificTime,
  restingBytes: { nonpaged: 141_000_000, paged: 236_000_000 },
  churn: 1.3,
  load: { nonpaged: 1.1, paged: 2.6 },
  processes: [
    process("winlogon", 310, 7.4, 11_216, { users: 0.2 }),
    process("explorer", 940, 41, 26_480, { users: 0.7 }),
    process("pwsesmon", 288, 12, 14_736, { users: 0.1 }),
  ],
  disks: ["0 C:", "1 D:"],
});

const FROM = pacific("2012-09-25 06:00:00");

const scenario = plainScenario(built, {
  name: "proseware-rds1 day",
  seed: "proseware-rds1 2012-09-25 #1",
  period: {
    bootedAt: pacific("2012-09-22 23:11:05"),
    from: FROM,
    until: pacific("2012-09-25 18:00:01"),
    stepSeconds: 60,
    reboots: [],
  },
  schedules: [officeDay(7.5, 1), ...serverRoutine(30, 7, 95)],
  own: [
    driverSite({
      ...{ tag: "PwSe", pool: "paged", driver: "pwsesmon.sys", blockBytes: 1136, heldBlocks: 60 },
      leak: { blocksPerSecond: 1.4, spread: 0.8, follows: { users: 9.5 } },
    }),
    driverSite({
      ...{ tag: "PwSn", pool: "paged", driver: "pwsesmon.sys", blockBytes: 272, heldBlocks: 120 },
      ...{ churnPerSecond: 3.2, follows: { users: 2600 }, fallSeconds: 240 },
    }),
  ],
});

const day: Recording = {
  scenario,
  perfmon: {
    file: "perfmon.csv",
    command:
      "logman create counter RdsDay -cf counters.txt -si 00:02:00 -f bin -o C:\\PerfLogs\\RdsDay && logman start RdsDay, then relog C:\\PerfLogs\\RdsDay.blg -f CSV -o perfmon.csv",
    shows: "Paged pool rises all day, faster the more people work, and does not come down when they go home.",
    recording: {
      intervalSeconds: 120,
      from: FROM + 1204,
      columns: serverColumns(built.server, "short", "Broadcom BCM5709C NetXtreme II GigE [NDIS VBD Client]"),
      stalls: [pacific("2012-09-25 13:22:00")],
      gaps: [],
    },
  },
  poolmon: {
    file: "poolmon.txt",
    command: "echo %DATE% %TIME% >> poolmon.txt & poolmon.exe -b -p -p -n poolmon.txt, every 144 minutes",
    shows:
      "PwSe grows in every interval and is never freed; PwSn of the same driver rises with the users and falls again.",
    recording: {
      times: Array.from({ length: 6 }, (_, number) => FROM + number * 8_640_000 - (number === 5 ? 5000 : 0)),
      sortBy: "bytes",
      stampStyle: "american",
    },
    layout: "narrow",
  },
  cannotTell: ["which call of the driver loses the records: no log of this machine has stacks"],
};

export const prosewareRds1: DatasetMachine = {
  name: "proseware-rds1",
  recordings: [day],
  texts: [],
  decoys: [
    { tag: "PwSn", why: "The same driver and the same working day, but it comes down when the people go home." },
    { tag: "MmSt", why: "Larger than the leak for most of the day; it follows the files in the cache." },
  ],
};
