import { addToAddress, formatAddress, type Address } from "../../formats/windbg/Address.ts";
import { decodeControl } from "../../formats/windbg/irp/control.ts";
import { majorName, minorName } from "../../formats/windbg/irp/ioFunctions.ts";
import type { Irp, IrpFindRow, IrpLocation } from "../../formats/windbg/irp/Irp.ts";
import { locationAddress } from "../../formats/windbg/irp/locationAddress.ts";
import { printIrp, printIrpFind } from "../../formats/windbg/irp/printIrp.ts";
import { pointerOf } from "../blocks/blockBytes.ts";
import { frameAddress, symbolAt } from "../kernel/KernelImage.ts";
import { objectAddress } from "../kernel/objectAddress.ts";
import { hashNames, noiseAt } from "../Random.ts";
import type { DebuggerStep } from "./DebuggerStep.ts";
import type { DebuggerView } from "./DebuggerView.ts";
import { trimmed } from "./memorySteps.ts";
import { addressOf } from "./poolListings.ts";

/** How a kind of request is passed down: who has it now, and which routine each driver asked for. */
export interface RequestPlan {
  major: number;
  /** its share of the requests, where several kinds are on their way */
  share: number;
  stackCount: number;
  /** the disk's location: up to it offsets count from the start of the disk, above it from that of the partition */
  diskLocation: number;
  /** without length and offset: a flush */
  isWhole?: true;
  /** the locations of the drivers that may hold it, counted from 1 for the lowest, with their shares */
  holders: readonly { location: number; share: number }[];
  thread: { process: string; threads: readonly number[] };
  /** those in use, the lowest first */
  locations: readonly {
    number: number;
    driver: string;
    minor: number;
    control: number;
    /** the completion routine, set by the next higher driver; none where absent */
    routine?: string;
    hasContext: boolean;
    /** the tag whose blocks are handed on as the context */
    contextSite?: string;
  }[];
}

const NULL = "00000000";
const PARTITION_START = 0x10_0000;

/** `!irpfind`, and how many requests it lists at most; `site` is the scenario's site whose blocks are the requests. */
export function findRequests(plans: readonly RequestPlan[], site: number, most: number): DebuggerStep {
  return (view) => {
    const irps = requests(view, plans, site).slice(0, most);
    const rows = irps.map(({ address, thread, locations }): IrpFindRow => {
      const { driver, device, major, minor } = locations.find(({ isCurrent }) => isCurrent)!;
      return { address: address!, thread, major, minor, driver, device, line: 0 };
    });
    const { small, big } = view.kernel.pools.nonpaged;
    const output = printIrpFind(rows, { large: [big, addToAddress(big, 0x40_0000)], pool: [small, big] });
    return { command: "!irpfind", output: trimmed(output), facts: { requests: rows.length, heldBy: holders(rows) } };
  };
}

function holders(rows: readonly IrpFindRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { driver = "nobody" } of rows) counts[driver] = (counts[driver] ?? 0) + 1;
  return counts;
}

/** `!irp ADDRESS`, of the requests with these numbers in the list, the first being 0 */
export function showRequests(plans: readonly RequestPlan[], site: number, numbers: readonly number[]): DebuggerStep[] {
  return numbers.map((number) => (view: DebuggerView) => {
    const irp = requests(view, plans, site)[number]!;
    const layout = view.kernel.hasNxPool ? "names" : "codes";
    return {
      command: `!irp ${formatAddress(irp.address!).replace("`", "")}`,
      output: trimmed(printIrp(irp, { layout })),
    };
  });
}

/** The requests that are on their way now, in the order of their addresses. */
export function requests(view: DebuggerView, plans: readonly RequestPlan[], site: number): Irp[] {
  const { blockBytes } = view.scenario.sites[site]!;
  const blocks = view.ledger
    .liveBlocks(site, view.state)
    .map(({ address }) => addressOf(pointerOf(address, blockBytes)));
  return blocks.sort().map((address, number) => request(view, plans, address, number));
}

/** The one of these that a chance between 0 and 1 falls to; the first where shares do not come to 1. */
function byChance<Shared extends { share: number }>(parts: readonly Shared[], chance: number): Shared {
  let left = chance;
  return parts.find(({ share }) => (left -= share) < 0) ?? parts[0]!;
}

function request(view: DebuggerView, plans: readonly RequestPlan[], address: Address, number: number): Irp {
  const { kernel, scenario } = view;
  const chance = (what: string) => noiseAt(hashNames("request", scenario.seed, what), number);
  const plan = byChance(plans, chance("kind"));
  const thread = plan.thread.threads[Math.floor(chance("thread") * plan.thread.threads.length)]!;
  const place: RequestPlace = {
    number,
    file: objectAddress(kernel, scenario.seed, "file", Math.floor(chance("file") * 9)),
    bytes: 0x1000 << Math.floor(chance("bytes") * 5),
    offset: Math.floor(chance("offset") * 0xfffff) * 0x1000,
  };
  const { stackCount } = plan;
  const current = byChance(plan.holders, chance("holder")).location;
  return {
    address,
    isActive: true,
    stackCount,
    current,
    currentAddress: locationAddress(address, current),
    mdl: objectAddress(kernel, scenario.seed, "list", number),
    systemBuffer: undefined,
    thread: objectAddress(kernel, scenario.seed, "thread", thread),
    locations: Array.from({ length: stackCount }, (_, at) => {
      const part = plan.locations.find((location) => location.number === at + 1);
      // What lies below the holder has not been filled in yet.
      return part && at + 1 >= current
        ? usedLocation(view, part, { ...place, plan, isCurrent: at + 1 === current })
        : emptyLocation(at + 1);
    }),
    line: 0,
  };
}

interface RequestPlace {
  number: number;
  file: Address;
  bytes: number;
  offset: number;
}

function usedLocation(
  view: DebuggerView,
  part: RequestPlan["locations"][number],
  place: RequestPlace & { plan: RequestPlan; isCurrent: boolean },
): IrpLocation {
  const { kernel, scenario } = view;
  const { number, driver, minor, control, routine, hasContext, contextSite } = part;
  const { plan, isCurrent, file, bytes, offset } = place;
  const { major, diskLocation, isWhole } = plan;
  const address = routine === undefined ? NULL : frameAddress(kernel, routine);
  const isFileSystem = driver.startsWith("\\FileSystem");
  const context =
    contextSite === undefined
      ? objectAddress(kernel, scenario.seed, `context of ${driver}`, place.number)
      : contextOf(view, contextSite, place.number);
  const shift = number <= diskLocation ? PARTITION_START : 0;
  return {
    number,
    isCurrent,
    major,
    minor,
    majorName: majorName(major),
    minorName: minorName(major, minor),
    flags: 0,
    control,
    device: objectAddress(kernel, scenario.seed, "device", driver),
    file: isFileSystem ? file : NULL,
    completionRoutine: address,
    context: hasContext ? context : NULL,
    words: decodeControl(control),
    driver,
    completionSymbol: routine === undefined ? undefined : symbolAt(kernel, address),
    arguments: isWhole ? [NULL, NULL, NULL, NULL] : [hex(bytes), NULL, hex((offset + shift) % 0x1_0000_0000), NULL],
    line: 0,
  };
}

/** A request of this number carries the block of this number of the tag. */
function contextOf({ scenario, ledger, state }: DebuggerView, tag: string, number: number): Address {
  const site = scenario.sites.findIndex((one) => one.tag === tag);
  const blocks = ledger.liveBlocks(site, state);
  const block = blocks[number % blocks.length];
  if (!block) throw new Error(`No block of "${tag}" is there for a request to carry.`);
  return addressOf(pointerOf(block.address, scenario.sites[site]!.blockBytes));
}

function emptyLocation(number: number): IrpLocation {
  return {
    ...{
      number,
      isCurrent: false,
      major: 0,
      minor: 0,
      majorName: undefined,
      minorName: undefined,
      flags: 0,
      control: 0,
    },
    ...{ device: NULL, file: NULL, completionRoutine: NULL, context: NULL, words: [], driver: undefined },
    ...{ completionSymbol: undefined, arguments: [NULL, NULL, NULL, NULL], line: 0 },
  };
}

const hex = (value: number): Address => value.toString(16).padStart(8, "0");
