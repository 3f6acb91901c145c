import { printPoolSummary } from "../../formats/wpt/printPoolSummary.ts";
import { printPoolTrace } from "../../formats/wpt/printPoolTrace.ts";
import type { PoolSummary } from "../../formats/wpt/PoolSummary.ts";
import { TRACE_EVENTS, type PoolTrace } from "../../formats/wpt/PoolTrace.ts";
import { TraceCollector, type TraceRecording } from "./TraceCollector.ts";
import type { ToolRecording } from "./ToolRecording.ts";

/** What a scenario says of a trace. */
export interface TraceNote {
  file: string;
  shows: string;
  recording: TraceRecording;
}

/** The events of a pool trace, one line each. */
export function poolTraceLog({ file, shows, recording }: TraceNote): ToolRecording {
  const filter = recording.tags ? ` -PoolTag ${recording.tags.map((tag) => quoted(tag)).join("+")}` : "";
  const command = `xperf -on PROC_THREAD+LOADER+POOL -stackwalk PoolAlloc+PoolFree${filter} -BufferSize 1024 -MaxBuffers 1024 -f pool.etl, after some minutes xperf -d pool.etl, then the events of WPA's pool table exported with their stacks`;
  return {
    ...{ file, shows, command },
    start({ scenario, kernel, ledger }) {
      const collector = new TraceCollector(scenario, kernel, recording);
      ledger.follow(collector);
      let trace: PoolTrace | undefined;
      const made = () => (trace ??= collector.trace());
      return { text: () => printPoolTrace(made()), truth: () => traceFacts(made(), recording) };
    },
  };
}

/** What is left of a trace when all its events are summed up: WPA's table, or xperf's report. */
export function poolSummaryLog({
  file,
  shows,
  recording,
  form,
}: TraceNote & { form: PoolSummary["form"] }): ToolRecording {
  const command =
    form === "WPA"
      ? "WPA: Graph Explorer, Memory, Pool; columns Type, Paged, Pool Tag, Pool Tag Module, Count, Size, Impacting Size; all rows exported"
      : "xperf -i pool.etl -o pool.txt -a pool -pooltags -images so -top 500 -symbols";
  return {
    ...{ file, shows, command },
    start({ scenario, kernel, ledger }) {
      const collector = new TraceCollector(scenario, kernel, recording);
      ledger.follow(collector);
      let summary: PoolSummary | undefined;
      const made = () => (summary ??= collector.summary(form));
      return {
        text: () => printPoolSummary(made()),
        truth: () => ({
          windowSeconds: made().windowSeconds,
          rows: made().rows.length,
          lostEvents: made().lostEvents,
          mostImpacting: made()
            .rows.slice(0, 3)
            .map(({ tag, pool, module, impactingBytes }) => ({ tag, pool, module, impactingBytes })),
        }),
      };
    },
  };
}

const quoted = (tag: string) => (tag.endsWith(" ") ? `"${tag}"` : tag);

/** The events by kind, and for each tag what was allocated inside the window and is still there at its end. */
function traceFacts(trace: PoolTrace, { from, until }: TraceRecording): Readonly<Record<string, unknown>> {
  const open = new Map<string, { tag: string; bytes: number }>();
  const counts = { allocate: 0, free: 0 };
  for (const [at, kind] of trace.event.entries()) {
    counts[TRACE_EVENTS[kind]!] += 1;
    const key = `${trace.pool[at]} ${trace.address[at]}`;
    if (TRACE_EVENTS[kind] === "allocate") open.set(key, { tag: trace.tags[trace.tag[at]!]!, bytes: trace.bytes[at]! });
    else open.delete(key);
  }
  const unpaired = trace.tags.map((tag) => {
    const blocks = [...open.values()].filter((block) => block.tag === tag);
    return { tag, blocks: blocks.length, bytes: blocks.reduce((total, { bytes }) => total + bytes, 0) };
  });
  return {
    windowSeconds: (until - from) / 1000,
    allocations: counts.allocate,
    frees: counts.free,
    lostEvents: trace.lostEvents,
    stacks: trace.stacks.length,
    unpaired,
  };
}
