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

/** LAMNA-WEB2: somebody recorded eleven minutes of a morning in which everything rises. */
const built = buildServer({
  name: "LAMNA-WEB2",
  era: "new",
  gigabytes: 16,
  processors: 4,
  zone: westernEuropeanTime,
  restingBytes: { nonpaged: 204_000_000, paged: 291_000_000 },
  churn: 0.6,
  load: { nonpaged: 2.6, paged: 1.1 },
  processes: [process("w3wp", 1610, 420, 97_344, { users: 1.2 }), process("w3wp#1", 1120, 260, 71_408, { users: 0.9 })],
  disks: ["0 C:"],
});

const FROM = westernEuropean("2024-06-11 07:58:00");

const scenario = plainScenario(built, {
  name: "lamna-web2 minutes",
  seed: "lamna-web2 2024-06-11 #1",
  period: {
    bootedAt: westernEuropean("2024-06-10 21:33:18"),
    from: FROM,
    until: westernEuropean("2024-06-11 08:09:01"),
    stepSeconds: 5,
    reboots: [],
  },
  schedules: [officeDay(7.1, 1.1), ...serverRoutine(60, 20, 100)],
  own: [
    driverSite({
      ...{ tag: "LmRq", pool: "nonpaged", driver: "lamnaflt.sys", blockBytes: 736, heldBlocks: 300, churnPerSecond: 9 },
      ...{ follows: { users: 21_000 }, fallSeconds: 900 },
    }),
  ],
});

const minutes: Recording = {
  scenario,
  perfmon: {
    file: "perfmon.csv",
    command: "typeperf -cf counters.txt -si 5 -sc 130 -o perfmon.csv",
    shows:
      "Eleven minutes in which nonpaged pool rises with the morning's requests: it says nothing about whether they are given back.",
    recording: {
      intervalSeconds: 5,
      from: FROM + 611,
      columns: serverColumns(built.server, "short", "Microsoft Hyper-V Network Adapter"),
      stalls: [westernEuropean("2024-06-11 08:04:10")],
      gaps: [],
    },
  },
  poolmon: {
    file: "poolmon.txt",
    command: "echo %DATE% %TIME% >> poolmon.txt & poolmon.exe -r -n poolmon.txt, twice",
    shows: "Two snapshots ten minutes apart: LmRq has grown, as have many others, and two points are no trend.",
    recording: {
      times: [FROM + 20_000, FROM + 620_000],
      sortBy: "tag",
      stampStyle: "german",
    },
    layout: "wide",
  },
  verdict: "not enough",
  cannotTell: [
    "whether anything leaks: the log is shorter than the load's own cycle, and nothing had time to be given back",
  ],
};

export const lamnaWeb2: DatasetMachine = {
  name: "lamna-web2",
  recordings: [minutes],
  texts: [],
  decoys: [
    {
      tag: "LmRq",
      why: "The tag that grew most, but it holds the requests of people who just came; by noon it falls as they do.",
    },
  ],
};
