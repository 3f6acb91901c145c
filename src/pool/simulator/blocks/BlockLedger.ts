import type { Collector } from "../collect.ts";
import type { KernelImage } from "../kernel/KernelImage.ts";
import type { MachineEvent } from "../MachineEvent.ts";
import type { MachineState } from "../MachineState.ts";
import { createRandom, type Random } from "../Random.ts";
import type { AllocationSite, Caller, Scenario } from "../Scenario.ts";
import type { BlockEvent } from "./BlockEvent.ts";
import { PoolAddresses } from "./PoolAddresses.ts";

/** Which blocks a tool looks at, and when. */
export interface BlockWatch {
  /** from when on blocks are told apart (UTC) */
  from: number;
  until: number;
  sites(site: AllocationSite): boolean;
  /** told of each event; events of one site come in time order, those of different sites within a step do not */
  take(event: BlockEvent): void;
}

/** A block that is allocated now. */
export interface LiveBlock {
  address: bigint;
  born: number;
  caller: Caller | undefined;
  thread: number;
}

/** More than so many blocks are not listed by any log, so they need no addresses before somebody asks. */
const MOST_OLD_BLOCKS = 40_000;
/** A timer is late by some milliseconds, each time by others. */
const LATENESS = 11;

interface SiteLedger {
  random: Random;
  /** blocks allocated since somebody looks */
  live: LiveBlock[];
  /** blocks from before that, which have an address only once it matters */
  old: number;
}

/**
 * Turns what the sites' events count into single blocks with addresses, threads and times, so that every tool that shows blocks
 * shows the same ones. The events stay the truth: the blocks of a site are always as many as they count.
 */
export class BlockLedger implements Collector {
  private readonly scenario: Scenario;
  private readonly addresses: PoolAddresses;
  private readonly ledgers = new Map<number, SiteLedger>();
  private readonly watchesOf: readonly BlockWatch[][];

  constructor(scenario: Scenario, kernel: KernelImage) {
    this.scenario = scenario;
    this.addresses = new PoolAddresses(kernel, scenario.seed);
    this.watchesOf = scenario.sites.map(() => []);
  }

  /** Tells a tool of the blocks that it watches; to be called before the machine is played. */
  follow(watch: BlockWatch): void {
    for (const [site, watches] of this.watchesOf.entries())
      if (watch.sites(this.scenario.sites[site]!)) watches.push(watch);
  }

  nextTime(): number {
    return Infinity;
  }

  observe(): void {
    // It never asks to look: it sees the events themselves.
  }

  watch(event: MachineEvent, state: MachineState): void {
    if (event.kind === "boot") this.ledgers.clear();
    if (event.kind !== "pool") return;
    const watches = this.watchesOf[event.site]!;
    // Blocks are told apart only while somebody watches: between that their number is enough.
    if (!watches.some(({ from, until }) => event.time > from && event.time - this.stepLength <= until)) return;
    this.split(event, this.ledgerOf(event.site, state), watches);
  }

  /** The blocks that a site has now, or so many of them. Those of which nobody saw the birth have NaN for it. */
  liveBlocks(site: number, state: MachineState, most = Infinity): readonly LiveBlock[] {
    const ledger = this.ledgerOf(site, state);
    const { pool, blockBytes } = this.scenario.sites[site]!;
    const named = Math.min(ledger.old, Math.max(0, most - ledger.live.length));
    const old = Array.from({ length: named }, () => ({
      address: this.addresses.take(site, pool, blockBytes),
      born: NaN,
      ...this.chooseCaller(site, ledger.random, "allocate"),
    }));
    ledger.live = [...old, ...ledger.live];
    ledger.old -= named;
    return ledger.live;
  }

  private ledgerOf(site: number, state: MachineState): SiteLedger {
    const blocks = state.allocations[site]! - state.frees[site]!;
    const ledger = this.ledgers.get(site) ?? this.newLedger(site, blocks);
    // What happened while nobody watched: blocks that came have no history, and of those that went nobody saw which.
    if (blocks < ledger.live.length) ledger.live.length = blocks;
    ledger.old = blocks - ledger.live.length;
    return ledger;
  }

  /** Blocks that are older than the watch lie below those that come: they have their addresses first, where there are not too many. */
  private newLedger(site: number, blocks: number): SiteLedger {
    const random = createRandom("blocks", this.scenario.seed, site);
    const ledger: SiteLedger = { random, live: [], old: 0 };
    this.ledgers.set(site, ledger);
    const { callers, pool, blockBytes } = this.scenario.sites[site]!;
    if (!callers || blocks > MOST_OLD_BLOCKS) return ledger;
    for (let block = 0; block < blocks; block += 1) {
      const address = this.addresses.take(site, pool, blockBytes);
      ledger.live.push({ address, born: NaN, ...this.chooseCaller(site, random, "allocate") });
    }
    return ledger;
  }

  private get stepLength(): number {
    return this.scenario.period.stepSeconds * 1000;
  }

  private split(event: MachineEvent & { kind: "pool" }, ledger: SiteLedger, watches: readonly BlockWatch[]): void {
    const { random } = ledger;
    const site = this.scenario.sites[event.site]!;
    // What a timer does happens when it happens; everything else at some time within the step.
    const isTimed = site.leak?.everyMilliseconds !== undefined;
    const length = isTimed ? 0 : this.stepLength;
    const start = event.time - length;
    const churned = Math.min(event.allocations, event.frees);
    const moments: { at: number; kind: BlockEvent["kind"]; pair: number }[] = [];
    const add = (at: number, kind: BlockEvent["kind"], pair = -1) =>
      moments.push({ at: Math.floor(at * 10_000) / 10_000, kind, pair });
    for (let pair = 0; pair < churned; pair += 1) {
      const born = start + random.next() * length;
      const share = random.next() * random.next() * random.next();
      add(born, "allocate", pair);
      add(born + (event.time - born) * (0.002 + 0.99 * share), "free", pair);
    }
    const spread = isTimed ? LATENESS * random.next() : length;
    for (let gained = churned; gained < event.allocations; gained += 1) add(start + random.next() * spread, "allocate");
    for (let lost = churned; lost < event.frees; lost += 1) add(start + random.next() * length, "free");
    moments.sort((a, b) => a.at - b.at);
    const pairs = new Map<number, LiveBlock>();
    for (const { at, kind, pair } of moments) {
      if (kind === "allocate") this.allocate(event.site, at, ledger, pair < 0 ? undefined : [pairs, pair], watches);
      else this.free(event.site, at, ledger, pairs.get(pair), watches);
    }
  }

  private allocate(
    site: number,
    time: number,
    ledger: SiteLedger,
    short: [pairs: Map<number, LiveBlock>, pair: number] | undefined,
    watches: readonly BlockWatch[],
  ): void {
    const { pool, blockBytes } = this.scenario.sites[site]!;
    const address = this.addresses.take(site, pool, blockBytes);
    const block: LiveBlock = { address, born: time, ...this.chooseCaller(site, ledger.random, "allocate") };
    if (short) short[0].set(short[1], block);
    else ledger.live.push(block);
    const { caller, thread, born } = block;
    this.tell({ kind: "allocate", time, site, address, caller, thread, born }, watches);
  }

  private free(
    site: number,
    time: number,
    ledger: SiteLedger,
    short: LiveBlock | undefined,
    watches: readonly BlockWatch[],
  ): void {
    const block = short ?? this.chooseBlock(site, ledger);
    if (!block) return;
    this.addresses.giveBack(site, block.address);
    const by = this.chooseCaller(site, ledger.random, "free");
    this.tell({ kind: "free", time, site, address: block.address, born: block.born, ...by }, watches);
  }

  /** Any block of the site may be the next to go. */
  private chooseBlock(site: number, ledger: SiteLedger): LiveBlock | undefined {
    const chosen = Math.floor(ledger.random.next() * (ledger.live.length + ledger.old));
    const { pool, blockBytes } = this.scenario.sites[site]!;
    if (chosen < ledger.live.length) {
      const block = ledger.live[chosen];
      const last = ledger.live.pop()!;
      if (chosen < ledger.live.length) ledger.live[chosen] = last;
      return block;
    }
    ledger.old -= 1;
    const address = this.addresses.take(site, pool, blockBytes);
    return { address, born: NaN, caller: undefined, thread: 0 };
  }

  private chooseCaller(site: number, random: Random, kind: BlockEvent["kind"]): Pick<LiveBlock, "caller" | "thread"> {
    const { callers, releasers } = this.scenario.sites[site]!;
    const list = (kind === "free" ? (releasers ?? callers) : callers) ?? [];
    const total = list.reduce((sum, { weight }) => sum + (weight ?? 1), 0);
    let left = random.next() * total;
    const caller = list.find(({ weight }) => (left -= weight ?? 1) < 0) ?? list.at(-1);
    return { caller, thread: caller ? caller.threads[Math.floor(random.next() * caller.threads.length)]! : 0 };
  }

  private tell(event: BlockEvent, watches: readonly BlockWatch[]): void {
    for (const watch of watches) if (event.time > watch.from && event.time <= watch.until) watch.take(event);
  }
}
