import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import type { AllocationSite, Machine, Scenario } from "../Scenario.ts";
import {
  buildServer,
  driverSite,
  officeDay,
  plainScenario,
  serverRoutine,
  type BuiltServer,
} from "../server/plainServer.ts";
import { process } from "../server/serverProcess.ts";
import type { FinalCasePlan } from "./FinalCasePlan.ts";
import type { FinalKernel } from "./finalKernel.ts";

const PAGE = 4096;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** How a driver works in a period, as factors to the leak's own rate: what it loses, and what it gets and gives back again. */
interface Pace {
  leak: number;
  churn: number;
}

/** At work everything churns some five times as much as the machine's idle figures say. */
const BY_DAY: Pace = { leak: 1, churn: 0.2 };
/** Under a debugger nobody works there: a few test calls a second. */
const testCalls = ({ leak }: FinalCasePlan): Pace => ({
  leak: 1.5 / leak.blocksPerSecond,
  churn: 0.6 / leak.blocksPerSecond,
});

/** The three times at which a case's machine was looked at. */
export interface FinalScenarios {
  built: BuiltServer;
  /** a working day: counters, PoolMon, a trace, and a dump at its end */
  day: Scenario;
  /** the same evening under a kernel debugger, with a few test calls */
  evening: Scenario;
  /** the next morning, just restarted with Driver Verifier's pool tracking */
  verified: Scenario;
  /** when somebody asked Verifier (UTC) */
  askedAt: number;
}

/** Builds the machine of a case and the three periods in which it was looked at. */
export function finalScenarios(plan: FinalCasePlan, kernel: FinalKernel): FinalScenarios {
  const built = finalServer(plan);
  const schedules = [
    officeDay(plan.opensAt, 1),
    ...serverRoutine(plan.gigabytes > 12 ? 15 : 30, 4, 40),
  ] satisfies Scenario["schedules"];
  const period = (name: string, times: Pick<Scenario["period"], "bootedAt" | "from" | "until" | "stepSeconds">) => ({
    name: `final-case-${plan.seed} ${name}`,
    seed: `final case ${plan.seed} ${name}`,
    period: { ...times, reboots: [] },
    schedules,
  });
  const evening = plan.from + 11 * HOUR;
  const morning = plan.from + 22 * HOUR;
  // Verifier's list holds some hundreds of blocks then.
  const seconds = Math.floor(Math.min(1500, Math.max(180, 900 / plan.leak.blocksPerSecond)));
  const askedAt = morning + seconds * 1000 + 400;
  return {
    built,
    day: plainScenario(built, {
      ...period("day", { bootedAt: plan.bootedAt, from: plan.from, until: plan.until, stepSeconds: 15 }),
      own: [...ownSites(plan, kernel, BY_DAY), ...bystanders(plan, kernel)],
    }),
    evening: plainScenario(built, {
      ...period("evening", {
        bootedAt: evening - 30 * MINUTE,
        from: evening,
        until: evening + 6 * MINUTE,
        stepSeconds: 10,
      }),
      own: [...ownSites(plan, kernel, testCalls(plan)), ...bystanders(plan, kernel)],
    }),
    verified: plainScenario(built, {
      ...period("verified", {
        bootedAt: morning,
        from: askedAt - MINUTE,
        until: askedAt + MINUTE,
        stepSeconds: 10,
      }),
      // Verifier counts from the driver's start on, and what is there at the boot's own moment would be older.
      own: [
        ...ownSites(plan, kernel, BY_DAY).map((site) => ({ ...site, runs: { from: morning } })),
        ...bystanders(plan, kernel),
      ],
    }),
    askedAt,
  };
}

/** What the leaking driver does: it loses blocks for one program and frees those of another, got at the same place. */
function ownSites({ leak, sibling }: FinalCasePlan, { callers, releasers }: FinalKernel, pace: Pace): AllocationSite[] {
  const { tag, pool, driver, blockBytes } = leak;
  const perSecond = leak.blocksPerSecond * pace.churn;
  return [
    driverSite({
      ...{ tag, pool, driver, blockBytes, callers: [callers.guilty] },
      leak: { blocksPerSecond: leak.blocksPerSecond * pace.leak, spread: 0.1 },
    }),
    driverSite({
      ...{ tag, pool, driver, blockBytes, churnPerSecond: perSecond * 1.3 },
      ...{ callers: [callers.innocent], releasers: [releasers.own] },
    }),
    driverSite({
      ...{ tag, pool, driver, blockBytes: 528, heldBlocks: 14, churnPerSecond: perSecond * 0.35 },
      ...{ callers: [callers.other], releasers: [releasers.own] },
    }),
    driverSite({
      ...{ tag: sibling, pool: "nonpaged", driver, blockBytes: 272, heldBlocks: 40, churnPerSecond: perSecond * 0.2 },
      ...{ callers: [callers.sibling], releasers: [releasers.sibling] },
    }),
  ];
}

/** What else is remarkable on the machine: the second grower, and a tag that is large and stays. */
function bystanders({ second, huge, from }: FinalCasePlan, { callers }: FinalKernel): AllocationSite[] {
  const { tag, pool, driver, blockBytes } = second;
  const grower =
    second.kind === "leak"
      ? driverSite({
          ...{ tag, pool, driver, blockBytes, callers: [callers.second] },
          leak: { blocksPerSecond: second.blocksPerSecond, spread: 0.1 },
        })
      : driverSite({
          ...{ tag, pool, driver, blockBytes },
          fills: { from: from + 4 * MINUTE, blocks: second.blocks, seconds: second.seconds },
        });
  const { blocks, ...large } = huge;
  return [grower, driverSite({ ...large, driver: "ntoskrnl.exe", heldBlocks: blocks })];
}

function finalServer(plan: FinalCasePlan): BuiltServer {
  const { name, era, gigabytes, processors, zone, restingBytes, churn, load, huge, guilty, innocent } = plan;
  const programs = [guilty, innocent]
    .map(({ process: file }) => file.replace(/\.exe$/, ""))
    .filter((program) => program !== "System");
  const built = buildServer({
    ...{ name, era, gigabytes, processors, zone, restingBytes, churn },
    load: { nonpaged: load, paged: load },
    processes: programs.map((program, at) => process(program, 460 + 330 * at, 42 + 90 * at, 30_400, { users: 0.3 })),
    disks: ["0 C:", "1 D:"],
  });
  const most = built.sites.reduce((best, site) => (site.churnPerSecond > best.churnPerSecond ? site : best));
  // What the tags of the second grower and the large one hold otherwise stays: load must not hide how they go.
  const still = [plan.second.tag, huge.tag];
  const sites = built.sites.map((site) => ({
    ...site,
    ...(site === most && { churnPerSecond: plan.busiestPerSecond }),
    ...(still.includes(site.tag) && { follows: {} }),
  }));
  return { ...built, sites, machine: withHeld(built.machine, huge.pool, huge.blocks * huge.blockBytes) };
}

/** The machine with so much more in a pool for good. */
function withHeld(machine: Machine, pool: Pool, bytes: number): Machine {
  const traits = machine.pools[pool];
  const restingBytes = Math.ceil((traits.restingBytes + bytes) / PAGE) * PAGE;
  return { ...machine, pools: { ...machine.pools, [pool]: { ...traits, restingBytes } } };
}
