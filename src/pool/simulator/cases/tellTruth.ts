import type { BuiltCase } from "./buildCase.ts";
import type { BuiltLeak } from "./addLeaks.ts";
import { acceptedKinds } from "./acceptedKinds.ts";
import type { CaseTruth, LeakTruth } from "./CaseTruth.ts";
import type { CaseWatcher, WatchedBoot } from "./CaseWatcher.ts";

const HOUR = 3_600_000;

/** The sites that a case's watcher must watch, in the order in which `tellTruth` reads them. */
export const watchedSites = (leaks: readonly BuiltLeak[]): number[] => leaks.flatMap(({ sites }) => sites);

/** What is true of a case that was played. */
export function tellTruth(built: BuiltCase, watcher: CaseWatcher, snapshots: number): CaseTruth {
  const { plan, leaks, remarkable, scenario } = built;
  const { boots } = watcher;
  const hours = boots.reduce((sum, { from, until }) => sum + (until - from), 0) / HOUR;
  const longest = boots.reduce((best, boot) => (lengthOf(boot) > lengthOf(best) ? boot : best));
  const otherMovementBytes = {
    nonpaged: longest.most.nonpaged - longest.least.nonpaged,
    paged: longest.most.paged - longest.least.paged,
  };
  const truths = leaks
    .map((leak) => leakTruth(built, leak, boots, hours))
    .sort((first, second) => second.bytes - first.bytes);
  const { name: family, kind } = plan.family;
  const shown = kind === "leak" ? truths[0] : remarkable;
  return {
    seed: plan.seed,
    family,
    kind,
    accepts: acceptedKinds({
      family,
      kind,
      leaks: truths,
      evidence: plan.evidence,
      snapshots,
      isMorning: plan.surge?.shape === "morning",
      longestHours: lengthOf(longest) / HOUR,
      otherMovementBytes,
    }),
    pool: shown?.pool ?? built.surgingPool,
    tag: shown?.tag,
    driver: shown?.driver,
    leaks: truths,
    hours,
    longestHours: lengthOf(longest) / HOUR,
    otherMovementBytes,
    operatingSystem: scenario.machine.operatingSystem,
    physicalBytes: scenario.machine.physicalBytes,
  };
}

const lengthOf = ({ from, until }: WatchedBoot): number => until - from;

function leakTruth(
  { leaks, scenario }: BuiltCase,
  { tag, pool, driver, process, users, sites }: BuiltLeak,
  boots: readonly WatchedBoot[],
  hours: number,
): LeakTruth {
  const watched = watchedSites(leaks);
  const lost = sites.map((site) => {
    const at = watched.indexOf(site);
    const blocks = boots.reduce((sum, { lostBefore, lostAfter }) => sum + lostAfter[at]! - lostBefore[at]!, 0);
    return { ...scenario.sites[site]!, blocks };
  });
  const [own, ...others] = lost as [(typeof lost)[number], ...typeof lost];
  const bytes = own.blocks * own.blockBytes;
  return {
    tag,
    pool,
    driver,
    process,
    users,
    blockBytes: own.blockBytes,
    blocks: own.blocks,
    bytes,
    bytesPerHour: bytes / hours,
    lockstep: others.map((site) => ({ tag: site.tag, pool: site.pool, bytes: site.blocks * site.blockBytes })),
  };
}
