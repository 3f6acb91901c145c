import { populate } from "../../src/pool/simulator/populate.ts";
import type { AllocationSite, Machine, Scenario } from "../../src/pool/simulator/Scenario.ts";
import { flowCallers, flowReleasers } from "./fabrikamKernel.ts";
import { process } from "../../src/pool/simulator/server/serverProcess.ts";
import { serverScenario } from "../../src/pool/simulator/server/serverScenario.ts";
import type { Server, ServerProcess } from "../../src/pool/simulator/server/windowsServer.ts";
import { windowsTags } from "../../src/pool/simulator/tags/windowsTags.ts";
import { westernEuropeanTime } from "./zones.ts";

const PAGE = 4096;

/** FABRIKAM-APP2, an application server: the machine that exercises are checked on. */
export const fabrikamMachine: Machine = {
  name: "FABRIKAM-APP2",
  operatingSystem: "Windows Server 2019",
  architecture: "x64",
  physicalBytes: 4_193_774 * PAGE,
  processors: 8,
  commitLimitBytes: 4_914_670 * PAGE,
  zone: westernEuropeanTime,
  pools: {
    nonpaged: {
      restingBytes: 52_410 * PAGE,
      slackBytes: 3_100_000,
      maximumBytes: 4_193_774 * PAGE,
      maximumRule: "64-bit Windows Server 2016 and later: RAM or 128 GB, whichever is smaller",
    },
    paged: {
      restingBytes: 74_880 * PAGE,
      slackBytes: 2_200_000,
      maximumBytes: 4_914_670 * PAGE,
      maximumRule: "64-bit Windows Server 2016 and later: 384 GB or the system commit limit, whichever is smaller",
    },
  },
};

/** Adatum's flow monitor: what it keeps for the connections that are open comes and goes as it should. */
const openFlows: AllocationSite = {
  tag: "AdFl",
  pool: "nonpaged",
  driver: "adtflow.sys",
  blockBytes: 320,
  heldBlocks: 140,
  churnPerSecond: 2.1,
  follows: { users: 5200, background: 60 },
  fallSeconds: 90,
  callers: flowCallers("open"),
  releasers: flowReleasers,
};

/** It also keeps a record for each flow that ended, and forgets to drop those of aborted connections. */
const leakingFlows: AllocationSite = {
  tag: "AdQe",
  pool: "nonpaged",
  driver: "adtflow.sys",
  blockBytes: 176,
  heldBlocks: 0,
  churnPerSecond: 0,
  follows: {},
  fallSeconds: 0,
  callers: flowCallers("ended"),
  leak: { blocksPerSecond: 0.79, spread: 0.6, follows: { users: 0.1 } },
};

/** What every period of the machine has in common; `churn` sets the pace of the tag that is busy without leaking. */
export function fabrikamSites(busy: { tag: string; churnPerSecond: number }): AllocationSite[] {
  const sites = populate(windowsTags, {
    seed: fabrikamMachine.name,
    era: "new",
    restingBytes: { nonpaged: 210_600_000, paged: 303_500_000 },
    churn: 0.2,
    load: { nonpaged: 2.1, paged: 1.7 },
  });
  return [
    ...sites.map((site) => (site.tag === busy.tag ? { ...site, churnPerSecond: busy.churnPerSecond } : site)),
    openFlows,
    leakingFlows,
  ];
}

const PROCESSES: readonly ServerProcess[] = [
  process("System", 3980, 0.3, 0, { users: 0.5, job: 0.2 }),
  process("lsass", 1560, 27, 118_432, { users: 0.4 }),
  process("services", 690, 8.4, 21_776, { users: 0.03 }),
  process("svchost#4", 1020, 18, 41_312, { users: 0.1 }),
  process("svchost#11", 640, 46, 32_864, { users: 0.1, background: 0.02 }),
  process("MsMpEng", 880, 212, 168_960, { users: 0.3, job: 0.2 }),
  process("FbAppSvc", 2240, 940, 204_128, { users: 0.9, job: 0.5 }),
  process("fbmonsvc", 388, 36, 24_656, { users: 0.1 }),
];

/** The server's work and memory; a period may have further processes. */
export function fabrikamServer(...processes: readonly ServerProcess[]): Server {
  return {
    processors: fabrikamMachine.processors,
    processes: [...PROCESSES, ...processes],
    disks: ["0 C:", "1 F:"],
    sharing: {
      received: { job: 37e6, users: 1.1e6, backup: 200_000 },
      sent: { job: 900_000, users: 1.8e6, backup: 90e6 },
    },
    other: { received: { users: 7.4e6, background: 21_000 }, sent: { users: 16e6, background: 30_000 } },
    networkBytesPerSecond: 1_250_000_000,
    work: { job: 120, users: 190, backup: 90, background: 9, pressure: 30 },
    connections: { users: 1350, job: 12, backup: 6 },
    otherMegabytes: 2600,
    cacheMegabytes: 1240,
  };
}

/** A period of this machine, with its usual schedules unless it brings its own. */
export function fabrikamScenario(
  server: Server,
  parts: Pick<Scenario, "name" | "seed" | "period" | "sites"> & Partial<Pick<Scenario, "schedules">>,
): Scenario {
  return serverScenario(server, { machine: fabrikamMachine, schedules: fabrikamSchedules, ...parts });
}

/** Office hours with a long lunch, an import every twenty minutes, a backup after midnight. */
const fabrikamSchedules: Scenario["schedules"] = [
  {
    activity: "job",
    schedule: {
      kind: "job",
      everyMinutes: 20,
      atMinute: 6,
      latenessSeconds: 40,
      minutes: [2.4, 4.6],
      heights: [0.45, 1.1],
    },
  },
  {
    activity: "users",
    schedule: {
      kind: "day",
      hours: [
        [0, 0],
        [4.8, 0],
        [6, 0.2],
        [7.4, 0.9],
        [9, 1.1],
        [11.6, 0.96],
        [12.4, 0.46],
        [13.3, 0.52],
        [14.2, 1],
        [15.8, 0.92],
        [16.9, 0.5],
        [18.3, 0.14],
        [20, 0.04],
        [21.5, 0],
        [24, 0],
      ],
      weekend: 0.07,
    },
  },
  { activity: "backup", schedule: { kind: "nightly", atMinute: 22, minutes: [44, 70] } },
  { activity: "background", schedule: { kind: "bursts", slotSeconds: 20, quietShare: 0.35 } },
];
