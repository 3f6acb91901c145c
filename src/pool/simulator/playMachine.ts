import type { MachineEvent } from "./MachineEvent.ts";
import { MachineState } from "./MachineState.ts";
import { createRandom, hashNames, type Random } from "./Random.ts";
import type { Activity, Scenario } from "./Scenario.ts";
import { scheduleLevel } from "./Schedule.ts";
import { SiteLife, timerLosses, wanderFrom, weigh } from "./SiteLife.ts";
import { localFromUtc } from "./TimeZone.ts";

/** Before it is recorded the machine is played in steps of so many seconds: only its sums matter then. */
const HISTORY_STEP_SECONDS = 1800;
/** The fine steps begin so long before the recording, so that caches and jobs are in their stride. */
const LEAD_SECONDS = 3600;
/** Memory below which the system starts to take pages back from processes and caches. */
const COMFORTABLE_BYTES = 1200 * 1024 * 1024;

/**
 * Plays a scenario from boot to the end of its period and gives what happened, in time order.
 * The same scenario and seed give the same events on every machine.
 */
export function* playMachine(scenario: Scenario): Generator<MachineEvent, void, undefined> {
  const { period } = scenario;
  let boot = 0;
  let bootedAt = period.bootedAt;
  for (const { downAt, upAt } of [...period.reboots, { downAt: period.until + 1, upAt: Infinity }]) {
    yield* playBoot(scenario, boot, bootedAt, Math.min(downAt, period.until));
    boot += 1;
    bootedAt = upAt;
  }
}

function* playBoot(scenario: Scenario, boot: number, bootedAt: number, until: number): Generator<MachineEvent> {
  const { seed, sites, meters, gauges, machine } = scenario;
  // The machine feels its own memory: what it did so far decides how much pressure it is under.
  const state = new MachineState(scenario);
  const lives = sites.map((site, index) => new SiteLife(site, index, seed, boot));
  const meterChance = meters.map(({ name }) => createRandom("meter", seed, boot, name));
  const gaugeChance = gauges.map(({ name }) => createRandom("gauge", seed, boot, name));
  const wandering = new Float64Array(gauges.length);
  const batch: MachineEvent[] = [{ kind: "boot", time: bootedAt }];

  function* flush(): Generator<MachineEvent> {
    // Timer losses lie inside the step, everything else at its end; sorting by time is stable.
    batch.sort((a, b) => a.time - b.time);
    for (const event of batch) {
      state.apply(event);
      yield event;
    }
    batch.length = 0;
  }

  let before = bootedAt;
  for (const time of stepTimes(scenario, bootedAt, until)) {
    const seconds = (time - before) / 1000;
    const local = localFromUtc(machine.zone, time);
    const levels = activityLevels(scenario, local, state);
    for (const [index, site] of sites.entries()) {
      for (const lost of timerLosses(site, bootedAt, before, time))
        batch.push({ kind: "pool", time: lost, site: index, allocations: 1, frees: 0 });
      const change = lives[index]!.step(time, local, seconds, (time - bootedAt) / 1000, levels);
      if (change.allocations > 0 || change.frees > 0) batch.push({ kind: "pool", time, site: index, ...change });
    }
    for (const [index, meter] of meters.entries()) {
      const mean = (meter.perSecond + weigh(meter.follows, levels)) * seconds;
      const amount = Math.floor(mean * (1 + meter.spread * meterChance[index]!.bell()) + meterChance[index]!.next());
      const most = meter.mostPerSecond === undefined ? amount : Math.floor(meter.mostPerSecond * seconds);
      if (amount > 0) batch.push({ kind: "meter", time, meter: index, amount: Math.min(amount, most) });
    }
    for (const [index, gauge] of gauges.entries()) {
      const value = gaugeValue(gauge, wandering, index, gaugeChance[index]!, time, levels);
      if (!Object.is(value, state.values[index])) batch.push({ kind: "gauge", time, gauge: index, value });
    }
    yield* flush();
    before = time;
  }
}

function* stepTimes({ period }: Scenario, bootedAt: number, until: number): Generator<number> {
  const step = period.stepSeconds * 1000;
  const fineFrom = period.from - LEAD_SECONDS * 1000;
  yield bootedAt;
  let time = bootedAt;
  while (time + HISTORY_STEP_SECONDS * 1000 < fineFrom) {
    time += HISTORY_STEP_SECONDS * 1000;
    yield time;
  }
  // From here on the steps fall on multiples of the step, so that a recording at 09:30:00 meets whole seconds.
  for (time = (Math.floor(time / step) + 1) * step; time <= until; time += step) yield time;
}

function activityLevels(scenario: Scenario, local: number, state: MachineState): Record<Activity, number> {
  const levels: Record<Activity, number> = { job: 0, users: 0, backup: 0, background: 0, pressure: 0 };
  for (const { activity, schedule } of scenario.schedules)
    levels[activity] += scheduleLevel(schedule, hashNames(scenario.seed, activity), local);
  levels.pressure = Math.max(0, Math.min(1, 1 - state.availableBytes() / COMFORTABLE_BYTES));
  return levels;
}

function gaugeValue(
  gauge: Scenario["gauges"][number],
  wandering: Float64Array,
  index: number,
  random: Random,
  time: number,
  levels: Record<Activity, number>,
): number {
  if (gauge.endsAt !== undefined && time >= gauge.endsAt) return NaN;
  wandering[index] = wanderFrom(wandering[index]!, gauge.wander, random);
  const value = gauge.base + weigh(gauge.follows, levels) + wandering[index];
  return Math.max(0, Math.round(value / gauge.quantum) * gauge.quantum);
}
