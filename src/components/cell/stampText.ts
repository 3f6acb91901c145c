import type { CellStatus } from "../../notebook/graph/CellStates.ts";

/** What the line under a result has to say. */
export interface Stamp {
  /**
   * the cell's status; or that its run was asked for and has not begun; or that the reader ended its run, which left the former
   * result where it is
   */
  status: CellStatus | "waiting" | "stopped";
  /** the title of the cell that runs meanwhile, where it waits for one */
  waitingFor?: string;
  /** when its run began, ms since 1970 UTC */
  since?: number;
  /** when the time limit ends its run, ms since 1970 UTC; absent where nothing does */
  endsAt?: number;
  /** how long the cell itself ran */
  milliseconds?: number;
  /** how many rows the result's table has in all */
  rows?: number;
  /** when the run ended, ms since 1970 UTC */
  time?: number;
  /** why the result is stale, after “older than”: `the code above` */
  olderThan?: string;
  /** the log that was read in place of the lesson's, by its file name */
  ownLog?: string;
  /** how far the run under way has read a log */
  reading?: LogShare;
}

/** How much of a log has been read. */
export interface LogShare {
  /** the log's name, or that of the reader's file in its place */
  log: string;
  /** from 0 to 1 */
  share: number;
}

/**
 * The line under a result: where the value comes from, in words.
 *
 * @param now ms since 1970 UTC
 */
export function stampText(stamp: Stamp, now: number): string {
  switch (stamp.status) {
    case "asBuilt":
      return "as built with the lesson";
    case "waiting":
      return stamp.waitingFor === undefined ? "waiting for its turn" : `waiting for “${stamp.waitingFor}”`;
    case "running":
      return runningText(stamp, now);
    case "stopped":
      return "stopped before it was done; above stands the former result";
    case "stale":
      return `older than ${stamp.olderThan ?? "the code above"}`;
    case "failed":
      return joinParts(`stopped with an error ${ageText(now - (stamp.time ?? now))}`, durationPart(stamp));
    case "ran":
      return ranText(stamp, now);
    case "absent":
      return `${ranText(stamp, now)}; its value is no longer held, and made again when needed`;
  }
}

/** Seconds after which a run is a long one: then it is said when the time limit will end it. */
export const longRunSeconds = 3;

function runningText({ since, endsAt, reading }: Stamp, now: number): string {
  const seconds = Math.floor((now - (since ?? now)) / 1000);
  if (reading) return joinParts("running", seconds < 1 ? undefined : `${seconds} s`, readingText(reading));
  if (seconds < 1) return "running …";
  if (seconds < longRunSeconds) return `running, ${seconds} s`;
  if (endsAt === undefined) return `running, ${seconds} s; until it is done or you stop it`;
  return `running, ${seconds} s; stopped in ${Math.max(0, Math.ceil((endsAt - now) / 1000))} s unless it is done`;
}

function ranText(stamp: Stamp, now: number): string {
  return joinParts(
    `run ${ageText(now - (stamp.time ?? now))}`,
    durationPart(stamp),
    rowsPart(stamp),
    ownLogPart(stamp),
  );
}

/** How far a log has been read: `37 % of perfmon.csv read`. */
export function readingText({ log, share }: LogShare): string {
  return `${Math.floor(share * 100)} % of ${log} read`;
}

function joinParts(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(", ");
}

function durationPart({ milliseconds }: Stamp): string | undefined {
  if (milliseconds === undefined) return undefined;
  if (milliseconds < 0.5) return "under 1 ms";
  return milliseconds < 999.5 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function rowsPart({ rows }: Stamp): string | undefined {
  return rows === undefined ? undefined : `${rows.toLocaleString("en")} ${rows === 1 ? "row" : "rows"}`;
}

function ownLogPart({ ownLog }: Stamp): string | undefined {
  return ownLog === undefined ? undefined : `from ${ownLog}`;
}

function ageText(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`;
}
