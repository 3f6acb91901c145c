import type { AllocationSite, Scenario } from "../../../../src/pool/simulator/Scenario.ts";
import { pacificTime } from "../../../../datasets/scenarios/zones.ts";

/** Midnight of Tuesday, 14 August 2012, on a machine in Pacific time. */
export const MIDNIGHT = Date.UTC(2012, 7, 14, 7);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** A site of 10 blocks of 256 bytes that does nothing; `parts` make it do something. */
export function makeSite(parts: Partial<AllocationSite> = {}): AllocationSite {
  return {
    tag: "Test",
    pool: "nonpaged",
    driver: "test.sys",
    blockBytes: 256,
    heldBlocks: 10,
    churnPerSecond: 0,
    follows: {},
    fallSeconds: 0,
    ...parts,
  };
}

/** A machine small enough to count by hand: booted at midnight, recorded from 04:00 to 06:00, with users from 04:30 on. */
export function makeScenario(sites: readonly AllocationSite[], parts: Partial<Scenario> = {}): Scenario {
  const traits = { slackBytes: 8192, maximumBytes: 1_073_741_824, maximumRule: "made up" };
  return {
    name: "small story",
    seed: "small",
    machine: {
      name: "SMALL",
      operatingSystem: "Windows Server 2008 R2",
      architecture: "x64",
      physicalBytes: 2_147_483_648,
      processors: 1,
      commitLimitBytes: 4_294_967_296,
      zone: pacificTime,
      pools: { nonpaged: { restingBytes: 4_096_000, ...traits }, paged: { restingBytes: 8_192_000, ...traits } },
    },
    period: { bootedAt: MIDNIGHT, from: MIDNIGHT + 4 * HOUR, until: MIDNIGHT + 6 * HOUR, stepSeconds: 60, reboots: [] },
    schedules: [
      {
        activity: "users",
        schedule: {
          kind: "day",
          hours: [
            [0, 0],
            [4.5, 0],
            [4.6, 1],
            [24, 1],
          ],
          weekend: 1,
        },
      },
    ],
    sites,
    meters: [
      { name: "page faults", perSecond: 100, follows: { users: 900 }, spread: 0.2 },
      { name: "busy", perSecond: 8, follows: {}, spread: 0.2 },
    ],
    gauges: [
      { name: "kernel code", base: 4_096_000, follows: {}, wander: 0, quantum: 4096 },
      { name: "handles", base: 500, follows: { users: 100 }, wander: 20, quantum: 1 },
    ],
    residentGauges: ["kernel code"],
    committedGauges: ["kernel code"],
    ...parts,
  };
}
