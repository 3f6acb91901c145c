import type { Caller } from "../Scenario.ts";

/** One block allocated or freed: what an event of a site comes to when it is looked at block by block. */
export interface BlockEvent {
  kind: "allocate" | "free";
  /** UTC, fractions of a millisecond included */
  time: number;
  /** an index into the scenario's sites */
  site: number;
  /** where the block begins: at its header where it has one */
  address: bigint;
  /** who did it; undefined where the scenario does not say */
  caller: Caller | undefined;
  thread: number;
  /** when the block was allocated; NaN where that was before anybody looked */
  born: number;
}
