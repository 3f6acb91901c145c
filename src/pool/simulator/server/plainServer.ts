import { populate } from "../populate.ts";
import type { AllocationSite, Machine, Scenario } from "../Scenario.ts";
import type { TimeZone } from "../TimeZone.ts";
import { process } from "./serverProcess.ts";
import { serverScenario } from "./serverScenario.ts";
import type { Server, ServerProcess } from "./windowsServer.ts";
import { windowsTags } from "../tags/windowsTags.ts";

const PAGE = 4096;
const GIGABYTE = 1_073_741_824;

/** What tells one of the smaller machines from the others: the rest follows from its Windows and its memory. */
export interface PlainServer {
  /** the computer's name in capitals */
  name: string;
  /** `old` is Windows Server 2008 R2 SP1, `new` Windows Server 2019 */
  era: "old" | "new";
  gigabytes: number;
  processors: number;
  zone: TimeZone;
  /** bytes of both pools at rest */
  restingBytes: { nonpaged: number; paged: number };
  /** how much busier than the tables, and what load does to each pool */
  churn: number;
  load: { nonpaged: number; paged: number };
  /** beside those that every server has */
  processes: readonly ServerProcess[];
  disks: readonly string[];
}

/** A machine and the work it does, made the same way for all smaller machines. */
export interface BuiltServer {
  machine: Machine;
  server: Server;
  /** what Windows itself allocates there */
  sites: AllocationSite[];
}

/** Builds the machine: sizes as Windows reports them, pools' limits by the rule of its version. */
export function buildServer(plain: PlainServer): BuiltServer {
  const { name, era, gigabytes, processors, zone, restingBytes, churn, load, disks } = plain;
  const isOld = era === "old";
  // What the firmware keeps for itself differs from machine to machine.
  const physicalBytes = gigabytes * GIGABYTE - (130 + ((name.length * 37) % 400)) * PAGE;
  const commitLimitBytes = physicalBytes + Math.round((isOld ? 1 : 0.19) * gigabytes * 262_144) * PAGE;
  const machine: Machine = {
    name,
    operatingSystem: isOld ? "Windows Server 2008 R2 SP1" : "Windows Server 2019",
    architecture: "x64",
    physicalBytes,
    processors,
    commitLimitBytes,
    zone,
    pools: {
      nonpaged: {
        restingBytes: Math.round(restingBytes.nonpaged / PAGE) * PAGE,
        slackBytes: 2_100_000,
        maximumBytes: isOld ? 0.75 * gigabytes * GIGABYTE : physicalBytes,
        maximumRule: isOld
          ? `64-bit Windows 7 and Server 2008 R2: 75 % of RAM (${gigabytes} GiB), at most 128 GB`
          : "64-bit Windows Server 2016 and later: RAM or 128 GB, whichever is smaller",
      },
      paged: {
        restingBytes: Math.round(restingBytes.paged / PAGE) * PAGE,
        slackBytes: 1_700_000,
        maximumBytes: commitLimitBytes,
        maximumRule: isOld
          ? "64-bit Windows 7 and Server 2008 R2: 128 GB or the commit limit, whichever is smaller"
          : "64-bit Windows Server 2016 and later: 384 GB or the system commit limit, whichever is smaller",
      },
    },
  };
  const sites = populate(windowsTags, {
    seed: name,
    era,
    // The rest of the pools' pages is what small blocks leave free in theirs.
    restingBytes: { nonpaged: restingBytes.nonpaged * 0.968, paged: restingBytes.paged * 0.975 },
    churn,
    load,
  });
  return { machine, server: serverOf(plain, processors, disks), sites };
}

function serverOf({ era, gigabytes, processes }: PlainServer, processors: number, disks: readonly string[]): Server {
  const size = gigabytes / 16;
  const usual =
    era === "old"
      ? [process("svchost", 384, 4.8, 12_032, { users: 0.1 }), process("svchost#1", 1270, 33, 47_824, { users: 0.12 })]
      : [
          process("svchost#3", 980, 16, 39_952, { users: 0.1 }),
          process("svchost#9", 655, 44, 33_312, { users: 0.1, background: 0.02 }),
          process("MsMpEng", 871, 204, 165_472, { users: 0.3, job: 0.2 }),
        ];
  return {
    processors,
    processes: [
      process("System", 1300 + 190 * processors, 0.3, 0, { users: 0.6, job: 0.2 }),
      process("lsass", 1040 + 31 * processors, 21, 94_512, { users: 0.35 }),
      process("services", 300 + 22 * processors, 6.9, 16_816, { users: 0.04 }),
      ...usual,
      ...processes,
    ],
    disks,
    sharing: {
      received: { job: 2.1e6, users: 1.7e6, backup: 260_000 },
      sent: { job: 14e6, users: 4.4e6, backup: 31e6 },
    },
    other: { received: { users: 2.9e6, background: 12_000 }, sent: { users: 7.7e6, background: 16_000 } },
    networkBytesPerSecond: 125_000_000,
    work: { job: 14 * processors, users: 21 * processors, backup: 11 * processors, background: 7, pressure: 18 },
    connections: { users: 480, job: 6, backup: 4 },
    otherMegabytes: 1500 * size,
    cacheMegabytes: 900 * size,
  };
}

/** An office day; machines differ in when it begins and how high it goes. */
export function officeDay(startsAt: number, height: number): Scenario["schedules"][number] {
  const at = (hour: number, level: number) => [startsAt + hour, level * height] as const;
  return {
    activity: "users",
    schedule: {
      kind: "day",
      hours: [
        [0, 0.01],
        at(-1.6, 0.01),
        at(0, 0.34),
        at(1.3, 0.97),
        at(3.6, 1),
        at(4.4, 0.58),
        at(5.3, 0.92),
        at(7.4, 0.97),
        at(9, 0.52),
        at(10.6, 0.17),
        at(12.5, 0.05),
        [24, 0.01],
      ],
      weekend: 0.12,
    },
  };
}

/** What every machine does besides: small things all day, a task now and then, a backup by night. */
export function serverRoutine(everyMinutes: number, atMinute: number, backupAt: number): Scenario["schedules"] {
  return [
    {
      activity: "job",
      schedule: {
        kind: "job",
        everyMinutes,
        atMinute,
        latenessSeconds: 50,
        minutes: [1.6, 4.2],
        heights: [0.3, 0.9],
      },
    },
    { activity: "backup", schedule: { kind: "nightly", atMinute: backupAt, minutes: [34, 61] } },
    { activity: "background", schedule: { kind: "bursts", slotSeconds: 25, quietShare: 0.3 } },
  ];
}

/** A period of such a machine, with its own sites beside those of Windows. */
export function plainScenario(
  built: BuiltServer,
  parts: Pick<Scenario, "name" | "seed" | "period" | "schedules"> & { own: readonly AllocationSite[] },
): Scenario {
  const { own, ...rest } = parts;
  return serverScenario(built.server, { machine: built.machine, sites: [...built.sites, ...own], ...rest });
}

/** A site of a driver that is not Windows' own. */
export function driverSite(
  parts: Pick<AllocationSite, "tag" | "pool" | "driver" | "blockBytes"> & Partial<AllocationSite>,
): AllocationSite {
  return { heldBlocks: 0, churnPerSecond: 0, follows: {}, fallSeconds: 0, ...parts };
}
