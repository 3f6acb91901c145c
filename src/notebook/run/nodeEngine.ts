import { Worker } from "node:worker_threads";
import { createEngine } from "./createEngine.ts";
import type { Engine } from "./Engine.ts";
import { nodeWorkerText } from "./workerText.ts";

export interface NodeEngineOptions {
  /** `workerEntry.ts` bundled as one script that declares `notebookRuntime`: the text the browser's worker runs too */
  runtime: string;
  /** the text of each module that cells import by a bare name */
  modules: Record<string, string>;
  /** milliseconds after which a run is ended; 10 seconds when not given */
  timeLimit?: number;
  /** MiB of memory a worker may hold; 1,024 when not given */
  memoryLimit?: number;
}

/** An engine in a Node worker thread, for the build and for tests; cells are loaded from `data:`. */
export function createNodeEngine(options: NodeEngineOptions): Engine {
  const { runtime, memoryLimit = 1024 } = options;
  const script = new URL(`data:text/javascript;charset=utf-8,${encodeURIComponent(nodeWorkerText(runtime))}`);
  return createEngine({
    ...options,
    postable: inMemory,
    start: (events) => {
      const worker = new Worker(script, {
        execArgv: [],
        env: {},
        resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
      });
      worker.unref();
      worker.on("message", (data) => events.message(data));
      worker.on("messageerror", () => events.ended("The cell's worker sent something that could not be read."));
      worker.on("error", (error) => events.ended(whyEnded(error, memoryLimit)));
      worker.on("exit", () => events.ended("The cell's worker ended by itself."));
      return {
        post: (message) => worker.postMessage(message),
        terminate: () => void worker.terminate(),
        hold: (busy) => (busy ? worker.ref() : worker.unref()),
      };
    },
  });
}

const copies = new WeakMap<Blob, Promise<Blob>>();

/** Node cannot hand a Blob that stands for a file to another thread: its bytes are read once and shared by all runs. */
async function inMemory(logs: Record<string, Blob>): Promise<Record<string, Blob>> {
  const copied = Object.entries(logs).map(async ([name, blob]) => {
    let copy = copies.get(blob);
    if (!copy) copies.set(blob, (copy = blob.arrayBuffer().then((bytes) => new Blob([bytes], { type: blob.type }))));
    return [name, await copy] as const;
  });
  return Object.fromEntries(await Promise.all(copied));
}

function whyEnded(error: unknown, memoryLimit: number): string {
  const { code, message } = error as { code?: string; message: string };
  if (code !== "ERR_WORKER_OUT_OF_MEMORY") return `The cell's worker ended: ${message}`;
  return `The cell needed more than ${memoryLimit} MiB of memory: keep fewer rows at a time.`;
}
