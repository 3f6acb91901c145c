import { serverGauges, serverMeters } from "../server/windowsServer.ts";
import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import { createRandom } from "../Random.ts";
import type { CounterColumn } from "../PerfmonCollector.ts";
import type { Machine, Scenario } from "../Scenario.ts";
import { addCache, addHugeTag } from "./addCache.ts";
import { addBystanders, addLeaks, type BuiltLeak } from "./addLeaks.ts";
import { createBuilder, type CaseBuilder } from "./CaseBuilder.ts";
import { caseColumns, metersOf } from "./caseColumns.ts";
import { loadSchedules } from "./caseLoad.ts";
import { caseServer } from "./caseServer.ts";
import { COMMIT_FACTOR } from "./machineRanges.ts";
import type { CasePlan } from "./planCase.ts";
import { populateCase } from "./populateCase.ts";
import { drawNumber } from "./Range.ts";
import type { OwnedTag } from "./windowsOwners.ts";

const PAGE = 4096;
const GIGABYTE = 1024 ** 3;

/** Load that grows does not more than treble. */
const MOST_GROWTH = 2;

/** A case before it is played: its scenario, what is wrong in it, and how it is looked at. */
export interface BuiltCase {
  plan: CasePlan;
  scenario: Scenario;
  leaks: readonly BuiltLeak[];
  /** the tag that fills or is huge, where there is one */
  remarkable: OwnedTag | undefined;
  /** the pool that load moves more than is usual, where there is one */
  surgingPool: Pool | undefined;
  columns: readonly CounterColumn[];
  holders: CaseBuilder["holders"];
}

/** Builds the machine of a plan. */
export function buildCase(plan: CasePlan): BuiltCase {
  const random = createRandom("case machine", plan.seed);
  const seed = `case ${plan.seed}`;
  const { server, agent } = caseServer(plan, random);
  const schedules = loadSchedules(plan.load, random, loadOptions(plan));
  const commitLimitBytes = Math.floor((plan.memoryBytes * drawNumber(COMMIT_FACTOR, random)) / PAGE) * PAGE;
  const load = { seed, zone: plan.zone, schedules };
  const { surgingPool, ...populated } = populateCase(plan);
  // Partly free pages are those between Windows' own blocks: what a driver adds later stands close together.
  const share = 0.003 + 0.009 * random.next();
  const slack = { nonpaged: populated.restBytes.nonpaged * share, paged: populated.restBytes.paged * share };
  const builder = createBuilder({ plan, load, ...populated, commitLimitBytes, agent });
  const leaks = addLeaks(builder);
  const remarkable = addCache(builder) ?? addHugeTag(builder);
  addBystanders(builder);

  const columns = caseColumns(plan, server, builder, leaks);
  const { gauges, resident, committed } = serverGauges(server);
  const wanted = metersOf(columns);
  const failing = { name: "network errors", perSecond: 0.002, follows: { failures: 3.1 }, spread: 0.4 };
  const scenario: Scenario = {
    name: `case ${plan.seed} ${plan.family.name}`,
    seed,
    machine: caseMachine(builder, slack),
    period: {
      bootedAt: builder.bootedAt,
      from: plan.from,
      until: plan.until,
      stepSeconds: plan.intervalSeconds,
      reboots: plan.reboots,
    },
    schedules,
    sites: builder.sites,
    meters: [...serverMeters(server), failing].filter(({ name }) => wanted.has(name)),
    gauges,
    residentGauges: resident,
    committedGauges: committed,
  };
  return { plan, scenario, leaks, remarkable, surgingPool, columns, holders: builder.holders };
}

function loadOptions({ seed, family, surge, from, until, intervalSeconds }: CasePlan) {
  const random = createRandom("case load", seed);
  const { failures } = family.ranges;
  const days = (until - from) / 86_400_000;
  return {
    ...(surge?.growthPerDay && {
      grows: { from, perDay: Math.min(drawNumber(surge.growthPerDay, random), MOST_GROWTH / days) },
    }),
    ...(failures && {
      failures: {
        // At least five bouts are recorded, and each of them is sampled.
        everyMinutes: Math.floor(Math.min(drawNumber(failures.everyMinutes, random), (until - from) / 60_000 / 5)),
        minutes: Math.max(drawNumber(failures.minutes, random), (2.4 * intervalSeconds) / 60),
      },
    }),
  };
}

function caseMachine({ plan, restBytes, commitLimitBytes }: CaseBuilder, slack: Record<Pool, number>): Machine {
  const { generation, memoryBytes } = plan;
  const wholePages = (bytes: number) => Math.ceil(bytes / PAGE) * PAGE;
  return {
    name: plan.name,
    operatingSystem: generation.operatingSystem,
    architecture: "x64",
    physicalBytes: memoryBytes,
    processors: plan.processors,
    commitLimitBytes,
    zone: plan.zone,
    pools: {
      nonpaged: {
        restingBytes: wholePages(restBytes.nonpaged),
        slackBytes: Math.floor(slack.nonpaged),
        maximumBytes: wholePages(Math.min(memoryBytes * generation.nonpagedShare, 128 * GIGABYTE)),
        maximumRule: generation.nonpagedRule,
      },
      paged: {
        restingBytes: wholePages(restBytes.paged),
        slackBytes: Math.floor(slack.paged),
        maximumBytes: Math.min(commitLimitBytes, 128 * GIGABYTE),
        maximumRule: "the system commit limit, or a limit above it",
      },
    },
  };
}
