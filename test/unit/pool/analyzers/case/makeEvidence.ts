import type { Evidence } from "../../../../../src/pool/formats/Evidence.ts";
import type { CounterLog } from "../../../../../src/pool/formats/perfmon/CounterLog.ts";
import type { PoolSnapshot } from "../../../../../src/pool/formats/poolmon/PoolSnapshot.ts";
import { readDebuggerSession } from "../../../../../src/pool/formats/windbg/readDebuggerSession.ts";
import type { PoolTrace } from "../../../../../src/pool/formats/wpt/PoolTrace.ts";

export const counters = (records: CounterLog, file = "perfmon.csv"): Evidence => ({
  format: "perfmon",
  records,
  file,
  problems: [],
});

export const snapshots = (records: PoolSnapshot[], file = "poolmon.txt"): Evidence => ({
  format: "poolmon",
  records,
  file,
  problems: [],
});

/** A debugger's log, read from its text. */
export async function session(text: string, file = "windbg.log"): Promise<Extract<Evidence, { format: "debugger" }>> {
  const { records, problems } = await readDebuggerSession(text);
  return { format: "debugger", records, file, problems };
}

export const trace = (records: PoolTrace, file = "trace.csv"): Evidence => ({
  format: "poolTrace",
  records,
  file,
  problems: [],
});

/** One block of a made trace: when it was allocated and freed, in seconds; never where `freed` is undefined. */
export interface MadeBlock {
  at: number;
  freed?: number;
  tag?: string;
  bytes?: number;
  /** an index into the stacks */
  stack?: number;
  address?: number;
  pool?: number;
}

const STACKS = [
  ["[Root]", "nt!NtDeviceIoControlFile", "myfault.sys!?", "nt!ExAllocatePoolWithTag"],
  ["[Root]", "nt!IopCompleteRequest", "other.sys!?", "nt!ExAllocatePoolWithTag"],
];

/** A trace of blocks, its events in the order of time. */
export function makeTrace(
  blocks: readonly MadeBlock[],
  { lostEvents, seconds }: { lostEvents?: number; seconds?: number } = {},
): PoolTrace {
  const tags = [...new Set(blocks.map(({ tag = "Leak" }) => tag))];
  const events = blocks
    .flatMap((block, i) => [
      { ...block, event: 0, time: block.at * 1e6, place: block.address ?? 0x1000 + 16 * i },
      ...(block.freed === undefined
        ? []
        : [{ ...block, event: 1, time: block.freed * 1e6, place: block.address ?? 0x1000 + 16 * i }]),
    ])
    .sort((a, b) => a.time - b.time || b.event - a.event);
  // The window ends with its last event: a block of no concern marks it.
  if (seconds !== undefined)
    events.push({ at: seconds, event: 1, time: seconds * 1e6, place: 1, tag: tags[0] ?? "Leak" });
  return {
    time: Float64Array.from(events, ({ time }) => time),
    event: Uint8Array.from(events, ({ event }) => event),
    pool: Uint8Array.from(events, ({ pool = 0 }) => pool),
    tag: Uint16Array.from(events, ({ tag = "Leak" }) => Math.max(0, tags.indexOf(tag))),
    address: BigUint64Array.from(events, ({ place }) => BigInt(place)),
    bytes: Float64Array.from(events, ({ bytes = 1024, event }) => (event === 0 ? bytes : 0)),
    process: new Uint16Array(events.length),
    thread: new Uint32Array(events.length),
    stack: Int32Array.from(events, ({ stack = 0 }) => stack),
    line: Uint32Array.from(events, (_, i) => i + 2),
    tags: tags.length > 0 ? tags : ["Leak"],
    processes: ["System (4)"],
    stacks: STACKS,
    lostEvents,
    log: "trace.csv",
  };
}

/** A dump's log: the pools' size, the tags, and when it was taken. */
export function dumpText({
  time,
  uptime,
  leak = 5600,
  tags = "",
}: {
  time: string;
  uptime: string;
  leak?: number;
  tags?: string;
}): string {
  const bytes = leak * 1048576;
  const row = (tag: string, count: number, size: number): string =>
    ` ${tag} ${String(count).padStart(9)} ${String(size).padStart(12)}          0            0\tUNKNOWN pooltag '${tag}', please update pooltag.txt`;
  return `0: kd> vertarget
Windows 7 Kernel Version 7601 (Service Pack 1) MP (4 procs) Free x64
Debug session time: ${time}
System Uptime: ${uptime}
0: kd> !vm 1
Physical Memory:          2096914 (    8387656 Kb)
NonPagedPool Usage:          1024 (       4096 Kb)
NonPagedPoolNx Usage:     ${String((leak + 100) * 256).padStart(7)} (${String((leak + 100) * 1024).padStart(11)} Kb)
NonPagedPool Max:         1572685 (    6290740 Kb)
PagedPool Usage:            43000 (     172000 Kb)
PagedPool Maximum:       33554432 (  134217728 Kb)
0: kd> !poolused 2
 Sorting by NonPaged Pool Consumed

               NonPaged                  Paged
 Tag     Allocs         Used     Allocs         Used

${row("Leak", leak, bytes)}
${row("EtwB", 190, 12451840)}
${tags}
TOTAL    ${String(leak + 190).padStart(9)} ${String(bytes + 12451840).padStart(12)}          0            0
0: kd> q
`;
}
