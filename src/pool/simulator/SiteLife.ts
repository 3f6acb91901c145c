import { createRandom, type Random } from "./Random.ts";
import type { AllocationSite } from "./Scenario.ts";
import { Weights, type Levels } from "./Weights.ts";

/** The share of what is held for good that exists as soon as the machine answers; the rest comes within two hours. */
const HELD_AT_BOOT = 0.64;
const LONGEST_WARM_UP_SECONDS = 6600;

export interface Change {
  allocations: number;
  frees: number;
}

/** A step of the machine, as every site sees it. */
export interface Step {
  /** the end of the step (UTC), and the same as the machine's clock shows it */
  time: number;
  local: number;
  seconds: number;
  secondsSinceBoot: number;
  levels: Levels;
  /** how much more than at idle everything churns */
  churnFactor: number;
}

const NOTHING: Change = { allocations: 0, frees: 0 };

/** One allocation site between two boots: what it holds, and what it does in the next step. */
export class SiteLife {
  private readonly site: AllocationSite;
  private readonly random: Random;
  private readonly leakChance: Random;
  private readonly follows: Weights;
  private readonly leakFollows: Weights;
  private readonly warmUpSeconds: number;
  private readonly idleSpread: number;
  private readonly isStill: boolean;
  private base = 0;
  private extra = 0;
  private cached = 0;
  private trimmedOn = NaN;
  private owed = 0;

  /** `names` seed it: the machine, the boot. */
  constructor(site: AllocationSite, index: number, ...names: readonly (string | number)[]) {
    this.site = site;
    this.random = createRandom("site", index, site.tag, ...names);
    this.leakChance = createRandom("leak", site.leak?.together ?? index, ...names);
    this.follows = new Weights(site.follows);
    this.leakFollows = new Weights(site.leak?.follows ?? {});
    this.warmUpSeconds = 1200 + (LONGEST_WARM_UP_SECONDS - 1200) * this.random.next();
    // A hundred handles more or less of twenty thousand: what nobody notices still moves the last digits. Whole pages
    // stay, since each of them would be seen in the size of the pool.
    this.idleSpread = site.churnPerSecond > 0 && site.blockBytes < 4096 ? 0.3 * Math.sqrt(site.heldBlocks) + 0.5 : 0;
    this.isStill = site.churnPerSecond === 0 && this.follows.isEmpty && !site.leak && !site.fills;
  }

  /** What happens in a step; the blocks that a timer loses are not in it, see `timerLosses`. */
  step(step: Step): Change {
    if (this.isStill && step.secondsSinceBoot > LONGEST_WARM_UP_SECONDS && this.base === this.site.heldBlocks)
      return NOTHING;
    if (this.site.runs && !isRunning(this.site.runs, step)) return NOTHING;
    const base = Math.round(this.site.heldBlocks * warmth(step.secondsSinceBoot / this.warmUpSeconds));
    let gained = base - this.base;
    this.base = base;
    gained += this.moveExtra(step);
    if (this.site.fills) gained += this.fillCache(step);
    const churn = this.site.churnPerSecond * step.seconds * step.churnFactor;
    const churned = churn > 0 ? this.random.count(churn) : 0;
    const lost = this.lose(step);
    return { allocations: Math.max(0, gained) + churned + lost, frees: Math.max(0, -gained) + churned };
  }

  private moveExtra({ seconds, levels }: Step): number {
    const { fallSeconds, heldBlocks } = this.site;
    let target = this.follows.at(levels);
    if (target !== 0) target *= 0.82 + 0.36 * this.random.next();
    const before = this.extra;
    const falls = fallSeconds > 0 && target < before;
    let after = falls ? before - (before - target) * Math.min(1, seconds / fallSeconds) : target;
    // Idle noise only adds: the floor is where nothing but the held blocks is left.
    if (this.idleSpread > 0 && !falls) after += this.random.next() * this.random.next() * this.idleSpread;
    this.extra = Math.max(Math.floor(after), -Math.floor(heldBlocks * 0.6));
    return this.extra - before;
  }

  private fillCache({ time, local, seconds, levels }: Step): number {
    const { from, blocks, seconds: fillSeconds, trim } = this.site.fills!;
    if (from !== undefined && time < from) return 0;
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

  private lose({ time, seconds, levels }: Step): number {
    const { leak } = this.site;
    if (leak?.blocksPerSecond === undefined) return 0;
    const begun = leak.from === undefined ? seconds : Math.min(seconds, Math.max(0, (time - leak.from) / 1000));
    const ended = leak.until === undefined ? 0 : Math.min(begun, Math.max(0, (time - leak.until) / 1000));
    const rate = leak.blocksPerSecond + this.leakFollows.at(levels);
    this.owed += rate * (begun - ended) * (1 + (leak.spread ?? 0) * this.leakChance.bell());
    const lost = Math.floor(this.owed);
    this.owed -= lost;
    return lost;
  }
}

function isRunning({ from, until = Infinity }: { from: number; until?: number }, { time, seconds }: Step): boolean {
  return time > from && time - seconds * 1000 < until;
}

/** The moments at which a timer leak loses a block, after `after` and up to `until`. */
export function timerLosses(site: AllocationSite, bootedAt: number, after: number, until: number): number[] {
  const every = site.leak?.everyMilliseconds;
  if (every === undefined) return [];
  const from = Math.max(bootedAt, site.leak?.from ?? bootedAt);
  const last = Math.min(until, site.leak?.until ?? until);
  const losses: number[] = [];
  let number = Math.max(1, Math.floor((after - from) / every) + 1);
  for (; from + number * every <= last; number += 1) losses.push(from + number * every);
  return losses;
}

/** From two thirds to 1 in a curve that flattens. */
function warmth(share: number): number {
  return share >= 1 ? 1 : HELD_AT_BOOT + (1 - HELD_AT_BOOT) * share * (2 - share);
}
