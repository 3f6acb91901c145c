import type { Scenario } from "../../src/pool/simulator/Scenario.ts";

const MEGABYTE = 1_048_576;

/** A scenario on whose machine programs have been promised so much more memory: it is charged to commit, touched or not. This part was never touched, so it takes neither RAM nor page file. */
export function committedElsewhere(scenario: Scenario, megabytes: number): Scenario {
  const name = "promised to programs";
  const gauge = { name, base: megabytes * MEGABYTE, follows: {}, wander: 3 * MEGABYTE, quantum: 4096 };
  return {
    ...scenario,
    gauges: [...scenario.gauges, gauge],
    committedGauges: [...scenario.committedGauges, name],
  };
}
