import { BootLife, CHURN } from "./BootLife.ts";
import type { MachineEvent } from "./MachineEvent.ts";
import { MachineState } from "./MachineState.ts";
import { hashNames } from "./Random.ts";
import type { Scenario } from "./Scenario.ts";
import { scheduleLevel, type Moment } from "./Schedule.ts";
import { localFromUtc, localMidnight } from "./TimeZone.ts";
import { Weights, type Levels } from "./Weights.ts";

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
  const life = new BootLife(scenario, boot, bootedAt);
  // The machine feels its own memory: what it did so far decides how much pressure it is under.
  const state = new MachineState(scenario);
  const churn = new Weights(CHURN);
  yield { kind: "boot", time: bootedAt };
  let before = bootedAt;
  for (const time of stepTimes(scenario, bootedAt, until)) {
    const local = localFromUtc(scenario.machine.zone, time);
    const levels = activityLevels(
      scenario,
      { time, local, midnight: localMidnight(scenario.machine.zone, time) },
      state,
    );
    const seconds = (time - before) / 1000;
    const secondsSinceBoot = (time - bootedAt) / 1000;
    const step = { time, local, seconds, secondsSinceBoot, levels, churnFactor: 1 + churn.at(levels) };
    for (const event of life.step(step, before)) {
      state.apply(event);
      yield event;
    }
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

function activityLevels(scenario: Scenario, moment: Moment, state: MachineState): Levels {
  const levels: Levels = { job: 0, users: 0, backup: 0, background: 0, pressure: 0, failures: 0 };
  for (const { activity, schedule } of scenario.schedules)
    levels[activity] += scheduleLevel(schedule, hashNames(scenario.seed, activity), moment);
  levels.pressure = Math.max(0, Math.min(1, 1 - state.availableBytes() / COMFORTABLE_BYTES));
  return levels;
}
