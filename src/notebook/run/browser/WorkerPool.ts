import type { WorkerEvents, WorkerHandle } from "../createEngine.ts";
import type { ToWorker } from "../protocol.ts";
import { SandboxFrame } from "./SandboxFrame.ts";

export interface WorkerPoolOptions {
  /** where the sandbox page is served */
  sandbox: string;
  /** the text of the worker's script */
  worker: string;
  /** the text of each module that cells import by a bare name */
  modules: Record<string, string>;
  /** whether one more worker is kept warm */
  keepSpare: boolean;
}

/** Milliseconds of quiet before the spare worker is started. */
const spareDelay = 250;

/** A worker of the frame that is up. Its port exists at once and keeps messages until the frame is open. */
interface PooledWorker {
  port: MessagePort;
  /** the page's number of it in the frame, once the frame has it */
  worker: Promise<number>;
}

/**
 * Hands out workers of one sandbox frame and keeps one more warm: its script has run and its modules are imported, so that
 * ending a worker and having the next one ready takes no time that a reader would see.
 */
export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  #frame: Promise<SandboxFrame> | undefined;
  #spare: PooledWorker | undefined;
  #spareTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #inUse = new Map<number, WorkerEvents>();

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  /** A worker that has been told to prepare its modules. */
  take(events: WorkerEvents): WorkerHandle {
    const taken = this.#spare ?? this.#start();
    this.#spare = undefined;
    let isEnded = false;
    taken.worker.then(
      (worker) => {
        if (!isEnded) this.#inUse.set(worker, events);
      },
      (error: unknown) => {
        if (!isEnded) events.ended(error instanceof Error ? error.message : String(error));
      },
    );
    taken.port.onmessage = ({ data }: MessageEvent<unknown>) => {
      events.message(data);
      this.#keepSpare();
    };
    taken.port.onmessageerror = () => events.ended("The cell's worker sent something that could not be read.");
    return {
      post: (message) => {
        // `#start` said it already.
        if (message.type !== "prepare") taken.port.postMessage(message);
      },
      hold: (isBusy) => void this.#frame?.then((frame) => frame.watch(isBusy)).catch(() => undefined),
      terminate: () => {
        isEnded = true;
        taken.port.close();
        void this.#end(taken);
      },
    };
  }

  /** Takes the frame away, with every worker in it. */
  close(): void {
    clearTimeout(this.#spareTimer);
    this.#spare = undefined;
    this.#inUse.clear();
    const frame = this.#frame;
    this.#frame = undefined;
    frame?.then(
      (opened) => opened.close(),
      () => undefined, // it never opened
    );
  }

  #start(): PooledWorker {
    const { port1, port2 } = new MessageChannel();
    const prepare: ToWorker = { type: "prepare", modules: this.#options.modules };
    port1.postMessage(prepare);
    return { port: port1, worker: this.#openFrame().then((frame) => frame.startWorker(port2)) };
  }

  async #end({ worker }: PooledWorker): Promise<void> {
    try {
      const [frame, number] = await Promise.all([this.#openFrame(), worker]);
      this.#inUse.delete(number);
      frame.stopWorker(number);
    } catch {
      // A frame that did not open, or is lost, has no worker to end.
    }
  }

  /** Starts the spare a while after a worker has answered: sooner it would slow down what the reader waits for. */
  #keepSpare(): void {
    if (!this.#options.keepSpare) return;
    clearTimeout(this.#spareTimer);
    this.#spareTimer = setTimeout(() => {
      if (this.#frame) this.#spare ??= this.#start();
    }, spareDelay);
  }

  #openFrame(): Promise<SandboxFrame> {
    if (this.#frame) return this.#frame;
    const { sandbox, worker } = this.#options;
    const opening = SandboxFrame.open(sandbox, worker, {
      onLost: (reason) => {
        if (this.#frame === opening) this.#lose(reason);
      },
      onWorkerError: (number, message) => {
        this.#inUse.get(number)?.ended(`The cell's worker ended: ${message || "its script could not be loaded"}.`);
        this.#inUse.delete(number);
      },
    });
    this.#frame = opening;
    // A frame that could not be opened is tried again by the next run.
    opening.catch(() => {
      if (this.#frame === opening) this.#frame = undefined;
      this.#spare = undefined;
    });
    return opening;
  }

  #lose(reason: string): void {
    this.#frame = undefined;
    this.#spare = undefined;
    const ended = [...this.#inUse.values()];
    this.#inUse.clear();
    for (const events of ended) events.ended(reason);
  }
}
