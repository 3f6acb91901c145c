import type { TypesRequest, TypesResponse, TypesWorker } from "./TypesWorker.ts";
import Worker from "./types.worker.ts?worker";

/** The worker's functions as the page calls them. */
export type Types = {
  [Method in keyof TypesWorker]: (
    ...parameters: Parameters<TypesWorker[Method]>
  ) => Promise<ReturnType<TypesWorker[Method]>>;
};

/** Starts the worker that knows the types; `address` is where the declaration files are served. */
export function openTypes(address: string): Types {
  const worker = new Worker({ name: "types" });
  const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<TypesResponse>) => {
    const caller = waiting.get(data.id);
    waiting.delete(data.id);
    if ("error" in data) caller?.reject(new Error(data.error));
    else caller?.resolve(data.result as never);
  });
  worker.addEventListener("error", () => {
    for (const { reject } of waiting.values()) reject(new Error("The worker that knows the types did not start."));
    waiting.clear();
  });
  const ask = (method: TypesRequest["method"], parameters: unknown[]): Promise<never> =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, method, parameters });
    });
  void ask("load", [address]).catch(() => undefined); // what is asked later fails and is told then
  return new Proxy({} as Types, {
    get:
      (_, method: TypesRequest["method"]) =>
      (...parameters: unknown[]) =>
        ask(method, parameters),
  });
}
