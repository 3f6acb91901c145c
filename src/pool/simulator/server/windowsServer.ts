import type { Gauge, Meter, PerActivity } from "../Scenario.ts";

/** A process as the counters show it. */
export interface ServerProcess {
  /** the instance name: `svchost#3` */
  name: string;
  handles: number;
  privateMegabytes: number;
  /** quota it is charged for objects in nonpaged pool */
  nonpagedBytes: number;
  /** how much more of everything it has at full level of users and of the job */
  follows: PerActivity;
  /** when it ends (UTC) */
  endsAt?: number;
}

/** What a Windows server does all day, apart from its pools. */
export interface Server {
  processors: number;
  processes: readonly ServerProcess[];
  /** disks as perfmon names them: `0 C:` */
  disks: readonly string[];
  /** bytes per second over the network for file sharing and for everything else */
  sharing: { received: PerActivity; sent: PerActivity };
  other: { received: PerActivity; sent: PerActivity };
  networkBytesPerSecond: number;
  /** ticks of processor time per second that the activities need; 64 are one processor */
  work: PerActivity;
  connections: PerActivity;
  /** memory in MB that no listed process holds: other processes, cache, pages still to be written */
  otherMegabytes: number;
  cacheMegabytes: number;
}

/** Windows accounts processor time by the clock interrupt, 64 times a second on these servers. */
export const TICKS_PER_SECOND = 64;
const MEGABYTE = 1_048_576;

/** Its meters: everything the server counts since boot. */
export function serverMeters(server: Server): Meter[] {
  const meter = (name: string, perSecond: number, follows: PerActivity, spread = 0.25): Meter => ({
    name,
    perSecond,
    follows,
    spread,
  });
  const limited = (name: string, perSecond: number, follows: PerActivity): Meter => ({
    ...meter(name, perSecond, follows, 0.18),
    mostPerSecond: server.networkBytesPerSecond * 0.94,
  });
  const meters = [
    meter("page faults", 410, { job: 2600, users: 7200, backup: 3900, background: 2100, pressure: 900 }),
    meter("demand zero faults", 260, { job: 700, users: 3900, backup: 600, background: 1300 }),
    meter("cache faults", 22, { job: 1900, users: 640, backup: 1700, background: 40 }),
    meter("transition faults", 60, { job: 800, users: 1700, backup: 900, background: 420, pressure: 2100 }),
    meter("pages input", 0.4, { job: 340, users: 36, backup: 710, background: 9, pressure: 260 }, 0.6),
    meter("pages output", 0.05, { pressure: 420, job: 0.6, users: 0.4 }, 0.7),
    meter("page writes", 0.01, { pressure: 28 }, 0.7),
    meter("context switches", 1450, { job: 9200, users: 12800, backup: 6900, background: 1900, pressure: 700 }),
    meter("interrupts", 980, { job: 14200, users: 6100, backup: 7900, background: 420 }),
    meter("system calls", 3900, { job: 21000, users: 64000, backup: 17000, background: 9400 }),
    meter("file reads", 3.4, { job: 1350, users: 390, backup: 900, background: 31 }),
    meter("file writes", 4.6, { job: 24, users: 160, backup: 90, background: 24 }),
    meter("file controls", 31, { job: 420, users: 1900, backup: 360, background: 160 }),
    limited("sharing received", 900, server.sharing.received),
    limited("sharing sent", 1200, server.sharing.sent),
    limited("other received", 2300, server.other.received),
    limited("other sent", 1900, server.other.sent),
    meter("packets received", 21, { job: 29000, users: 3300, backup: 21000, background: 60 }),
    meter("packets sent", 19, { job: 58000, users: 4100, backup: 40000, background: 50 }),
    meter("segments", 34, { job: 84000, users: 6900, backup: 59000, background: 90 }),
    meter("connection failures", 0.004, { users: 0.06, background: 0.02 }),
    meter("pool failures", 0, {}),
  ];
  for (const disk of server.disks) meters.push(...diskMeters(disk, disk === server.disks[0]));
  for (let processor = 0; processor < server.processors; processor += 1) {
    // The first processor serves most interrupts, as on every server whose adapter has one queue.
    const share = (processor === 0 ? 1.5 : 1 - 0.5 / Math.max(1, server.processors - 1)) / server.processors;
    meters.push(
      meter(`processor ${processor} user`, 0.5, weighted(server.work, share * 0.55), 0.5),
      meter(`processor ${processor} privileged`, 0.4, weighted(server.work, share * 0.45), 0.5),
    );
  }
  return meters;
}

function diskMeters(disk: string, isSystem: boolean): Meter[] {
  const factor = isSystem ? 0.12 : 1;
  const idle = isSystem ? 1 : 0.2;
  const meter = (what: string, perSecond: number, follows: PerActivity, spread = 0.35): Meter => ({
    name: `disk ${disk} ${what}`,
    perSecond: perSecond * idle,
    follows: weighted(follows, factor),
    spread,
  });
  return [
    meter("reads", 0.5, { job: 1280, users: 96, backup: 1600, background: 14, pressure: 160 }),
    meter("writes", 3.4, { job: 9, users: 64, backup: 30, background: 12, pressure: 90 }),
    meter("read bytes", 9000, { job: 83e6, users: 3.1e6, backup: 64e6, background: 210_000, pressure: 5e6 }),
    meter("write bytes", 31_000, { job: 160_000, users: 1.9e6, backup: 700_000, background: 160_000, pressure: 6e6 }),
    // In units of 100 nanoseconds, as the disk driver counts.
    meter("busy", 32_000, { job: 6.1e6, users: 1.4e6, backup: 6.8e6, background: 190_000, pressure: 3e6 }, 0.3),
  ];
}

/** Its gauges, and which of them are pages in use and which are charged to commit. */
export function serverGauges(server: Server): { gauges: Gauge[]; resident: string[]; committed: string[] } {
  const gauges: Gauge[] = [
    bytes("kernel code", 8.9, {}, 0.02),
    bytes("other processes", server.otherMegabytes, { users: server.otherMegabytes * 0.24, background: 9 }, 6),
    bytes("other private", server.otherMegabytes * 1.55, { users: server.otherMegabytes * 0.3, background: 14 }, 7),
    bytes("cache", server.cacheMegabytes, { job: 96, users: 70, backup: 130, background: 3 }, 5),
    bytes("modified pages", 26, { job: 9, users: 44, backup: 20, background: 6 }, 5),
    bytes("system drivers", 11.4, {}, 0.04),
    count("processes", 58, { users: 9, backup: 3, background: 2 }, 1),
    count("threads", 840, { users: 150, job: 20, backup: 60, background: 14 }, 9),
    count("mutexes", 410, { users: 40 }, 4),
    count("connections established", 24, server.connections, 3),
    count("connections passive", 90, weighted(server.connections, 0.2), 6),
    count("sessions", 6, weighted(server.connections, 0.7), 1),
    count("files open", 40, weighted(server.connections, 9), 6),
    count("processor queue", 0, { job: 3, users: 2, backup: 2, background: 0.7 }, 1),
    count("free page table entries", 33_555_000, { users: -900, job: -300 }, 90),
  ];
  for (const disk of server.disks)
    gauges.push(count(`disk ${disk} queue`, 0, { job: 2.4, backup: 3.1, users: 0.5 }, 0.7));
  for (const process of server.processes) gauges.push(...processGauges(process));
  const names = server.processes.map(({ name }) => name);
  for (const gauge of gauges)
    if (/working set$|^(other processes|cache)$/.test(gauge.name))
      // When memory runs short the system takes pages back, from the cache most of all.
      gauge.follows = { ...gauge.follows, pressure: -gauge.base * (gauge.name === "cache" ? 0.7 : 0.45) };
  return {
    gauges,
    resident: [
      ...["kernel code", "other processes", "cache", "modified pages", "system drivers"],
      ...names.map((name) => `${name} working set`),
    ],
    committed: ["kernel code", "other private", "system drivers", ...names.map((name) => `${name} private`)],
  };
}

function processGauges({ name, handles, privateMegabytes, nonpagedBytes, follows, endsAt }: ServerProcess): Gauge[] {
  const end = endsAt === undefined ? {} : { endsAt };
  return [
    { ...count(`${name} handles`, handles, weighted(follows, handles), Math.max(2, handles * 0.012)), ...end },
    {
      ...bytes(`${name} private`, privateMegabytes, weighted(follows, privateMegabytes * 0.5), privateMegabytes * 0.02),
      ...end,
    },
    {
      ...bytes(
        `${name} working set`,
        privateMegabytes * 1.2,
        weighted(follows, privateMegabytes * 0.5),
        privateMegabytes * 0.02,
      ),
      ...end,
    },
    {
      name: `${name} nonpaged quota`,
      base: nonpagedBytes,
      follows: weighted(follows, nonpagedBytes * 0.3),
      wander: nonpagedBytes * 0.01,
      quantum: 16,
      ...end,
    },
  ];
}

function bytes(name: string, megabytes: number, follows: PerActivity, wander: number): Gauge {
  return {
    name,
    base: megabytes * MEGABYTE,
    follows: weighted(follows, MEGABYTE),
    wander: wander * MEGABYTE,
    quantum: 4096,
  };
}

function count(name: string, base: number, follows: PerActivity, wander: number): Gauge {
  return { name, base, follows, wander, quantum: 1 };
}

function weighted(amounts: PerActivity, factor: number): PerActivity {
  return Object.fromEntries(Object.entries(amounts).map(([activity, amount]) => [activity, amount * factor]));
}
