import { isFrameNotice, type FrameOpening, type FrameOrder } from "./FrameMessages.ts";

/** How long a frame may take from its element to its first word; far more than the slowest phone needs. */
const openingLimit = 20_000;

/** How often a frame is asked, while a cell runs, whether it is alive, and how many times it may leave that unanswered. */
const pingEvery = 700;
const mostUnanswered = 3;

/** What a frame tells the engine that opened it. */
export interface FrameListener {
  /** the frame is gone with all its workers; told once */
  onLost: (reason: string) => void;
  /** an error in a worker outside of any cell, as the browser words it */
  onWorkerError: (worker: number, message: string) => void;
}

/**
 * The page's side of the sandbox: an invisible frame of an opaque origin, in which workers run cells. The frame is lost
 * when its document loads a second time: nothing of ours navigates it, and another document would have another policy.
 */
export class SandboxFrame {
  readonly #element: HTMLIFrameElement;
  readonly #orders: MessagePort;
  readonly #listener: FrameListener;
  #watch: ReturnType<typeof setInterval> | undefined;
  #unanswered = 0;
  #workers = 0;
  #isClosed = false;

  private constructor(element: HTMLIFrameElement, orders: MessagePort, listener: FrameListener) {
    this.#element = element;
    this.#orders = orders;
    this.#listener = listener;
  }

  /**
   * @param address where the sandbox page is served
   * @param worker the text of the worker's script
   * @throws Error in words, when the page cannot be loaded or does not answer
   */
  static async open(address: string, worker: string, listener: FrameListener): Promise<SandboxFrame> {
    const element = makeElement(address);
    const { port1: orders, port2 } = new MessageChannel();
    const frame = new SandboxFrame(element, orders, listener);
    try {
      const loaded = new Promise<void>((resolve) => {
        element.addEventListener("load", () => resolve(), { once: true });
      });
      document.body.append(element);
      await within(openingLimit, loaded, "The sandbox page did not load. Is the connection there?");
      element.addEventListener("load", () =>
        frame.#lose("The sandbox was replaced by another document, so it was closed. Run again to open a new one."),
      );
      const opened = new Promise<void>((resolve) => {
        orders.onmessage = ({ data }: MessageEvent<unknown>) => {
          if (!isFrameNotice(data)) return;
          if (data.kind === "opened") resolve();
          else if (data.kind === "failed") listener.onWorkerError(data.worker, data.message);
          else if (data.kind === "pong") frame.#unanswered = 0;
        };
      });
      // The frame's origin is opaque and cannot be named. Nothing in the message is secret.
      element.contentWindow!.postMessage({ kind: "open", worker } satisfies FrameOpening, "*", [port2]);
      await within(openingLimit, opened, "The sandbox did not start. A browser extension may have blocked its script.");
      return frame;
    } catch (error) {
      frame.close();
      throw error;
    }
  }

  /**
   * Starts a worker that speaks over the port.
   *
   * @returns its number, by which it is ended
   */
  startWorker(port: MessagePort): number {
    this.#workers += 1;
    this.#order({ kind: "start", worker: this.#workers }, port);
    return this.#workers;
  }

  /** Ends a worker, whatever it is doing. */
  stopWorker(worker: number): void {
    this.#order({ kind: "stop", worker });
  }

  /**
   * Watches while a cell runs that the frame is alive. The frame's own thread answers however busy its workers are; it
   * falls silent when a worker has used all the memory that its process can get, for then the process is gone.
   */
  watch(isRunning: boolean): void {
    clearInterval(this.#watch);
    this.#unanswered = 0;
    if (!isRunning || this.#isClosed) return;
    this.#watch = setInterval(() => {
      if (this.#unanswered >= mostUnanswered) {
        this.#lose(
          "The sandbox no longer answers: the cell may have used all the memory there is. Run again to open a new one.",
        );
      } else {
        this.#unanswered += 1;
        this.#order({ kind: "ping" });
      }
    }, pingEvery);
  }

  /** Takes the frame off the page with all its workers. */
  close(): void {
    this.#isClosed = true;
    clearInterval(this.#watch);
    this.#orders.close();
    this.#element.remove();
  }

  #lose(reason: string): void {
    if (this.#isClosed) return;
    this.close();
    this.#listener.onLost(reason);
  }

  #order(order: FrameOrder, ...ports: MessagePort[]): void {
    if (!this.#isClosed) this.#orders.postMessage(order, ports);
  }
}

function makeElement(address: string): HTMLIFrameElement {
  const element = document.createElement("iframe");
  // Never with `allow-same-origin`, which would be no sandbox at all.
  element.setAttribute("sandbox", "allow-scripts");
  element.title = "Where cells run";
  element.hidden = true;
  element.tabIndex = -1;
  element.referrerPolicy = "no-referrer";
  element.src = address;
  return element;
}

function within(milliseconds: number, work: Promise<void>, otherwise: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(otherwise)), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
