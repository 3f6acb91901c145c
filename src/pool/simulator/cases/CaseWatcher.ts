import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import type { Collector } from "../collect.ts";
import type { MachineState } from "../MachineState.ts";

/** What happened between two looks of one boot. */
export interface WatchedBoot {
  bootedAt: number;
  from: number;
  until: number;
  /** blocks that each watched site had lost at both ends */
  lostBefore: number[];
  lostAfter: number[];
  /** the least and the most of each pool beside the leaks */
  least: Record<Pool, number>;
  most: Record<Pool, number>;
}

/** Looks at the machine whenever one of the evidence's collectors does, and sums what the leaks really did. */
export class CaseWatcher {
  readonly boots: WatchedBoot[] = [];
  private readonly sites: readonly number[];

  /** `sites` are the leaking ones. */
  constructor(sites: readonly number[]) {
    this.sites = sites;
  }

  /** The same collector, watched. */
  watch(collector: Collector): Collector {
    return {
      nextTime: () => collector.nextTime(),
      observe: (state) => {
        this.note(collector.nextTime(), state);
        collector.observe(state);
      },
    };
  }

  private note(time: number, state: MachineState): void {
    const lost = this.sites.map((site) => state.allocations[site]! - state.frees[site]!);
    const beside = { nonpaged: state.poolBytes("nonpaged"), paged: state.poolBytes("paged") };
    for (const [at, site] of this.sites.entries()) {
      const { pool, blockBytes } = state.scenario.sites[site]!;
      beside[pool] -= lost[at]! * blockBytes;
    }
    let boot = this.boots.at(-1);
    if (boot?.bootedAt !== state.bootedAt) {
      boot = {
        bootedAt: state.bootedAt,
        from: time,
        until: time,
        lostBefore: lost,
        lostAfter: lost,
        least: { ...beside },
        most: { ...beside },
      };
      this.boots.push(boot);
    }
    boot.until = time;
    boot.lostAfter = lost;
    for (const pool of ["nonpaged", "paged"] as const) {
      boot.least[pool] = Math.min(boot.least[pool], beside[pool]);
      boot.most[pool] = Math.max(boot.most[pool], beside[pool]);
    }
  }
}
