import type { Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import { populate } from "../../src/pool/simulator/populate.ts";
import type { AllocationSite, Machine } from "../../src/pool/simulator/Scenario.ts";
import { serverColumns } from "../../src/pool/simulator/server/serverColumns.ts";
import { process } from "../../src/pool/simulator/server/serverProcess.ts";
import { serverScenario } from "../../src/pool/simulator/server/serverScenario.ts";
import type { Server } from "../../src/pool/simulator/server/windowsServer.ts";
import { windowsTags } from "../../src/pool/simulator/tags/windowsTags.ts";
import { pacific, pacificTime } from "./zones.ts";

const PAGE = 4096;

/** TAILSPIN-WEB3, a web server that is not leaking: what its pools do, they do for their load and for their cache. */
const machine: Machine = {
  name: "TAILSPIN-WEB3",
  operatingSystem: "Windows Server 2008 R2 SP1",
  architecture: "x64",
  physicalBytes: 3_144_621 * PAGE,
  processors: 4,
  commitLimitBytes: 6_289_242 * PAGE,
  zone: pacificTime,
  pools: {
    nonpaged: {
      restingBytes: 29_900 * PAGE,
      slackBytes: 1_200_000,
      maximumBytes: 2_359_296 * PAGE,
      maximumRule: "64-bit Windows 7 and Server 2008 R2: 75 % of RAM (12 GiB), at most 128 GB",
    },
    paged: {
      restingBytes: 44_200 * PAGE,
      slackBytes: 1_900_000,
      maximumBytes: 6_289_242 * PAGE,
      maximumRule: "64-bit Windows 7 and Server 2008 R2: 128 GB or the commit limit, whichever is smaller",
    },
  },
};

/** The pages it serves stay in the cache, and with them what the memory manager and the file system keep for each file. */
const FILLING: Partial<Record<string, { blocks: number; blockBytes: number }>> = {
  MmSt: { blocks: 74_000, blockBytes: 2544 },
  Ntff: { blocks: 41_000, blockBytes: 1376 },
  FMfn: { blocks: 52_000, blockBytes: 464 },
};

function sites(): AllocationSite[] {
  const resting = populate(windowsTags, {
    seed: machine.name,
    era: "old",
    restingBytes: { nonpaged: 119_300_000, paged: 177_000_000 },
    churn: 1.4,
    load: { nonpaged: 4.2, paged: 0.35 },
  });
  return resting.map((site) => {
    const cache = FILLING[site.tag];
    if (cache?.blockBytes !== site.blockBytes || site.pool !== "paged") return site;
    return { ...site, fills: { blocks: cache.blocks, seconds: 7800, trim: { hour: 21.4, share: 0.17 } } };
  });
}

const server: Server = {
  processors: machine.processors,
  processes: [
    process("System", 1230, 0.2, 0, { users: 0.7 }),
    process("lsass", 940, 14, 71_408, { users: 0.3 }),
    process("svchost", 388, 5, 12_240, { users: 0.1 }),
    process("svchost#1", 1240, 31, 47_360, { users: 0.12 }),
    process("inetinfo", 402, 11, 26_112, { users: 0.1 }),
    process("w3wp", 1720, 240, 96_304, { users: 1.4 }),
    process("w3wp#1", 1310, 180, 81_520, { users: 1.1 }),
  ],
  disks: ["0 C:", "1 E:"],
  sharing: { received: { users: 210_000, job: 90_000 }, sent: { users: 9.4e6, job: 1.6e6, backup: 5.2e6 } },
  other: { received: { users: 2.3e6 }, sent: { users: 21e6 } },
  networkBytesPerSecond: 125_000_000,
  work: { users: 96, job: 20, backup: 40, background: 6 },
  connections: { users: 940, job: 2, backup: 2 },
  otherMegabytes: 1060,
  cacheMegabytes: 740,
};

const scenario = serverScenario(server, {
  name: "tailspin-web3 load",
  seed: "tailspin-web3 2012-09-12 #1",
  machine,
  period: {
    bootedAt: pacific("2012-09-11 20:31:15"),
    from: pacific("2012-09-12 00:00:00"),
    until: pacific("2012-09-13 00:00:00"),
    stepSeconds: 30,
    reboots: [],
  },
  schedules: [
    {
      activity: "users",
      schedule: {
        kind: "day",
        hours: [
          [0, 0.05],
          [2, 0.01],
          [4.6, 0.01],
          [6, 0.1],
          [7.6, 0.5],
          [9.3, 0.98],
          [11.5, 1.06],
          [12.7, 0.74],
          [14.4, 1.02],
          [16.5, 0.9],
          [18.2, 0.52],
          [20.5, 0.2],
          [22, 0.05],
          [24, 0.05],
        ],
        weekend: 0.3,
      },
    },
    {
      activity: "job",
      schedule: {
        kind: "job",
        everyMinutes: 60,
        atMinute: 23,
        latenessSeconds: 90,
        minutes: [2, 5],
        heights: [0.1, 0.25],
      },
    },
    { activity: "backup", schedule: { kind: "nightly", atMinute: 171, minutes: [24, 36] } },
    { activity: "background", schedule: { kind: "bursts", slotSeconds: 20, quietShare: 0.3 } },
  ],
  sites: sites(),
});

export const tailspinLoad: Recording = {
  scenario,
  perfmon: {
    file: "perfmon-load.csv",
    command:
      "logman create counter WebDay -cf counters.txt -si 00:01:00 -f bin -o C:\\PerfLogs\\WebDay && logman start WebDay, then relog C:\\PerfLogs\\WebDay.blg -f CSV -o perfmon-load.csv",
    shows:
      "A day of another server that does not leak: nonpaged pool goes up and down with the requests, paged pool fills a cache that flattens and is trimmed in the evening.",
    recording: {
      intervalSeconds: 60,
      from: pacific("2012-09-12 00:00:07.871"),
      columns: serverColumns(server, "short", "HP NC382i DP Multifunction Gigabit Server Adapter"),
      stalls: [pacific("2012-09-12 11:41:00")],
      gaps: [],
    },
  },
};
