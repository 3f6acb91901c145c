import { createEngine } from "../createEngine.ts";
import type { Engine, RunRequest } from "../Engine.ts";
import { WorkerPool } from "./WorkerPool.ts";

export interface BrowserEngineOptions {
  /** where the sandbox page is served */
  sandbox: string;
  /** the text of the worker's script: `browserWorkerText` */
  worker: string;
  /** the text of each module that cells import by a bare name */
  modules: Record<string, string>;
  /** milliseconds after which a run is ended; when not given, 10 seconds and more for large logs */
  timeLimit?: number;
  /** whether a worker is kept warm for the time after Stop; it is when not given */
  keepSpare?: boolean;
}

/** Milliseconds a run may take, and how many bytes of its logs add one more: a fifth of the speed that readers reach. */
const leastTime = 10_000;
const bytesPerMillisecond = 20_000;

/** A reader's own log may be a gigabyte, which no fixed limit would let through. */
export function timeFor({ logs }: RunRequest): number {
  const bytes = Object.values(logs).reduce((sum, { size }) => sum + size, 0);
  return leastTime + Math.round(bytes / bytesPerMillisecond / 1000) * 1000;
}

/** An engine in a worker of the sandbox frame; cells are loaded from `blob:`, and a spare worker is kept warm. */
export function createBrowserEngine(options: BrowserEngineOptions): Engine {
  const { sandbox, worker, modules, timeLimit, keepSpare = true } = options;
  const pool = new WorkerPool({ sandbox, worker, modules, keepSpare });
  const engine = createEngine({
    start: (events) => pool.take(events),
    modules,
    keepSpare,
    timeLimit: timeLimit ?? timeFor,
  });
  const disposeOfWorker = engine.dispose.bind(engine);
  // The engine itself, so that what listens to it and what it says of itself stay in one place.
  engine.dispose = () => {
    disposeOfWorker();
    pool.close();
  };
  return engine;
}
