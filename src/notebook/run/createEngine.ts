import type { ErrorValue, Value } from "../value/Value.ts";
import type { Engine, RunRequest, RunResult } from "./Engine.ts";
import { failedResult } from "./failedResult.ts";
import { isFromWorker, MAX_SHOWN, type ToWorker } from "./protocol.ts";

/** A worker as an engine drives it. */
export interface WorkerHandle {
  post(message: ToWorker): void;
  terminate(): void;
  /** keeps the process alive while a run is under way; browsers need none of it */
  hold?(busy: boolean): void;
}

/** What a worker tells the engine that started it. */
export interface WorkerEvents {
  /** something arrived from the worker; it is not believed before it is checked */
  message(data: unknown): void;
  /** the worker ended by itself; the reason is a sentence for the reader */
  ended(reason: string): void;
}

export interface EngineOptions {
  start(events: WorkerEvents): WorkerHandle;
  /** the text of each module that cells import by a bare name */
  modules: Record<string, string>;
  /** milliseconds after which a run is ended, or how many a request may have; 10 seconds when not given */
  timeLimit?: number | ((request: RunRequest) => number);
  /** makes logs such that they can be posted; not needed in browsers, where every Blob can */
  postable?(logs: Record<string, Blob>): Promise<Record<string, Blob>>;
  /** whether a new worker is started at once in the place of one that was killed */
  keepSpare?: boolean;
}

interface Pending {
  run: number;
  request: RunRequest;
  values: Value[];
  started: number;
  /** bytes that it has read of each log, as far as it told */
  read: Map<string, number>;
  timer: ReturnType<typeof setTimeout> | undefined;
  endsAt: number | undefined;
  resolve(result: RunResult): void;
}

const defaultTimeLimit = 10_000;

/**
 * Makes an engine of anything that can start a worker with our runtime in it. The time limit is kept on this side: a
 * worker that loops or fills its memory says nothing, and silence is a result too.
 */
export function createEngine(options: EngineOptions): Engine {
  const { start, modules, postable, timeLimit = defaultTimeLimit, keepSpare = false } = options;
  let worker: WorkerHandle | undefined;
  let pending: Pending | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let runs = 0;
  let isDisposed = false;

  function ready(): WorkerHandle {
    if (worker) return worker;
    const started: WorkerHandle = start({
      message: (data) => {
        if (worker === started) receive(data);
      },
      ended: (reason) => {
        if (worker !== started) return;
        worker = undefined;
        fail(reason);
      },
    });
    worker = started;
    worker.post({ type: "prepare", modules });
    return worker;
  }

  function receive(data: unknown): void {
    if (!isFromWorker(data)) return;
    if (data.type === "stray") engine.onStray?.(data.error);
    else if (!pending || data.run !== pending.run) return;
    else if (data.type === "progress") noteProgress(pending, data.log, data.read);
    else if (data.type === "shown") {
      if (pending.values.length < MAX_SHOWN) pending.values.push(data.value);
    } else {
      const { values, inputs, failed, milliseconds } = data;
      finish({ values, failed, milliseconds, ...(inputs.length > 0 ? { inputs } : {}) });
    }
  }

  /** A run that still reads is alive: it gets its whole time again. */
  function noteProgress(run: Pending, log: string, read: number): void {
    const { cell, logs } = run.request;
    const blob = Object.hasOwn(logs, log) ? logs[log] : undefined;
    if (!blob || read > blob.size || read <= (run.read.get(log) ?? 0)) return;
    run.read.set(log, read);
    if (run.endsAt !== undefined) setLimit(run);
    engine.onProgress?.({ cell: cell.id, log, read, total: blob.size });
  }

  function finish(end: Omit<RunResult, "cell">): void {
    if (!pending) return;
    const { request, values, timer, resolve } = pending;
    clearTimeout(timer);
    pending = undefined;
    worker?.hold?.(false);
    resolve({ cell: request.cell.id, ...end, values: [...values, ...end.values] });
  }

  /** Ends the run under way with an error; the worker is gone, and what it held. */
  function fail(message: string, ended?: RunResult["ended"]): void {
    if (!pending) return;
    const name = ended === undefined ? "Error" : "Stopped";
    const error: ErrorValue = { kind: "error", name, message, cell: pending.request.cell.id };
    const milliseconds = performance.now() - pending.started;
    finish({ values: [error], failed: true, milliseconds, lost: true, ...(ended ? { ended } : {}) });
  }

  function kill(): void {
    worker?.terminate();
    worker = undefined;
  }

  /** Gives a run its whole time, from now on. */
  function setLimit(run: Pending): void {
    const limit = typeof timeLimit === "function" ? timeLimit(run.request) : timeLimit;
    clearTimeout(run.timer);
    run.endsAt = Date.now() + limit;
    run.timer = setTimeout(() => {
      kill();
      fail(
        `This cell was stopped after ${inSeconds(limit)}: it may loop forever, or read more than it needs.`,
        "timeLimit",
      );
      if (keepSpare) ready();
    }, limit);
  }

  function runNext(request: RunRequest): Promise<RunResult> {
    return new Promise((resolve) => {
      const started = performance.now();
      pending = {
        run: ++runs,
        request,
        values: [],
        started,
        read: new Map(),
        timer: undefined,
        endsAt: undefined,
        resolve,
      };
      if (!request.hasNoLimit) setLimit(pending);
      if (isDisposed) return fail("The page has closed this lesson's worker: load the page again.");
      try {
        const handle = ready();
        handle.hold?.(true);
        handle.post({ type: "run", run: runs, request });
      } catch (error) {
        fail(`The cell could not be handed to its worker: ${(error as Error).message}`);
      }
    });
  }

  const engine: Engine = {
    onStray: undefined,
    onProgress: undefined,
    run(request) {
      const result = queue.then(async () => {
        try {
          const logs = postable ? await postable(request.logs) : request.logs;
          return await runNext({ ...request, logs });
        } catch (error) {
          const message = `The cell's logs could not be read: ${(error as Error).message}`;
          return failedResult(request.cell.id, { kind: "error", name: "Error", message, cell: request.cell.id });
        }
      });
      queue = result;
      return result;
    },
    stop() {
      kill();
      fail("Stopped before it was done.", "reader");
      if (keepSpare && !isDisposed) ready();
    },
    keepGoing() {
      if (!pending) return;
      clearTimeout(pending.timer);
      pending.endsAt = undefined;
    },
    get endsAt() {
      return pending?.endsAt;
    },
    dispose() {
      isDisposed = true;
      engine.stop();
    },
    warm() {
      if (!isDisposed) ready();
    },
  };
  return engine;
}

function inSeconds(milliseconds: number): string {
  return milliseconds === 1000 ? "1 second" : `${milliseconds / 1000} seconds`;
}
