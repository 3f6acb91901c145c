import type { Pool } from "../formats/poolmon/PoolSnapshot.ts";
import type { MachineEvent } from "./MachineEvent.ts";
import type { PoolTraits, Scenario } from "./Scenario.ts";

export const PAGE = 4096;

/**
 * What a small block costs beyond its bytes when a pool grows: rests of pages that are too small for the next block.
 * Blocks of a page and more have whole pages of their own and cost nothing beyond them.
 */
const PACKING = 1.005;

interface PoolBytes {
  /** bytes in blocks smaller than a page, beyond those held at rest */
  smallBeyondRest: number;
  /** bytes in blocks of whole pages, beyond those held at rest */
  bigBeyondRest: number;
  /** blocks allocated now */
  blocks: number;
}

/** The machine at a moment: the sum of all events up to it. */
export class MachineState {
  readonly scenario: Scenario;
  bootedAt: number;
  /** allocations and frees of each site since boot */
  allocations: Float64Array;
  frees: Float64Array;
  /** each meter's total since boot */
  totals: Float64Array;
  /** each gauge's value; NaN for none */
  values: Float64Array;
  commitPeakBytes = 0;
  private readonly pools: Record<Pool, PoolBytes>;
  private readonly isResident: readonly boolean[];
  private readonly isCommitted: readonly boolean[];
  /** sums over the gauges: kept along, since they are asked for at every step */
  private residentSum = 0;
  private committedSum = 0;

  constructor(scenario: Scenario) {
    this.scenario = scenario;
    this.bootedAt = scenario.period.bootedAt;
    this.allocations = new Float64Array(scenario.sites.length);
    this.frees = new Float64Array(scenario.sites.length);
    this.totals = new Float64Array(scenario.meters.length);
    this.values = new Float64Array(scenario.gauges.length);
    this.pools = { nonpaged: emptyPool(scenario, "nonpaged"), paged: emptyPool(scenario, "paged") };
    this.isResident = flags(scenario, scenario.residentGauges);
    this.isCommitted = flags(scenario, scenario.committedGauges);
  }

  apply(event: MachineEvent): void {
    switch (event.kind) {
      case "boot":
        this.bootedAt = event.time;
        this.allocations.fill(0);
        this.frees.fill(0);
        this.totals.fill(0);
        this.values.fill(0);
        this.commitPeakBytes = 0;
        this.residentSum = 0;
        this.committedSum = 0;
        this.pools.nonpaged = emptyPool(this.scenario, "nonpaged");
        this.pools.paged = emptyPool(this.scenario, "paged");
        return;
      case "pool": {
        const { pool, blockBytes } = this.scenario.sites[event.site]!;
        const gained = event.allocations - event.frees;
        this.allocations[event.site]! += event.allocations;
        this.frees[event.site]! += event.frees;
        this.pools[pool].blocks += gained;
        if (blockBytes < PAGE) this.pools[pool].smallBeyondRest += gained * blockBytes;
        else this.pools[pool].bigBeyondRest += gained * blockBytes;
        return;
      }
      case "meter":
        this.totals[event.meter]! += event.amount;
        return;
      case "gauge": {
        // The memory of a process that ended is free again.
        const gained = (event.value || 0) - (this.values[event.gauge]! || 0);
        if (this.isResident[event.gauge]) this.residentSum += gained;
        if (this.isCommitted[event.gauge]) this.committedSum += gained;
        this.values[event.gauge] = event.value;
        this.commitPeakBytes = Math.max(this.commitPeakBytes, this.committedBytes());
      }
    }
  }

  /** The size of a pool: whole pages. */
  poolBytes(pool: Pool): number {
    const { smallBeyondRest, bigBeyondRest } = this.pools[pool];
    return sizeOfPool(this.scenario.machine.pools[pool], smallBeyondRest, bigBeyondRest);
  }

  /** Blocks allocated in a pool now. */
  poolBlocks(pool: Pool): number {
    return this.pools[pool].blocks;
  }

  /** Paged pool in memory: pages that nobody touched for long are written out when memory runs short. */
  residentPagedBytes(): number {
    const paged = this.poolBytes("paged");
    const { physicalBytes } = this.scenario.machine;
    const comfortable = physicalBytes / 4;
    const kept = paged <= comfortable ? paged : comfortable + (paged - comfortable) * 0.45;
    return Math.floor((kept * 0.972) / PAGE) * PAGE;
  }

  committedBytes(): number {
    return this.committedSum + this.poolBytes("nonpaged") + this.poolBytes("paged");
  }

  availableBytes(): number {
    const used = this.residentSum + this.poolBytes("nonpaged") + this.residentPagedBytes();
    return Math.max(16 * 1024 * 1024, this.scenario.machine.physicalBytes - used);
  }
}

/**
 * The size of a pool whose blocks come to so many bytes more (or less) than at rest: small blocks go into partly free pages
 * first, blocks of whole pages never do.
 */
export function sizeOfPool(traits: PoolTraits, smallBeyondRest: number, bigBeyondRest: number): number {
  const small = smallBeyondRest < 0 ? smallBeyondRest : Math.max(0, smallBeyondRest - traits.slackBytes);
  return traits.restingBytes + bigBeyondRest + Math.ceil((small * PACKING) / PAGE) * PAGE;
}

/** The number of a gauge in its scenario. Throws for a name that is not there. */
export function gaugeIndex(scenario: Scenario, name: string): number {
  return indexOf(scenario.gauges, name, "gauge");
}

/** The number of a meter in its scenario. Throws for a name that is not there. */
export function meterIndex(scenario: Scenario, name: string): number {
  return indexOf(scenario.meters, name, "meter");
}

function indexOf(list: readonly { name: string }[], name: string, what: string): number {
  const index = list.findIndex((item) => item.name === name);
  if (index < 0) throw new Error(`The scenario has no ${what} "${name}"; add it, or name another one.`);
  return index;
}

function emptyPool(scenario: Scenario, pool: Pool): PoolBytes {
  const empty = { smallBeyondRest: 0, bigBeyondRest: 0, blocks: 0 };
  for (const site of scenario.sites) {
    if (site.pool !== pool) continue;
    if (site.blockBytes < PAGE) empty.smallBeyondRest -= site.heldBlocks * site.blockBytes;
    else empty.bigBeyondRest -= site.heldBlocks * site.blockBytes;
  }
  return empty;
}

function flags(scenario: Scenario, names: readonly string[]): boolean[] {
  const wanted = new Set(names.map((name) => gaugeIndex(scenario, name)));
  return scenario.gauges.map((_, index) => wanted.has(index));
}
