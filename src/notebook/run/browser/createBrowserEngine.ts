import { createEngine } from "../createEngine.ts";
import type { Engine } from "../Engine.ts";
import { WorkerPool } from "./WorkerPool.ts";

export interface BrowserEngineOptions {
  /** where the sandbox page is served */
  sandbox: string;
  /** the text of the worker's script: `browserWorkerText` */
  worker: string;
  /** the text of each module that cells import by a bare name */
  modules: Record<string, string>;
  /** milliseconds after which a run is ended; 10 seconds when not given */
  timeLimit?: number;
}

/** An engine in a worker of the sandbox frame; cells are loaded from `blob:`, and a spare worker is kept warm. */
export function createBrowserEngine({ sandbox, worker, modules, timeLimit }: BrowserEngineOptions): Engine {
  const pool = new WorkerPool({ sandbox, worker, modules });
  const engine = createEngine({
    start: (events) => pool.take(events),
    modules,
    keepSpare: true,
    ...(timeLimit === undefined ? {} : { timeLimit }),
  });
  return {
    run: (request) => engine.run(request),
    stop: () => engine.stop(),
    dispose() {
      engine.dispose();
      pool.close();
    },
    warm: () => engine.warm(),
    get onStray() {
      return engine.onStray;
    },
    set onStray(listener) {
      engine.onStray = listener;
    },
  };
}
