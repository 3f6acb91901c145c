import { CHURN, GaugeLife, MeterLife } from "./BootLife.ts";
import type { Collector } from "./collect.ts";
import type { MachineEvent } from "./MachineEvent.ts";
import { MachineState, PAGE } from "./MachineState.ts";
import { createRandom, hashNames } from "./Random.ts";
import type { AllocationSite, Scenario } from "./Scenario.ts";
import { scheduleLevel } from "./Schedule.ts";
import { SiteLife, type Step } from "./SiteLife.ts";
import { localFromUtc, localMidnight } from "./TimeZone.ts";
import { Weights, type Levels } from "./Weights.ts";

/** Who looks at the machine. */
export interface Watchers {
  /** they look at pools, meters and gauges, and at sites that leak or fill */
  counters: readonly Collector[];
  /** they look at every site */
  tags: readonly Collector[];
}

/** After boot everything warms up in steps of so many seconds. */
const WARM_UP_STEP_SECONDS = 1200;
const WARM_UP_SECONDS = 7200;
/** From then on to an hour before the recording at most so many steps are enough: only their sums matter. */
const HISTORY_STEPS = 40;
const LEAD_SECONDS = 3600;
const LEAD_STEPS = 8;
/** While nobody looks the recording itself is played in so many steps at least. */
const RECORDING_STEPS = 240;
/** Sites that hardly move are asked in turns, one of so many at a step. */
const TURNS = 24;
/** A site that moves the pool by less than this share of its rest at full load hardly moves. */
const NOTICED_SHARE = 0.0004;
/** As in `playMachine`: memory below which the system takes pages back. */
const COMFORTABLE_BYTES = 1200 * 1024 * 1024;

/**
 * Plays a scenario for collectors that look seldom: from one look to the next in one step, with sites that hardly move asked in
 * turns, and all of them before somebody looks at tags. It is the same machine as `playMachine` gives, of the same parts, and
 * every number is a sum over the same kind of events; only the steps are longer, so that a week takes milliseconds. Chance falls
 * otherwise: the two give different logs of one scenario.
 */
export function watchMachine(scenario: Scenario, watchers: Watchers): void {
  const { period } = scenario;
  const boots = [period.bootedAt, ...period.reboots.map(({ upAt }) => upAt)];
  const ends = [...period.reboots.map(({ downAt }) => downAt), period.until];
  const state = new MachineState(scenario);
  const machine = new WatchedMachine(scenario, state);
  const everybody = [...watchers.counters, ...watchers.tags];
  for (const [boot, bootedAt] of boots.entries()) {
    // Who looks while the machine is off sees it as it was.
    for (const collector of everybody) while (collector.nextTime() < bootedAt) collector.observe(state);
    machine.boot(boot, bootedAt);
    const steps = plannedSteps(scenario, bootedAt, ends[boot]!);
    let at = 0;
    for (;;) {
      const [counters, tags] = [nextLook(watchers.counters), nextLook(watchers.tags)];
      const time = Math.min(counters, tags, steps[at] ?? Infinity);
      if (time > ends[boot]!) break;
      while ((steps[at] ?? Infinity) <= time) at += 1;
      machine.stepTo(time, tags === time);
      for (const collector of everybody) while (collector.nextTime() === time) collector.observe(state);
    }
  }
}

const nextLook = (collectors: readonly Collector[]): number =>
  collectors.reduce((next, collector) => Math.min(next, collector.nextTime()), Infinity);

/** The moments at which the machine steps even if nobody looks. */
function plannedSteps({ period }: Scenario, bootedAt: number, until: number): number[] {
  const steps: number[] = [];
  const add = (from: number, to: number, seconds: number) => {
    for (let time = from + seconds * 1000; time < to; time += seconds * 1000) steps.push(Math.floor(time));
  };
  const warm = Math.min(until, bootedAt + WARM_UP_SECONDS * 1000);
  const lead = Math.min(until, Math.max(warm, period.from - LEAD_SECONDS * 1000));
  const from = Math.min(until, Math.max(lead, period.from));
  add(bootedAt, warm, WARM_UP_STEP_SECONDS);
  add(warm, lead, Math.max(600, (lead - warm) / 1000 / HISTORY_STEPS));
  add(lead, from, LEAD_SECONDS / LEAD_STEPS);
  add(from, until + 1, Math.max(1, (period.until - period.from) / 1000 / RECORDING_STEPS));
  return steps;
}

/** A site, with what it needs to be asked later than the others. */
interface WatchedSite {
  index: number;
  life: SiteLife;
  /** time of its last step, and the integral of the churn factor at it */
  time: number;
  churned: number;
}

class WatchedMachine {
  private readonly scenario: Scenario;
  private readonly state: MachineState;
  private readonly churn = new Weights(CHURN);
  private readonly hashes: readonly number[];
  private busy: WatchedSite[] = [];
  private quiet: WatchedSite[] = [];
  private meters: MeterLife[] = [];
  private gauges: GaugeLife[] = [];
  private readonly isBusy: readonly boolean[];
  private bootedAt = 0;
  private time = 0;
  private turn = 0;
  /** the integral of the churn factor since boot, in seconds at idle */
  private churned = 0;
  private readonly levels: Levels = { job: 0, users: 0, backup: 0, background: 0, pressure: 0, failures: 0 };
  // One object per kind of event, written anew each time: there are millions of them.
  private readonly poolEvent = { kind: "pool", time: 0, site: 0, allocations: 0, frees: 0 } satisfies MachineEvent;
  private readonly meterEvent = { kind: "meter", time: 0, meter: 0, amount: 0 } satisfies MachineEvent;
  private readonly gaugeEvent = { kind: "gauge", time: 0, gauge: 0, value: 0 } satisfies MachineEvent;

  constructor(scenario: Scenario, state: MachineState) {
    this.scenario = scenario;
    this.state = state;
    this.hashes = scenario.schedules.map(({ activity }) => hashNames(scenario.seed, activity));
    this.isBusy = scenario.sites.map((site) => isNoticed(site, scenario));
  }

  boot(boot: number, bootedAt: number): void {
    const { seed, sites, meters, gauges } = this.scenario;
    const watched = sites.map((site, index): WatchedSite => ({
      index,
      life: new SiteLife(site, index, seed, boot),
      time: bootedAt,
      churned: 0,
    }));
    this.busy = watched.filter(({ index }) => this.isBusy[index]);
    this.quiet = watched.filter(({ index }) => !this.isBusy[index]);
    this.meters = meters.map((meter) => new MeterLife(meter, createRandom("meter", seed, boot, meter.name)));
    this.gauges = gauges.map((gauge) => new GaugeLife(gauge, createRandom("gauge", seed, boot, gauge.name)));
    this.bootedAt = bootedAt;
    this.time = bootedAt;
    this.churned = 0;
    this.state.apply({ kind: "boot", time: bootedAt });
  }

  /** Everything that happens until a moment; `all` asks the quiet sites too. */
  stepTo(time: number, all: boolean): void {
    const { levels, scenario } = this;
    const local = localFromUtc(scenario.machine.zone, time);
    this.findLevels(time, local);
    const seconds = (time - this.time) / 1000;
    const secondsSinceBoot = (time - this.bootedAt) / 1000;
    const churnFactor = 1 + this.churn.at(levels);
    this.time = time;
    this.churned += churnFactor * seconds;
    const step: Step = { time, local, seconds, secondsSinceBoot, levels, churnFactor };
    for (const site of this.busy) this.stepSite(site, step);
    const everyOne = all || secondsSinceBoot <= WARM_UP_SECONDS;
    this.turn = everyOne ? 0 : (this.turn + 1) % TURNS;
    for (let at = this.turn; at < this.quiet.length; at += everyOne ? 1 : TURNS) this.stepSite(this.quiet[at]!, step);
    step.seconds = seconds;
    step.churnFactor = churnFactor;
    this.stepOthers(step);
  }

  private stepSite(site: WatchedSite, step: Step): void {
    step.seconds = (step.time - site.time) / 1000;
    step.churnFactor = step.seconds > 0 ? (this.churned - site.churned) / step.seconds : 1;
    site.time = step.time;
    site.churned = this.churned;
    const { allocations, frees } = site.life.step(step);
    if (allocations === 0 && frees === 0) return;
    const event = this.poolEvent;
    event.time = step.time;
    event.site = site.index;
    event.allocations = allocations;
    event.frees = frees;
    this.state.apply(event);
  }

  private stepOthers(step: Step): void {
    const { meterEvent, gaugeEvent, state } = this;
    for (let meter = 0; meter < this.meters.length; meter += 1) {
      meterEvent.time = step.time;
      meterEvent.meter = meter;
      meterEvent.amount = this.meters[meter]!.step(step);
      state.apply(meterEvent);
    }
    for (let gauge = 0; gauge < this.gauges.length; gauge += 1) {
      const value = this.gauges[gauge]!.step(step);
      if (value === undefined) continue;
      gaugeEvent.time = step.time;
      gaugeEvent.gauge = gauge;
      gaugeEvent.value = value;
      state.apply(gaugeEvent);
    }
  }

  private findLevels(time: number, local: number): void {
    const { levels, scenario } = this;
    const moment = { time, local, midnight: localMidnight(scenario.machine.zone, time) };
    for (const { activity } of scenario.schedules) levels[activity] = 0;
    for (const [at, { activity, schedule }] of scenario.schedules.entries())
      levels[activity] += scheduleLevel(schedule, this.hashes[at]!, moment);
    levels.pressure = Math.max(0, Math.min(1, 1 - this.state.availableBytes() / COMFORTABLE_BYTES));
  }
}

/** Whether one would see the site in the size of its pool. */
function isNoticed({ pool, blockBytes, follows, leak, fills }: AllocationSite, { machine }: Scenario): boolean {
  if (leak || fills) return true;
  const most = Object.values(follows).reduce((largest, blocks) => Math.max(largest, Math.abs(blocks)), 0);
  return most * blockBytes > machine.pools[pool].restingBytes * NOTICED_SHARE && most * blockBytes > 2 * PAGE;
}
