import type { PoolSummary } from "../formats/wpt/PoolSummary.ts";
import { TRACE_EVENTS, type PoolTrace } from "../formats/wpt/PoolTrace.ts";
import { count, countOf, lengthText, mebibytes } from "./factWords.ts";
import type { Fact, RecordDescription } from "./LogDescription.ts";

/** How many events a pool trace has over which time, and what it lost. */
export function describeTrace({ time, event, tags, stacks, lostEvents }: PoolTrace): RecordDescription {
  if (time.length === 0) return { facts: [] };
  let frees = 0;
  let [first, last] = [time[0]!, time[0]!];
  const free = TRACE_EVENTS.indexOf("free");
  for (let at = 0; at < time.length; at++) {
    if (event[at] === free) frees++;
    first = Math.min(first, time[at]!);
    last = Math.max(last, time[at]!);
  }
  const says = `${count(time.length)}: ${countOf(time.length - frees, "allocation")}, ${countOf(frees, "free")}`;
  return {
    facts: [
      ...lostFact(lostEvents),
      { what: "events", says },
      { what: "length", says: lengthText((last - first) / 1e6) },
      { what: "tags", says: count(tags.length) },
      { what: "stacks", says: stacks.length === 0 ? "none was recorded" : count(stacks.length) },
    ],
  };
}

/** How many rows a trace's summary has, and what stayed allocated in its window. */
export function describeSummary({ form, rows, lostEvents, windowSeconds }: PoolSummary): RecordDescription {
  if (rows.length === 0) return { facts: [] };
  const impacting = rows.reduce((sum, { impactingBytes }) => sum + impactingBytes, 0);
  return {
    facts: [
      ...lostFact(lostEvents),
      { what: "made by", says: form === "WPA" ? "Windows Performance Analyzer" : "xperf" },
      ...(windowSeconds === undefined ? [] : [{ what: "length", says: lengthText(windowSeconds) }]),
      { what: "rows", says: count(rows.length) },
      { what: "tags", says: count(new Set(rows.map(({ tag }) => tag)).size) },
      { what: "not freed in it", says: mebibytes(impacting) },
    ],
  };
}

/** Comes first: a block whose free was lost looks leaked. */
function lostFact(lostEvents: number | undefined): Fact[] {
  if (lostEvents === undefined) return [];
  const says = lostEvents === 0 ? "none" : `${count(lostEvents)}: blocks whose free was lost look leaked`;
  return [{ what: "lost events", says }];
}
