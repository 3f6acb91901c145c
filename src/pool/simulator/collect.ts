import type { MachineEvent } from "./MachineEvent.ts";
import { MachineState } from "./MachineState.ts";
import { playMachine } from "./playMachine.ts";
import type { Scenario } from "./Scenario.ts";

/** Something that looks at the machine now and then, as perfmon and PoolMon do. */
export interface Collector {
  /** when it looks next (UTC); Infinity when it has finished */
  nextTime(): number;
  /** looks at the machine as it is at `nextTime()`, after everything that happened until then */
  observe(state: MachineState): void;
  /** sees every event just before the machine's state takes it in, for collectors that record while things happen */
  watch?(event: MachineEvent, state: MachineState): void;
}

/** Plays the scenario once and lets all collectors watch that one stream. */
export function collect(scenario: Scenario, collectors: readonly Collector[]): void {
  const state = new MachineState(scenario);
  const watching = collectors.filter((collector) => collector.watch);
  for (const event of playMachine(scenario)) {
    for (const collector of collectors) while (collector.nextTime() < event.time) collector.observe(state);
    for (const collector of watching) collector.watch!(event, state);
    state.apply(event);
  }
  for (const collector of collectors) while (collector.nextTime() <= scenario.period.until) collector.observe(state);
}
