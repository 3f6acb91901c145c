import { process } from "../server/serverProcess.ts";
import type { Server, ServerProcess } from "../server/windowsServer.ts";
import type { Random } from "../Random.ts";
import type { PerActivity } from "../Scenario.ts";
import type { LoadKind } from "./CaseFamily.ts";
import { CACHE_SHARE, PROCESS_SHARE } from "./machineRanges.ts";
import type { CasePlan } from "./planCase.ts";
import { drawNumber } from "./Range.ts";

/** Name, handles, share of the processes' memory, nonpaged quota, what it follows. */
type ProcessShare = readonly [name: string, handles: number, share: number, quota: number, follows: PerActivity];

const EVERYWHERE: readonly ProcessShare[] = [
  ["System", 1900, 0.0001, 0, { users: 0.5, job: 0.2 }],
  ["lsass", 1240, 0.012, 96_000, { users: 0.3 }],
  ["services", 420, 0.004, 18_200, { users: 0.03 }],
  ["svchost#2", 760, 0.012, 38_400, { users: 0.1 }],
  ["svchost#5", 1160, 0.022, 46_700, { users: 0.1, background: 0.02 }],
];

/** What a kind of server runs beside; the first of them is what it is there for. */
const BY_KIND: Record<LoadKind, readonly ProcessShare[]> = {
  "file server": [
    ["dfsrs", 690, 0.05, 41_000, { job: 0.2 }],
    ["spoolsv", 390, 0.01, 22_000, { users: 0.2 }],
  ],
  "web server": [
    ["w3wp", 1620, 0.24, 92_000, { users: 1.1 }],
    ["w3wp#1", 1180, 0.16, 78_000, { users: 0.9 }],
  ],
  database: [
    ["sqlservr", 2040, 0.6, 318_000, { users: 0.1, job: 0.1 }],
    ["SQLAGENT", 430, 0.01, 28_000, { users: 0.1, job: 0.3 }],
  ],
  "terminal server": [
    ["explorer", 1420, 0.02, 68_000, { users: 1.2 }],
    ["explorer#3", 1310, 0.02, 66_000, { users: 1.1 }],
  ],
  "idle appliance": [["edgesvc", 310, 0.06, 19_000, {}]],
  batch: [["batchhost", 720, 0.2, 44_000, { job: 0.8 }]],
};

/** Programs of third parties, one of which may keep its handles. */
export const AGENTS = [
  "ctxagent",
  "AdtFlowSvc",
  "fbmonsvc",
  "WwiBackup",
  "TrvScanSvc",
  "RelAudit",
  "ByInventory",
] as const;

/** Network and work at full level, per kind, before the machine's own factor. */
const TRAFFIC: Record<LoadKind, Pick<Server, "sharing" | "other" | "work" | "connections">> = {
  "file server": traffic(
    { received: { job: 2e6, users: 2.6e6 }, sent: { job: 40e6, users: 6e6, backup: 44e6 } },
    0.2,
    46,
    220,
  ),
  "web server": traffic({ received: { users: 210_000 }, sent: { users: 9e6, backup: 5e6 } }, 16, 90, 900),
  database: traffic({ received: { users: 900_000, job: 600_000 }, sent: { users: 12e6, backup: 9e6 } }, 14, 160, 600),
  "terminal server": traffic({ received: { users: 900_000 }, sent: { users: 2.1e6, backup: 8e6 } }, 6, 130, 260),
  "idle appliance": traffic({ received: { users: 20_000 }, sent: { users: 30_000, backup: 900_000 } }, 0.3, 20, 40),
  batch: traffic({ received: { job: 24e6 }, sent: { job: 9e6, backup: 60e6 } }, 0.4, 60, 30),
};

/** The server that a plan is about: its processes, disks and network, and the memory that they use. */
export function caseServer(plan: CasePlan, random: Random): { server: Server; agent: string } {
  const memory = plan.memoryBytes / 1_048_576;
  const processMegabytes = memory * drawNumber(PROCESS_SHARE, random);
  const agent = AGENTS[Math.floor(random.next() * AGENTS.length)]!;
  const shares: ProcessShare[] = [
    ...EVERYWHERE,
    ...(plan.generation.era === "new" ? [["MsMpEng", 860, 0.05, 168_000, { users: 0.2, job: 0.1 }] as const] : []),
    ...BY_KIND[plan.load],
    [agent, 380, 0.01, 24_600, { users: 0.1 }],
  ];
  const processes = shares.map(([name, handles, share, quota, follows]): ServerProcess => {
    const factor = 0.7 + 0.6 * random.next();
    return process(
      name,
      Math.round(handles * factor),
      share * processMegabytes * factor,
      Math.round(quota * factor),
      follows,
    );
  });
  const listed = processes.reduce((sum, { privateMegabytes }) => sum + privateMegabytes, 0);
  const { sharing, other, work, connections } = TRAFFIC[plan.load];
  const scale = plan.loadFactor * (plan.processors / 8);
  const server: Server = {
    processors: plan.processors,
    processes,
    disks: random.next() < 0.5 ? ["0 C:", "1 D:"] : ["0 C:", "1 E:"],
    sharing: { received: scaled(sharing.received, scale), sent: scaled(sharing.sent, scale) },
    other: { received: scaled(other.received, scale), sent: scaled(other.sent, scale) },
    networkBytesPerSecond: plan.processors > 4 ? 1_250_000_000 : 125_000_000,
    work: scaled(work, plan.loadFactor * (plan.processors / 4)),
    connections: scaled(connections, scale),
    otherMegabytes: Math.max(260, processMegabytes - listed),
    cacheMegabytes: Math.max(120, memory * drawNumber(CACHE_SHARE, random)),
  };
  return { server, agent };
}

function traffic(sharing: Server["sharing"], otherMegabytes: number, work: number, connections: number) {
  return {
    sharing,
    other: {
      received: { users: otherMegabytes * 0.3e6, background: 9000 },
      sent: { users: otherMegabytes * 1e6, background: 12_000 },
    },
    work: { users: work, job: work * 0.7, backup: work * 0.9, background: 5, pressure: 22 },
    connections: { users: connections, job: 4, backup: 3 },
  };
}

function scaled(amounts: PerActivity, factor: number): PerActivity {
  return Object.fromEntries(Object.entries(amounts).map(([activity, amount]) => [activity, amount * factor]));
}
