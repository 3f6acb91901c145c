import { createRandom, type Random } from "./Random.ts";
import { ACTIVITIES, type Activity, type AllocationSite, type PerActivity } from "./Scenario.ts";

/** How much more a site churns when the machine is busy, at full level of each activity. */
const CHURN: Record<Activity, number> = { job: 3, users: 4, backup: 2, background: 0.8, pressure: 0.2 };

/** The share of what is held for good that exists as soon as the machine answers; the rest comes within two hours. */
const HELD_AT_BOOT = 0.64;

export interface Change {
  allocations: number;
  frees: number;
}

/** One allocation site between two boots: what it holds, and what it does in the next step. */
export class SiteLife {
  private readonly site: AllocationSite;
  private readonly random: Random;
  private readonly leakChance: Random;
  private readonly warmUpSeconds: number;
  private readonly idleSpread: number;
  private base = 0;
  private extra = 0;
  private cached = 0;
  private trimmedOn = NaN;
  private owed = 0;

  /** `names` seed it: the machine, the boot, the site. */
  constructor(site: AllocationSite, index: number, ...names: readonly (string | number)[]) {
    this.site = site;
    this.random = createRandom("site", index, site.tag, ...names);
    this.leakChance = createRandom("leak", site.leak?.together ?? index, ...names);
    this.warmUpSeconds = 1200 + 5400 * this.random.next();
    // A hundred handles more or less of twenty thousand: what nobody notices still moves the last digits. Whole pages
    // stay, since each of them would be seen in the size of the pool.
    this.idleSpread = site.churnPerSecond > 0 && site.blockBytes < 4096 ? 0.3 * Math.sqrt(site.heldBlocks) + 0.5 : 0;
  }

  /** What happens in the `seconds` up to `time`; timer leaks are not in it, see `timerLosses`. */
  step(time: number, local: number, seconds: number, sinceBoot: number, levels: Record<Activity, number>): Change {
    const base = Math.round(this.site.heldBlocks * warmth(sinceBoot / this.warmUpSeconds));
    let gained = base - this.base;
    this.base = base;
    gained += this.moveExtra(seconds, levels);
    if (this.site.fills) gained += this.fillCache(local, seconds, levels);
    const churned = this.churn(seconds, levels);
    const lost = this.lose(time, seconds, levels);
    return { allocations: Math.max(0, gained) + churned + lost, frees: Math.max(0, -gained) + churned };
  }

  private moveExtra(seconds: number, levels: Record<Activity, number>): number {
    const { follows, fallSeconds, heldBlocks } = this.site;
    let target = weigh(follows, levels);
    if (target !== 0) target *= 0.82 + 0.36 * this.random.next();
    const before = this.extra;
    const falls = fallSeconds > 0 && target < before;
    let after = falls ? before - (before - target) * Math.min(1, seconds / fallSeconds) : target;
    // Idle noise only adds: the floor is where nothing but the held blocks is left.
    if (this.idleSpread > 0 && !falls) after += this.random.next() * this.random.next() * this.idleSpread;
    this.extra = Math.max(Math.floor(after), -Math.floor(heldBlocks * 0.6));
    return this.extra - before;
  }

  private fillCache(local: number, seconds: number, levels: Record<Activity, number>): number {
    const { blocks, seconds: fillSeconds, trim } = this.site.fills!;
    const before = this.cached;
    const speed = (0.04 + levels.users + 0.3 * levels.job) * (0.6 + 0.8 * this.random.next());
    this.cached += Math.floor((blocks - before) * Math.min(1, (seconds / fillSeconds) * speed));
    if (trim) {
      const day = Math.floor((local / 3_600_000 - trim.hour) / 24);
      if (!Number.isNaN(this.trimmedOn) && day !== this.trimmedOn) this.cached -= Math.floor(this.cached * trim.share);
      this.trimmedOn = day;
    }
    return this.cached - before;
  }

  private churn(seconds: number, levels: Record<Activity, number>): number {
    const mean = this.site.churnPerSecond * seconds * (1 + weigh(CHURN, levels));
    return mean > 0 ? this.random.count(mean) : 0;
  }

  private lose(time: number, seconds: number, levels: Record<Activity, number>): number {
    const { leak } = this.site;
    if (!leak || leak.everyMilliseconds !== undefined) return 0;
    const begun = leak.from === undefined ? seconds : Math.min(seconds, Math.max(0, (time - leak.from) / 1000));
    this.owed += ((leak.blocksPerSecond ?? 0) + weigh(leak.follows ?? {}, levels)) * begun;
    const lost = Math.max(0, Math.floor(this.owed * (0.9 + 0.2 * this.leakChance.next())));
    this.owed -= lost;
    return lost;
  }
}

/** The moments at which a timer leak loses a block, after `after` and up to `until`. */
export function timerLosses(site: AllocationSite, bootedAt: number, after: number, until: number): number[] {
  const every = site.leak?.everyMilliseconds;
  if (every === undefined) return [];
  const from = Math.max(bootedAt, site.leak?.from ?? bootedAt);
  const losses: number[] = [];
  let number = Math.max(1, Math.floor((after - from) / every) + 1);
  for (; from + number * every <= until; number += 1) losses.push(from + number * every);
  return losses;
}

/** A gauge between two boots: it wanders around what the activities make of it. */
export function wanderFrom(before: number, wander: number, random: Random): number {
  const after = before + random.bell() * 0.35 * wander;
  return Math.max(-wander, Math.min(wander, after));
}

export function weigh(weights: PerActivity, levels: Record<Activity, number>): number {
  let total = 0;
  for (const activity of ACTIVITIES) total += (weights[activity] ?? 0) * levels[activity];
  return total;
}

/** 0 before the first step, then from two thirds to 1 in a curve that flattens. */
function warmth(share: number): number {
  return share >= 1 ? 1 : HELD_AT_BOOT + (1 - HELD_AT_BOOT) * share * (2 - share);
}
