import type { Pool } from "../formats/poolmon/PoolSnapshot.ts";
import { PAGE, sizeOfPool } from "./MachineState.ts";
import type { LeakTruth, PeriodTruth, PoolTruth } from "./Manifest.ts";
import type { Recording, Verdict } from "./DatasetMachine.ts";
import type { RecordedPeriod } from "./recordPeriod.ts";
import type { AllocationSite, Scenario } from "./Scenario.ts";
import { biasAt } from "./TimeZone.ts";
import type { PeriodSums } from "./TruthCollector.ts";

/** A pool that grew by less than this share of its floor is not what one would call leaking over the period. */
const LEAKING_SHARE = 0.02;
/** A cache that grew by more than this share of the floor is what one sees in the log. */
const FILLING_SHARE = 0.1;

/** What really happened in a period, from the sums over its events. */
export function periodTruth({ recording, sums }: RecordedPeriod): PeriodTruth {
  const { scenario, perfmon } = recording;
  const { machine, period } = scenario;
  const leaks = leakTruths(recording, sums);
  const pools = {
    nonpaged: poolTruth(scenario, sums, leaks, "nonpaged"),
    paged: poolTruth(scenario, sums, leaks, "paged"),
  };
  return {
    scenario: scenario.name,
    seed: scenario.seed,
    machine: machine.name,
    operatingSystem: machine.operatingSystem,
    architecture: machine.architecture,
    physicalBytes: machine.physicalBytes,
    bootedAt: isoTime(period.bootedAt),
    from: isoTime(period.from),
    until: isoTime(period.until),
    reboots: period.reboots.map(({ downAt, upAt }) => ({ downAt: isoTime(downAt), upAt: isoTime(upAt) })),
    clockChanges: clockChanges(scenario),
    gaps: (perfmon?.recording.gaps ?? []).map(({ from, until }) => ({ from: isoTime(from), until: isoTime(until) })),
    leaks,
    pools,
    verdict: recording.verdict ?? verdictOf(pools),
    ...(recording.cannotTell ? { cannotTell: recording.cannotTell } : {}),
  };
}

/** The most serious label of the two pools. */
function verdictOf({ nonpaged, paged }: PeriodTruth["pools"]): Verdict {
  return (["leak", "cache", "load"] as const).find((word) => nonpaged.label === word || paged.label === word)!;
}

function leakTruths({ scenario, kernel }: Recording, { segments }: PeriodSums): LeakTruth[] {
  const seconds = segments.reduce((total, { from, until }) => total + (until - from) / 1000, 0);
  const leaks = new Map<string, LeakTruth>();
  for (const [index, site] of scenario.sites.entries()) {
    if (!site.leak) continue;
    const { tag, pool, driver, blockBytes } = site;
    const key = tag + pool + driver;
    const leak = leaks.get(key) ?? {
      ...{ tag, pool, driver, blockBytes: [] },
      ...(site.leak.from === undefined ? {} : { since: isoTime(site.leak.from) }),
      ...{ blocksLost: 0, bytesLost: 0, seconds, bytesPerSecond: 0, bytesPerHour: 0 },
    };
    leaks.set(key, leak);
    let lost = 0;
    for (const segment of segments) lost += segment.blocksAfter[index]! - segment.blocksBefore[index]!;
    leak.blockBytes.push(blockBytes);
    if (kernel) leak.callSites = [...new Set([...(leak.callSites ?? []), ...callSites(site)])];
    leak.blocksLost += lost;
    leak.bytesLost += lost * blockBytes;
    leak.bytesPerSecond = leak.bytesLost / seconds;
    leak.bytesPerHour = leak.bytesPerSecond * 3600;
  }
  return [...leaks.values()].sort((a, b) => b.bytesLost - a.bytesLost);
}

/** Where the driver's own code called the pool routine. */
function callSites({ callers }: AllocationSite): string[] {
  return (callers ?? []).map(({ frames }) => frames[0]!);
}

function poolTruth(scenario: Scenario, { segments }: PeriodSums, leaks: LeakTruth[], pool: Pool): PoolTruth {
  const { maximumBytes, maximumRule } = scenario.machine.pools[pool];
  const [first, last] = [segments[0]!, segments.at(-1)!];
  const floorAtStartBytes = floorBytes(scenario, pool, first.blocksBefore);
  const floorAtEndBytes = floorBytes(scenario, pool, last.blocksAfter);
  const lost = leaks.filter((leak) => leak.pool === pool);
  const lostBytes = lost.reduce((total, leak) => total + leak.bytesLost, 0);
  const rate = lost.reduce((total, leak) => total + leak.bytesPerSecond, 0);
  const filled = grownBytes(scenario, segments, (site) => site.pool === pool && site.fills !== undefined);
  const isLeaking = lostBytes > LEAKING_SHARE * floorAtStartBytes;
  const label = isLeaking ? "leak" : filled > FILLING_SHARE * floorAtStartBytes ? "cache" : "load";
  // Paged pool is charged to commit, and that is where it ends; nonpaged pool has its own maximum.
  const left = pool === "paged" ? maximumBytes - last.committedBytes : maximumBytes - floorAtEndBytes;
  return {
    ...{ label, floorAtStartBytes, floorAtEndBytes, maximumBytes, maximumRule },
    ...(isLeaking ? { secondsToExhaustion: left / rate } : {}),
  };
}

/** A pool with only what is held since boot and what the leaking sites hold. */
export function floorBytes(scenario: Scenario, pool: Pool, blocks: Float64Array): number {
  let small = 0;
  let big = 0;
  for (const [index, site] of scenario.sites.entries()) {
    if (site.pool !== pool || !site.leak) continue;
    if (site.blockBytes < PAGE) small += blocks[index]! * site.blockBytes;
    else big += blocks[index]! * site.blockBytes;
  }
  return sizeOfPool(scenario.machine.pools[pool], small, big);
}

function grownBytes(
  { sites }: Scenario,
  segments: PeriodSums["segments"],
  counts: (site: AllocationSite) => boolean,
): number {
  let grown = 0;
  for (const [index, site] of sites.entries()) {
    if (!counts(site)) continue;
    for (const segment of segments)
      grown += (segment.blocksAfter[index]! - segment.blocksBefore[index]!) * site.blockBytes;
  }
  return grown;
}

function clockChanges({ machine: { zone }, period }: Scenario): PeriodTruth["clockChanges"] {
  return zone.daylight
    .flatMap(({ from, until }) => [from, until])
    .filter((at) => at > period.from && at < period.until)
    .map((at) => ({
      at: isoTime(at),
      biasMinutesBefore: biasAt(zone, at - 1),
      biasMinutesAfter: biasAt(zone, at),
    }));
}

function isoTime(time: number): string {
  return new Date(time).toISOString();
}
