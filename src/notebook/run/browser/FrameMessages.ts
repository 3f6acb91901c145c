/** The one message that the page posts to the frame's window; everything after it goes over the port it brings. */
export interface FrameOpening {
  kind: "open";
  /** the text of the classic script that every worker starts from */
  worker: string;
}

/** What the page tells the frame over that port; `start` brings the port over which page and worker will speak. */
export interface FrameOrder {
  kind: "start" | "stop";
  /** the page's number of the worker */
  worker: number;
}

/** What the frame tells the page: it is open; a worker was ended; a worker failed in a way it could not tell itself. */
export type FrameNotice =
  { kind: "opened" } | { kind: "stopped"; worker: number } | { kind: "failed"; worker: number; message: string };

const isRecord = (data: unknown): data is Record<string, unknown> => typeof data === "object" && data !== null;

export function isFrameOpening(data: unknown): data is FrameOpening {
  return isRecord(data) && data["kind"] === "open" && typeof data["worker"] === "string";
}

export function isFrameOrder(data: unknown): data is FrameOrder {
  return (
    isRecord(data) && (data["kind"] === "start" || data["kind"] === "stop") && Number.isSafeInteger(data["worker"])
  );
}

export function isFrameNotice(data: unknown): data is FrameNotice {
  if (!isRecord(data)) return false;
  const { kind, worker, message } = data;
  if (kind === "opened") return true;
  if (!Number.isSafeInteger(worker)) return false;
  return kind === "stopped" || (kind === "failed" && typeof message === "string");
}
