import type { CounterLog } from "../../formats/perfmon/CounterLog.ts";
import type { PoolSnapshot, PoolTagRow } from "../../formats/poolmon/PoolSnapshot.ts";
import { requestedBytes } from "../blocks/blockBytes.ts";
import { moduleNamed } from "../kernel/KernelImage.ts";
import type { RecordedPeriod } from "../recordPeriod.ts";
import type { Scenario } from "../Scenario.ts";
import type { FinalAnswers, FinalMistakes } from "./FinalAnswers.ts";
import type { FinalCasePlan } from "./FinalCasePlan.ts";
import { finalKernel, type FinalKernel } from "./finalKernel.ts";

const HOUR = 3_600_000;
const PAGE = 4096;
/** What a debugger prints as the maximum of a pool since Windows 8.1: 16 TiB, the address space. */
const ADDRESS_SPACE = 4_294_967_296 * PAGE;

/** What is true of a case, from what was recorded by day. */
export function answersOf(plan: FinalCasePlan, day: RecordedPeriod): FinalAnswers {
  const { leak } = plan;
  const kernel = finalKernel(plan);
  const { scenario } = day.recording;
  const [first, last] = [day.snapshots[0]!, day.snapshots.at(-1)!];
  const hours = (last.time! - first.time!) / HOUR;
  const gained = ({ tag, pool }: Pick<PoolTagRow, "tag" | "pool">) =>
    (rowOf(last, tag, pool)?.bytes ?? 0) - (rowOf(first, tag, pool)?.bytes ?? 0);
  const bytesPerHour = gained(leak) / hours;
  const second = last.rows
    .filter(({ tag }) => tag !== leak.tag)
    .reduce((best, row) => (gained(row) > gained(best) ? row : best));
  const owner = scenario.sites.find(({ tag, pool }) => tag === second.tag && pool === second.pool)!;
  const log = day.perfmonLog!;
  const { maximumBytes } = scenario.machine.pools[leak.pool];
  const held = lastValue(log, `\\Memory\\Pool ${leak.pool === "paged" ? "Paged" : "Nonpaged"} Bytes`);
  const committed = lastValue(log, "\\Memory\\Committed Bytes");
  const isPaged = leak.pool === "paged";
  const { commitLimitBytes } = scenario.machine;
  const room = isPaged ? commitLimitBytes - committed : maximumBytes - held;
  return {
    seed: plan.seed,
    machine: plan.name,
    operatingSystem: scenario.machine.operatingSystem,
    pool: leak.pool,
    tag: leak.tag,
    driver: leak.driver,
    bytesPerHour,
    blockBytes: leak.blockBytes,
    requestedBytes: requestedBytes(leak.blockBytes),
    site: { ...kernel.site, base: moduleNamed(kernel.kernel, kernel.site.module).base },
    process: plan.guilty.process,
    second: { tag: second.tag, pool: second.pool, driver: owner.driver, leaks: isLeaking(scenario, second) },
    hoursToFull: room / bytesPerHour,
    limit: isPaged ? { kind: "commit", bytes: commitLimitBytes } : { kind: "maximum", bytes: maximumBytes },
    mistakes: {
      ...tagMistakes(plan, day.snapshots),
      ...siteMistakes(plan, kernel),
      ...poolRates(log, isPaged ? "Paged" : "Nonpaged"),
      secondPerHour: gained(second) / hours,
      meanBlockBytes: rowOf(last, leak.tag, leak.pool)!.bytes / rowOf(last, leak.tag, leak.pool)!.diff,
      wrongHours: [ADDRESS_SPACE - held, ...(isPaged ? [commitLimitBytes - held] : [])].map(
        (bytes) => bytes / bytesPerHour,
      ),
    },
  };
}

const rowOf = (snapshot: PoolSnapshot, tag: string, pool: PoolTagRow["pool"]): PoolTagRow | undefined =>
  snapshot.rows.find((row) => row.tag === tag && row.pool === pool);

const isLeaking = ({ sites }: Scenario, { tag, pool }: PoolTagRow): boolean =>
  sites.some((site) => site.tag === tag && site.pool === pool && site.leak !== undefined);

function valuesOf(log: CounterLog, path: string): Float64Array {
  const counter = log.counters.find(({ englishPath }) => englishPath === path);
  if (!counter) throw new Error(`A final case's counter log has no ${path}.`);
  return counter.values;
}

const lastValue = (log: CounterLog, path: string): number =>
  valuesOf(log, path).findLast((value) => !Number.isNaN(value))!;

function tagMistakes({ leak, sibling }: FinalCasePlan, snapshots: readonly PoolSnapshot[]) {
  const [first, last] = [snapshots[0]!, snapshots.at(-1)!];
  const largest = ({ rows }: PoolSnapshot, pools: readonly string[]) =>
    rows
      .filter(({ tag, pool }) => tag !== leak.tag && pools.includes(pool))
      .reduce((best, row) => (row.bytes > best.bytes ? row : best)).tag;
  const largestTags = [["nonpaged", "paged"], ["nonpaged"], ["paged"]].flatMap((pools) => [
    largest(last, pools),
    largest(first, pools),
  ]);
  const gained = ({ tag, pool, allocs }: PoolTagRow) => {
    const more = allocs - (rowOf(first, tag, pool)?.allocs ?? 0);
    return more < 0 ? more + 4_294_967_296 : more;
  };
  const busiest = last.rows.reduce((best, row) => (gained(row) > gained(best) ? row : best));
  return { largestTags: [...new Set(largestTags)], busiestTag: busiest.tag, siblingTag: sibling };
}

function siteMistakes({ foreign, innocent }: FinalCasePlan, kernel: FinalKernel) {
  const offset = (frame: string) => parseInt(frame.split("+0x")[1]!, 16);
  return {
    foreignDriver: foreign.driver,
    foreignWord: foreign.word,
    freedSite: kernel.otherReturnsTo,
    freeingSite: offset(kernel.releasers.own.frames[0]!),
    callingFrame: offset(kernel.callers.guilty.frames[1]!),
    freedProcess: innocent.process,
  };
}

/** What somebody reads off the counters who takes the whole pool for the tag. */
function poolRates(
  log: CounterLog,
  pool: "Paged" | "Nonpaged",
): Pick<FinalMistakes, "wholePoolPerHour" | "peaksPerHour"> {
  const samples = [...valuesOf(log, `\\Memory\\Pool ${pool} Bytes`)]
    .map((bytes, at) => ({ bytes, time: log.localTimes[at]! }))
    .filter(({ bytes }) => !Number.isNaN(bytes));
  const highest = (part: typeof samples) => part.reduce((best, sample) => (sample.bytes > best.bytes ? sample : best));
  const perHour = (from: (typeof samples)[number], to: typeof from) =>
    ((to.bytes - from.bytes) / (to.time - from.time)) * HOUR;
  const quarter = Math.floor(samples.length / 4);
  return {
    wholePoolPerHour: perHour(samples[0]!, samples.at(-1)!),
    peaksPerHour: perHour(highest(samples.slice(0, quarter)), highest(samples.slice(-quarter))),
  };
}
