import { isFrameOpening, isFrameOrder, type FrameNotice } from "./FrameMessages.ts";

/**
 * The only script of the sandbox page. It makes workers and ends them, and never sees a cell's values: those go over a
 * port of their own between page and worker.
 */
function keepWorkers(text: string, page: MessagePort): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const workers = new Map<number, Worker>();
  const tell = (notice: FrameNotice) => page.postMessage(notice);

  const start = (id: number, port: MessagePort) => {
    // A classic worker: Chromium refuses module workers from `blob:` in an opaque origin.
    const worker = new Worker(address);
    worker.addEventListener("error", (event) => {
      // Without this the browser would print it; what a cell does wrong is said beside the cell.
      event.preventDefault();
      tell({ kind: "failed", worker: id, message: event.message });
    });
    worker.postMessage(undefined, [port]);
    workers.set(id, worker);
  };

  const stop = (id: number) => {
    workers.get(id)?.terminate();
    workers.delete(id);
  };

  page.onmessage = ({ data, ports: [port] }: MessageEvent<unknown>) => {
    if (!isFrameOrder(data)) return;
    if (data.kind === "ping") tell({ kind: "pong" });
    else if (data.kind === "stop") stop(data.worker);
    else if (port) start(data.worker, port);
  };
  tell({ kind: "opened" });
}

// Opened as a page of its own this document has the site's origin and must run nothing.
if (self.origin === "null" && window.parent !== window) {
  const listen = ({ source, data, ports: [port] }: MessageEvent<unknown>) => {
    if (source !== window.parent || !isFrameOpening(data) || !port) return;
    // One page, one opening: whatever else is posted to this window is not heard.
    window.removeEventListener("message", listen);
    keepWorkers(data.worker, port);
  };
  window.addEventListener("message", listen);
}
