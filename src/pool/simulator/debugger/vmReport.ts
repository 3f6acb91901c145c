import type { VmReport, VmValue } from "../../formats/windbg/memory/VmReport.ts";
import { PAGE } from "../MachineState.ts";
import { hashNames, noiseAt } from "../Random.ts";
import type { DebuggerView } from "./DebuggerView.ts";

/** The whole address space as a pool's maximum, since Windows 8.1: it bounds nothing. */
const NO_LIMIT_PAGES = 4_294_967_296;
/** The debugger remarks on nonpaged pool above this share of its maximum. */
const EXCESSIVE_SHARE = 0.8;
/** What is left of the executable pool since Windows 8: a few drivers that never changed. */
const EXECUTABLE_PAGES = 272;

/** What `!vm 1` finds: the layout is that of a debugger of the machine's own time. */
export function vmReport(view: DebuggerView): VmReport {
  const { machine } = view.scenario;
  const isOld = !view.kernel.hasNxPool;
  const pages = pageCounts(view);
  const values = (isOld ? oldValues : newValues)(view, pages).map(([label, count]): VmValue => ({
    label,
    pages: count,
    bytes: count * PAGE,
    warnings: [],
    line: 0,
  }));
  const isExcessive = isOld && pages.nonpaged > EXCESSIVE_SHARE * pages.nonpagedMaximum;
  if (isExcessive)
    values.find(({ label }) => label === "NonPagedPool Max")!.warnings.push("Excessive NonPaged Pool Usage");
  return {
    layout: isOld ? "banner" : "flush",
    values,
    pageFiles: [pageFile(view)],
    warnings: [],
    physicalBytes: machine.physicalBytes,
    availableBytes: pages.available * PAGE,
    nonpagedBytes: pages.nonpaged * PAGE,
    nonpagedNxBytes: isOld ? undefined : (pages.nonpaged - EXECUTABLE_PAGES) * PAGE,
    nonpagedMaximumBytes: isOld ? pages.nonpagedMaximum * PAGE : undefined,
    pagedBytes: pages.paged * PAGE,
    pagedMaximumBytes: isOld ? pages.pagedMaximum * PAGE : undefined,
    committedBytes: pages.committed * PAGE,
    commitLimitBytes: machine.commitLimitBytes,
    freeSystemPtes: gauge(view, "free page table entries"),
    specialPoolBytes: 0,
    failedAllocations: undefined,
    line: 0,
  };
}

type Row = readonly [label: string, pages: number];
type PageCounts = ReturnType<typeof pageCounts>;

function pageCounts({ scenario, state }: DebuggerView) {
  const { machine } = scenario;
  return {
    physical: machine.physicalBytes / PAGE,
    available: Math.floor(state.availableBytes() / PAGE),
    nonpaged: state.poolBytes("nonpaged") / PAGE,
    nonpagedMaximum: machine.pools.nonpaged.maximumBytes / PAGE,
    paged: state.poolBytes("paged") / PAGE,
    // Of 64-bit Windows 7 and Server 2008 R2: 128 GB of address space, whatever the commit limit.
    pagedMaximum: 33_554_432,
    committed: Math.floor(state.committedBytes() / PAGE),
    commitLimit: machine.commitLimitBytes / PAGE,
  };
}

function oldValues(view: DebuggerView, pages: PageCounts): Row[] {
  const part = partOf(view);
  const modified = Math.floor(gauge(view, "modified pages") / PAGE);
  return [
    ["Physical Memory", pages.physical],
    ["Available Pages", pages.available],
    ["ResAvail Pages", Math.floor((pages.physical - pages.nonpaged) * part("reservable", 0.93, 0.96))],
    ["Locked IO Pages", 0],
    ["Free System PTEs", gauge(view, "free page table entries")],
    ["Modified Pages", modified],
    ["Modified PF Pages", Math.floor(modified * part("to page files", 0.95, 0.99))],
    ["NonPagedPool Usage", pages.nonpaged],
    ["NonPagedPool Max", pages.nonpagedMaximum],
    ...pagedPools(pages.paged, part),
    ["PagedPool Usage", pages.paged],
    ["PagedPool Maximum", pages.pagedMaximum],
    ["Session Commit", Math.floor(part("session", 2400, 3300))],
    ["Shared Commit", Math.floor(part("shared", 5200, 7100))],
    ["Special Pool", 0],
    ["Shared Process", Math.floor(part("shared process", 4300, 5900))],
    ["PagedPool Commit", pages.paged + Math.floor(part("paged commit", 20, 70))],
    ["Driver Commit", Math.floor(gauge(view, "system drivers") / PAGE) + Math.floor(part("driver", 180, 420))],
    ["Committed pages", pages.committed],
    ["Commit limit", pages.commitLimit],
  ];
}

/** Blocks go round robin to five paged pools, the first of which holds what is allocated in whole pages too. */
function pagedPools(pages: number, part: ReturnType<typeof partOf>): Row[] {
  const others = [1, 2, 3, 4].map((pool) => Math.floor(pages * part(`paged ${pool}`, 0.055, 0.075)));
  const first = pages - others.reduce((sum, count) => sum + count, 0);
  return [first, ...others].map((count, pool) => [`PagedPool ${pool} Usage`, count]);
}

function newValues(view: DebuggerView, pages: PageCounts): Row[] {
  const part = partOf(view);
  const modified = Math.floor(gauge(view, "modified pages") / PAGE);
  return [
    ["Physical Memory", pages.physical],
    ["Available Pages", pages.available],
    ["ResAvail Pages", Math.floor((pages.physical - pages.nonpaged) * part("reservable", 0.93, 0.96))],
    ["Locked IO Pages", 0],
    ["Free System PTEs", NO_LIMIT_PAGES + Math.floor(part("entries", 120_000, 9_000_000))],
    ["Modified Pages", modified],
    ["Modified PF Pages", Math.floor(modified * part("to page files", 0.95, 0.99))],
    ["Modified No Write Pages", Math.floor(part("no write", 0, 30))],
    ["NonPagedPool Usage", EXECUTABLE_PAGES],
    ["NonPagedPoolNx Usage", pages.nonpaged - EXECUTABLE_PAGES],
    ["NonPagedPool Max", NO_LIMIT_PAGES],
    ["PagedPool Usage", pages.paged],
    ["PagedPool Maximum", NO_LIMIT_PAGES],
    ["Processor Commit", Math.floor(part("processor", 900, 1900))],
    ["Session Commit", Math.floor(part("session", 3900, 6800))],
    ["Shared Commit", Math.floor(part("shared", 17_000, 39_000))],
    ["Special Pool", 0],
    ["Kernel Stacks", Math.floor(part("stacks", 9800, 16_400))],
    ["Pages For MDLs", Math.floor(part("lists", 2100, 5400))],
    ["Pages For AWE", 0],
    ["NonPagedPool Commit", pages.nonpaged + Math.floor(part("nonpaged commit", 900, 2900))],
    ["PagedPool Commit", pages.paged + Math.floor(part("paged commit", 20, 140))],
    ["Driver Commit", Math.floor(gauge(view, "system drivers") / PAGE) + Math.floor(part("driver", 8200, 10_900))],
    ["Boot Commit", Math.floor(part("boot", 4100, 5600))],
    ["System PageTables", Math.floor(part("tables", 1100, 2600))],
    ["Committed pages", pages.committed],
    ["Commit limit", pages.commitLimit],
  ];
}

/** The page file makes the commit limit what it is. */
function pageFile(view: DebuggerView) {
  const { physicalBytes, commitLimitBytes } = view.scenario.machine;
  const currentBytes = commitLimitBytes - physicalBytes;
  const usedBytes = Math.floor(partOf(view)("page file", 900, 6000)) * PAGE;
  return {
    path: "\\??\\C:\\pagefile.sys",
    currentBytes,
    freeBytes: currentBytes - usedBytes,
    minimumBytes: currentBytes,
    maximumBytes: 3 * physicalBytes,
    line: 0,
  };
}

/** Numbers that follow from nothing here, between two bounds and the same for a machine at a moment. */
function partOf({ scenario, time }: DebuggerView) {
  return (what: string, low: number, high: number): number =>
    low + (high - low) * noiseAt(hashNames("vm", scenario.seed, what), time);
}

function gauge({ scenario, state }: DebuggerView, name: string): number {
  const index = scenario.gauges.findIndex((item) => item.name === name);
  return index < 0 ? 0 : state.values[index]! || 0;
}
