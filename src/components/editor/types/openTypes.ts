import type { TypesRequest, TypesResponse, TypesWorker } from "./TypesWorker.ts";
import TypesThread from "./types.worker.ts?worker";

/** The worker's functions as the page calls them. */
export type Types = {
  [Method in Exclude<keyof TypesWorker, "load">]: (
    ...parameters: Parameters<TypesWorker[Method]>
  ) => Promise<ReturnType<TypesWorker[Method]>>;
};

const methods: Exclude<keyof TypesWorker, "load">[] = [
  "setLesson",
  "setText",
  "problemsOf",
  "completionsAt",
  "detailsOf",
  "hoverAt",
  "signaturesAt",
  "definitionsAt",
  "textOf",
];

interface Call {
  resolve: (result: never) => void;
  reject: (error: Error) => void;
}

/**
 * The worker that knows the types, started at once; `address` is where the declaration files are served. When it cannot
 * start, or they cannot be fetched, what was asked is rejected, and the next `setLesson` tries again.
 */
export function openTypes(address: string): Types {
  let waiting = new Map<number, Call>();
  let lastId = 0;
  let worker: Worker | undefined;
  start();

  function start(): void {
    const started = new TypesThread();
    worker = started;
    started.addEventListener("message", ({ data }: MessageEvent<TypesResponse>) => {
      const call = waiting.get(data.id);
      waiting.delete(data.id);
      if ("error" in data) call?.reject(new Error(data.error));
      else call?.resolve(data.result as never);
    });
    started.addEventListener("error", () => fail(started));
    ask("load", [address]).catch(() => fail(started));
  }

  function fail(failed: Worker): void {
    failed.terminate();
    if (worker !== failed) return;
    worker = undefined;
    const calls = waiting;
    waiting = new Map();
    for (const { reject } of calls.values()) reject(new Error("What knows the types could not be loaded."));
  }

  function ask(method: TypesRequest["method"], parameters: unknown[]): Promise<never> {
    if (!worker && method === "setLesson") start();
    if (!worker) return Promise.reject(new Error("What knows the types is not there."));
    const id = ++lastId;
    worker.postMessage({ id, method, parameters });
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  }

  const entries = methods.map((method) => [method, (...parameters: unknown[]) => ask(method, parameters)]);
  return Object.fromEntries(entries) as Types;
}
