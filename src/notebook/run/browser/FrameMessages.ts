/** The one message that the page posts to the frame's window; everything after it goes over the port it brings. */
export interface FrameOpening {
  kind: "open";
  /** the text of the classic script that every worker starts from */
  worker: string;
}

/**
 * What the page tells the frame over that port; `start` brings the port over which page and worker will speak, `ping` asks
 * whether the frame is still alive.
 */
export type FrameOrder = { kind: "start" | "stop"; worker: number } | { kind: "ping" };

/** What the frame tells the page: it is open; it is alive; a worker failed in a way that it could not tell itself. */
export type FrameNotice = { kind: "opened" | "pong" } | { kind: "failed"; worker: number; message: string };

const isRecord = (data: unknown): data is Record<string, unknown> => typeof data === "object" && data !== null;

export function isFrameOpening(data: unknown): data is FrameOpening {
  return isRecord(data) && data["kind"] === "open" && typeof data["worker"] === "string";
}

export function isFrameOrder(data: unknown): data is FrameOrder {
  if (!isRecord(data)) return false;
  const { kind, worker } = data;
  return kind === "ping" || ((kind === "start" || kind === "stop") && Number.isSafeInteger(worker));
}

export function isFrameNotice(data: unknown): data is FrameNotice {
  if (!isRecord(data)) return false;
  const { kind, worker, message } = data;
  if (kind === "opened" || kind === "pong") return true;
  return kind === "failed" && Number.isSafeInteger(worker) && typeof message === "string";
}
