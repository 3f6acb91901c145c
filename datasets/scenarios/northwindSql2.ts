import type { Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import { populate } from "../../src/pool/simulator/populate.ts";
import type { AllocationSite, Machine } from "../../src/pool/simulator/Scenario.ts";
import { serverColumns } from "../../src/pool/simulator/server/serverColumns.ts";
import { process } from "../../src/pool/simulator/server/serverProcess.ts";
import { serverScenario } from "../../src/pool/simulator/server/serverScenario.ts";
import type { Server } from "../../src/pool/simulator/server/windowsServer.ts";
import { windowsTags } from "../../src/pool/simulator/tags/windowsTags.ts";
import { westernEuropean, westernEuropeanTime } from "./zones.ts";

const PAGE = 4096;

/** NORTHWIND-SQL2, a database server that is not leaking: here nonpaged pool is the cache and paged pool follows the load. */
const machine: Machine = {
  name: "NORTHWIND-SQL2",
  operatingSystem: "Windows Server 2019",
  architecture: "x64",
  physicalBytes: 8_387_561 * PAGE,
  processors: 8,
  commitLimitBytes: 9_960_425 * PAGE,
  zone: westernEuropeanTime,
  pools: {
    nonpaged: {
      restingBytes: 61_700 * PAGE,
      slackBytes: 900_000,
      maximumBytes: 8_387_561 * PAGE,
      maximumRule: "64-bit Windows Server 2016 and later: RAM or 128 GB, whichever is smaller",
    },
    paged: {
      restingBytes: 88_300 * PAGE,
      slackBytes: 1_400_000,
      maximumBytes: 9_960_425 * PAGE,
      maximumRule: "64-bit Windows Server 2016 and later: 384 GB or the system commit limit, whichever is smaller",
    },
  },
};

/** Northwind's storage driver keeps what was read lately in nonpaged pool, up to a size that is set once and for all. */
const readCache: AllocationSite = {
  tag: "NwRc",
  pool: "nonpaged",
  driver: "nwcache.sys",
  blockBytes: 8192,
  heldBlocks: 900,
  churnPerSecond: 3.6,
  follows: {},
  fallSeconds: 0,
  fills: { blocks: 47_000, seconds: 8600 },
};

const server: Server = {
  processors: machine.processors,
  processes: [
    process("System", 4410, 0.3, 0, { users: 0.4 }),
    process("lsass", 1390, 24, 104_544, { users: 0.2 }),
    process("services", 702, 8.8, 22_448, {}),
    process("svchost#6", 930, 17, 38_768, { users: 0.1 }),
    process("sqlservr", 1980, 4100, 318_720, { users: 0.5, job: 0.2 }),
    process("SQLAGENT", 420, 41, 28_912, { users: 0.1, job: 0.3 }),
  ],
  disks: ["0 C:", "1 S:"],
  sharing: { received: { users: 900_000, job: 600_000 }, sent: { users: 13e6, job: 1.4e6, backup: 6.5e6 } },
  other: { received: { users: 5.1e6 }, sent: { users: 19e6 } },
  networkBytesPerSecond: 1_250_000_000,
  work: { users: 230, job: 60, backup: 70, background: 8 },
  connections: { users: 620, job: 6, backup: 3 },
  otherMegabytes: 1900,
  cacheMegabytes: 980,
};

const scenario = serverScenario(server, {
  name: "northwind-sql2 load",
  seed: "northwind-sql2 2024-06-19 #1",
  machine,
  period: {
    bootedAt: westernEuropean("2024-06-18 21:04:52"),
    from: westernEuropean("2024-06-19 00:00:00"),
    until: westernEuropean("2024-06-20 00:00:00"),
    stepSeconds: 30,
    reboots: [],
  },
  schedules: [
    {
      activity: "users",
      schedule: {
        kind: "day",
        hours: [
          [0, 0.02],
          [4, 0.01],
          [5.2, 0.3],
          [6.1, 0.84],
          [8, 1.02],
          [10.4, 0.9],
          [12, 0.7],
          [13.5, 1.04],
          [15, 0.76],
          [17, 0.3],
          [19, 0.12],
          [21, 0.03],
          [24, 0.02],
        ],
        weekend: 0.2,
      },
    },
    {
      activity: "job",
      schedule: {
        kind: "job",
        everyMinutes: 60,
        atMinute: 40,
        latenessSeconds: 200,
        minutes: [3, 8],
        heights: [0.2, 0.5],
      },
    },
    { activity: "backup", schedule: { kind: "nightly", atMinute: 105, minutes: [30, 50] } },
    { activity: "background", schedule: { kind: "bursts", slotSeconds: 20, quietShare: 0.3 } },
  ],
  sites: [
    ...populate(windowsTags, {
      seed: machine.name,
      era: "new",
      restingBytes: { nonpaged: 243_800_000, paged: 357_100_000 },
      churn: 1.1,
      load: { nonpaged: 0.35, paged: 6.4 },
    }),
    readCache,
  ],
});

export const northwindLoad: Recording = {
  scenario,
  perfmon: {
    file: "perfmon-load.csv",
    command:
      "logman create counter SqlDay -cf counters.txt -si 00:01:00 -f bin -o S:\\PerfLogs\\SqlDay && logman start SqlDay, then relog S:\\PerfLogs\\SqlDay.blg -f CSV -o perfmon-load.csv",
    shows:
      "A day of another server that does not leak: nonpaged pool fills a cache and then stays, paged pool goes up and down with the work.",
    recording: {
      intervalSeconds: 60,
      from: westernEuropean("2024-06-19 00:00:11.340"),
      columns: serverColumns(server, "short", "HPE Ethernet 10Gb 2-port 562FLR-SFP+Adpt"),
      stalls: [westernEuropean("2024-06-19 08:52:00")],
      gaps: [],
    },
  },
};
