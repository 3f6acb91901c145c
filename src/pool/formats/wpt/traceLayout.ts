/** The columns of an event list, in their order: what WPA's pool table tells of each event. */
export const TRACE_COLUMNS = [
  "TimeStamp_us",
  "Event",
  "Pool",
  "Tag",
  "Address",
  "Size",
  "Process(PID)",
  "TID",
  "Stack",
] as const;

/** The same columns by the beginning of their names, in lower case letters: `timestamp` for `TimeStamp_us`. */
export const COLUMN_STARTS = [
  "timestamp",
  "event",
  "pool",
  "tag",
  "address",
  "size",
  "process",
  "tid",
  "stack",
] as const;

/** How an event is written, in the order of TRACE_EVENTS. */
export const EVENT_WORDS = ["Alloc", "Free"] as const;

/** How a pool is written, in the order of TRACE_POOLS. */
export const POOL_WORDS = ["NonPaged", "NonPagedNx", "Paged"] as const;

/** Stands between the frames of a stack, as in WPA's own paths of stacks; the outermost frame is first. */
export const FRAME_SEPARATOR = "/";

/**
 * A line that begins so is a remark. `# Lost events: 1204` says how many events the recording lost: the tools tell that beside the
 * events, never among them. Several such lines (traces that were joined) add up.
 */
export const REMARK = "#";

const RE_LOST = /^#? ?(?:total )?(?:lost events|events ?lost)(?: count)?[ :=,;\t]{1,4}"?([\d.,' ]{1,20})"?$/i;
const RE_LOST_BEFORE = /^#? ?([\d.,' ]{1,20}) events (?:were )?lost\b/i;

/** The number of lost events that a line tells; undefined where it tells none. */
export function parseLostEvents(line: string): number | undefined {
  const text = line.trim();
  if (text.length > 80) return undefined;
  const found = RE_LOST.exec(text) ?? RE_LOST_BEFORE.exec(text);
  const digits = found?.[1]!.replace(/\D/g, "") ?? "";
  return digits === "" ? undefined : Number(digits);
}

/** The remark that tells of lost events. */
export const printLostEvents = (lostEvents: number) => `${REMARK} Lost events: ${lostEvents}`;
