import { populate } from "../../src/pool/simulator/populate.ts";
import type { AllocationSite, Machine, Scenario } from "../../src/pool/simulator/Scenario.ts";
import { nameReleasers, streamCallers } from "./contosoKernel.ts";
import { process } from "../../src/pool/simulator/server/serverProcess.ts";
import { serverScenario } from "../../src/pool/simulator/server/serverScenario.ts";
import type { Server, ServerProcess } from "../../src/pool/simulator/server/windowsServer.ts";
import { windowsTags } from "../../src/pool/simulator/tags/windowsTags.ts";
import { pacificTime } from "./zones.ts";

const KILOBYTE = 1024;
const PAGE = 4096;

/** CONTOSO-FS1, a file server: the machine of the lessons. */
export const contosoMachine: Machine = {
  name: "CONTOSO-FS1",
  operatingSystem: "Windows Server 2008 R2 SP1",
  architecture: "x64",
  physicalBytes: 2_097_021 * PAGE,
  processors: 4,
  commitLimitBytes: 16_774_324 * KILOBYTE,
  zone: pacificTime,
  pools: {
    nonpaged: {
      restingBytes: 96_256 * KILOBYTE,
      slackBytes: 4_600_000,
      maximumBytes: 1_572_864 * PAGE,
      maximumRule: "64-bit Windows 7 and Server 2008 R2: 75 % of RAM (8 GiB), at most 128 GB",
    },
    paged: {
      restingBytes: 151_900 * KILOBYTE,
      slackBytes: 2_900_000,
      maximumBytes: 16_774_324 * KILOBYTE,
      maximumRule: "64-bit Windows 7 and Server 2008 R2: 128 GB or the commit limit, whichever is smaller",
    },
  },
};

/**
 * Two structures that Contoso's filter driver keeps for each stream and loses together: 96 and 112 bytes are asked for, the
 * header and the granularity of 16 make blocks of 112 and 128 of it, 120 in the mean.
 */
function leakingContexts(): AllocationSite[] {
  return [112, 128].map((blockBytes) => ({
    tag: "CtxL",
    pool: "nonpaged",
    driver: "ctxflt.sys",
    blockBytes,
    heldBlocks: 0,
    churnPerSecond: 0,
    follows: {},
    fallSeconds: 0,
    callers: streamCallers(blockBytes === 112 ? "ctxflt+0x2a2f" : "ctxflt+0x2a45", "ctxflt+0x31c8"),
    leak: { blocksPerSecond: 0.92, spread: 0.7, follows: { users: 0.06 }, together: "stream context" },
  }));
}

/** What every period of the machine has in common. */
export function contosoSites(): AllocationSite[] {
  const sites = populate(windowsTags, {
    seed: contosoMachine.name,
    era: "old",
    restingBytes: { nonpaged: 93_100_000, paged: 151_300_000 },
    churn: 1,
    load: { nonpaged: 1.5, paged: 1 },
  });
  // The busiest tag of all: waits for several objects at once take a block and give it back.
  const busy = sites.map((site) => (site.tag === "Wait" ? { ...site, churnPerSecond: 122 } : site));
  const names: AllocationSite = {
    tag: "CtxM",
    pool: "paged",
    driver: "ctxflt.sys",
    blockBytes: 208,
    heldBlocks: 12,
    churnPerSecond: 0.4,
    follows: { users: 18 },
    fallSeconds: 0,
    callers: streamCallers("ctxflt+0x3107", "ctxflt+0x31a0"),
    releasers: nameReleasers,
  };
  return [...busy, names, ...leakingContexts()];
}

const PROCESSES: readonly ServerProcess[] = [
  process("System", 1460, 0.2, 0, { users: 0.9, job: 0.25 }),
  process("lsass", 1180, 19, 92_640, { users: 0.4 }),
  process("services", 236, 6.2, 14_480, { users: 0.04 }),
  process("svchost", 372, 4.4, 11_632, { users: 0.1 }),
  process("svchost#1", 520, 12.1, 32_416, { users: 0.2 }),
  process("svchost#2", 1310, 34.6, 48_208, { users: 0.15, background: 0.02 }),
  process("spoolsv", 344, 7.8, 21_184, { users: 0.2 }),
  process("ctxagent", 410, 22.4, 18_096, { users: 0.1, job: 0.04 }),
];

/** The server's work and memory; a period may have further processes. */
export function contosoServer(...processes: readonly ServerProcess[]): Server {
  return {
    processors: contosoMachine.processors,
    processes: [...PROCESSES, ...processes],
    disks: ["0 C:", "1 D:"],
    sharing: {
      received: { job: 420_000, users: 2.6e6, backup: 300_000 },
      sent: { job: 82e6, users: 6.1e6, backup: 44e6 },
    },
    other: { received: { users: 60_000, background: 9000 }, sent: { users: 90_000, background: 7000 } },
    networkBytesPerSecond: 125_000_000,
    work: { job: 58, users: 46, backup: 61, background: 5, pressure: 22 },
    connections: { users: 210, job: 4, backup: 3 },
    otherMegabytes: 960,
    cacheMegabytes: 610,
  };
}

/** A period of this machine. */
export function contosoScenario(
  server: Server,
  parts: Pick<Scenario, "name" | "seed" | "period" | "schedules" | "sites">,
): Scenario {
  return serverScenario(server, { machine: contosoMachine, ...parts });
}
