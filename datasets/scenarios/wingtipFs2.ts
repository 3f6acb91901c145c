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
import { westernEuropean, westernEuropeanTime } from "./zones.ts";

/** WINGTIP-FS2: after a restart the storage accelerator fills its read cache in nonpaged pool, and then stays. */
const built = buildServer({
  name: "WINGTIP-FS2",
  era: "new",
  gigabytes: 24,
  processors: 6,
  zone: westernEuropeanTime,
  restingBytes: { nonpaged: 231_000_000, paged: 342_000_000 },
  churn: 0.5,
  load: { nonpaged: 0.8, paged: 1.9 },
  processes: [process("WtAccel", 342, 38, 21_904, { users: 0.1 })],
  disks: ["0 C:", "1 G:"],
});

const FROM = westernEuropean("2024-05-13 05:10:00");

const scenario = plainScenario(built, {
  name: "wingtip-fs2 fill",
  seed: "wingtip-fs2 2024-05-13 #1",
  period: {
    bootedAt: westernEuropean("2024-05-13 04:12:44"),
    from: FROM,
    until: westernEuropean("2024-05-13 21:10:01"),
    stepSeconds: 60,
    reboots: [],
  },
  schedules: [officeDay(6.8, 1), ...serverRoutine(30, 11, 60)],
  own: [
    driverSite({
      ...{
        tag: "WtRc",
        pool: "nonpaged",
        driver: "wtaccel.sys",
        blockBytes: 8192,
        heldBlocks: 256,
        churnPerSecond: 0.8,
      },
      fills: { blocks: 131_072, seconds: 7400 },
    }),
    driverSite({
      ...{ tag: "WtRi", pool: "nonpaged", driver: "wtaccel.sys", blockBytes: 96, heldBlocks: 256, churnPerSecond: 1.1 },
      fills: { blocks: 131_072, seconds: 7400 },
    }),
  ],
});

const fill: Recording = {
  scenario,
  perfmon: {
    file: "perfmon.csv",
    command:
      "logman create counter FsFill -cf counters.txt -si 00:02:00 -f bin -o G:\\PerfLogs\\FsFill && logman start FsFill, then relog G:\\PerfLogs\\FsFill.blg -f CSV -o perfmon.csv",
    shows:
      "Nonpaged pool rises by a gigabyte in the first hours of the working day and then goes flat, while the work goes on.",
    recording: {
      intervalSeconds: 120,
      from: FROM + 2077,
      columns: serverColumns(built.server, "short", "HPE Ethernet 10Gb 2-port 535FLR-T Adapter"),
      stalls: [westernEuropean("2024-05-13 16:42:00")],
      gaps: [],
    },
  },
  poolmon: {
    file: "poolmon.txt",
    command: "echo %DATE% %TIME% >> poolmon.txt & poolmon.exe -r -n poolmon.txt, every 192 minutes",
    shows: "WtRc and WtRi grow together, one entry per cached piece, and stand still in the last intervals.",
    recording: {
      times: Array.from({ length: 6 }, (_, number) => FROM + number * 11_520_000 - (number === 5 ? 4000 : 0)),
      sortBy: "tag",
      stampStyle: "german",
    },
    layout: "wide",
  },
  cannotTell: ["from the first three hours alone: whether it will stop"],
};

export const wingtipFs2: DatasetMachine = {
  name: "wingtip-fs2",
  recordings: [fill],
  texts: [],
  decoys: [
    {
      tag: "WtRc",
      why: "The fastest growing tag of the morning and never freed then, but it stops at the size that the cache was given.",
    },
  ],
};
