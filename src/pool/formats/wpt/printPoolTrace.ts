import type { PoolTrace } from "./PoolTrace.ts";
import { EVENT_WORDS, FRAME_SEPARATOR, POOL_WORDS, printLostEvents, TRACE_COLUMNS } from "./traceLayout.ts";

const LINE_END = "\r\n";

/**
 * Prints a pool trace as its event list: the number of lost events as a remark where it is known, a header, a row per event, lines
 * ended by CR LF. `readPoolTrace` reads it back to the same records.
 */
export function printPoolTrace(trace: PoolTrace): string {
  const { time, event, pool, tag, address, bytes, process, thread, stack } = trace;
  const tags = trace.tags.map(quoted);
  const processes = trace.processes.map(quoted);
  const stacks = trace.stacks.map((frames) => quoted(frames.join(FRAME_SEPARATOR)));
  const lines = trace.lostEvents === undefined ? [] : [printLostEvents(trace.lostEvents)];
  lines.push(TRACE_COLUMNS.join(","));
  for (let at = 0; at < time.length; at++) {
    const place = `0x${address[at]!.toString(16).padStart(16, "0")}`;
    // What a free does not say stays blank: blank is not zero.
    const size = EVENT_WORDS[event[at]!] === "Free" && bytes[at] === 0 ? "" : String(bytes[at]);
    const owner = `${processes[process[at]!] ?? ""},${thread[at]}`;
    const path = stack[at]! < 0 ? "" : stacks[stack[at]!]!;
    lines.push(
      `${time[at]},${EVENT_WORDS[event[at]!]},${POOL_WORDS[pool[at]!]},${tags[tag[at]!]},${place},${size},${owner},${path}`,
    );
  }
  return lines.join(LINE_END) + LINE_END;
}

/** A field with a comma or a quote stands in quotes. */
function quoted(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
