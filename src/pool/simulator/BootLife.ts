import type { MachineEvent } from "./MachineEvent.ts";
import { createRandom, type Random } from "./Random.ts";
import type { Gauge, Meter, PerActivity, Scenario } from "./Scenario.ts";
import { SiteLife, timerLosses, type Step } from "./SiteLife.ts";
import { Weights } from "./Weights.ts";

/** How much more everything churns when the machine is busy, at full level of each activity. */
export const CHURN: PerActivity = { job: 3, users: 4, backup: 2, background: 0.8, pressure: 0.2 };

/** Everything on a machine between two boots: gives the events of one step after the other. */
export class BootLife {
  private readonly scenario: Scenario;
  private readonly bootedAt: number;
  private readonly sites: readonly SiteLife[];
  private readonly meters: readonly MeterLife[];
  private readonly gauges: readonly GaugeLife[];

  /** `boot` counts the boots of the period, so that the machine does not live the same day twice. */
  constructor(scenario: Scenario, boot: number, bootedAt: number) {
    const { seed } = scenario;
    this.scenario = scenario;
    this.bootedAt = bootedAt;
    this.sites = scenario.sites.map((site, index) => new SiteLife(site, index, seed, boot));
    this.meters = scenario.meters.map((meter) => new MeterLife(meter, createRandom("meter", seed, boot, meter.name)));
    this.gauges = scenario.gauges.map((gauge) => new GaugeLife(gauge, createRandom("gauge", seed, boot, gauge.name)));
  }

  /** The events of a step that began at `before`, in time order. */
  step(step: Step, before: number): MachineEvent[] {
    const { time } = step;
    const events: MachineEvent[] = [];
    for (const [site, life] of this.sites.entries()) {
      for (const lost of timerLosses(this.scenario.sites[site]!, this.bootedAt, before, time))
        events.push({ kind: "pool", time: lost, site, allocations: 1, frees: 0 });
      const { allocations, frees } = life.step(step);
      if (allocations > 0 || frees > 0) events.push({ kind: "pool", time, site, allocations, frees });
    }
    for (const [meter, life] of this.meters.entries()) {
      const amount = life.step(step);
      if (amount > 0) events.push({ kind: "meter", time, meter, amount });
    }
    for (const [gauge, life] of this.gauges.entries()) {
      const value = life.step(step);
      if (value !== undefined) events.push({ kind: "gauge", time, gauge, value });
    }
    // A timer's losses lie inside the step, everything else at its end; sorting is stable.
    return events.sort((a, b) => a.time - b.time);
  }
}

/** A meter between two boots. */
export class MeterLife {
  private readonly meter: Meter;
  private readonly random: Random;
  private readonly follows: Weights;

  constructor(meter: Meter, random: Random) {
    this.meter = meter;
    this.random = random;
    this.follows = new Weights(meter.follows);
  }

  step({ seconds, levels }: Step): number {
    const { perSecond, spread, mostPerSecond } = this.meter;
    const mean = (perSecond + this.follows.at(levels)) * seconds;
    const amount = Math.floor(mean * (1 + spread * this.random.bell()) + this.random.next());
    return mostPerSecond === undefined ? amount : Math.min(amount, Math.floor(mostPerSecond * seconds));
  }
}

/** A gauge between two boots. */
export class GaugeLife {
  private readonly gauge: Gauge;
  private readonly random: Random;
  private readonly follows: Weights;
  private wandered = 0;
  private last: number | undefined;

  constructor(gauge: Gauge, random: Random) {
    this.gauge = gauge;
    this.random = random;
    this.follows = new Weights(gauge.follows);
  }

  /** The new value; undefined when it is the old one. */
  step({ time, levels }: Step): number | undefined {
    const { base, wander, quantum, endsAt } = this.gauge;
    const moved = this.wandered + this.random.bell() * 0.35 * wander;
    this.wandered = Math.max(-wander, Math.min(wander, moved));
    const value = Math.round((base + this.follows.at(levels) + this.wandered) / quantum) * quantum;
    const now = endsAt !== undefined && time >= endsAt ? NaN : Math.max(0, value);
    if (Object.is(now, this.last)) return undefined;
    this.last = now;
    return now;
  }
}
