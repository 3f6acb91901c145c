import Thread from "./case.worker.ts?worker";
import type { CaseMessage, CaseRequest, CaseResults } from "./CaseProtocol.ts";

interface Call {
  resolve: (result: never) => void;
  reject: (error: Error) => void;
  onProgress: ((share: number) => void) | undefined;
}

/** Said by a call that was stopped. */
export class CaseStopped extends Error {}

/** The worker that makes cases, started by the first call. */
export class CaseThread {
  #worker: Worker | undefined;
  #calls = new Map<number, Call>();
  #lastId = 0;

  /** Asks for something; rejects where the worker cannot start, and with `CaseStopped` where it was stopped. */
  ask<Request extends CaseRequest>(
    request: Request,
    onProgress?: (share: number) => void,
  ): Promise<CaseResults[Request["kind"]]> {
    const id = ++this.#lastId;
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve, reject) => {
      this.#calls.set(id, { resolve, reject, onProgress });
      worker.postMessage({ ...request, id });
    });
  }

  /** Ends whatever it does; the next call starts it anew. */
  stop(): void {
    this.#end(new CaseStopped("Stopped."));
  }

  #start(): Worker {
    const worker = new Thread();
    worker.addEventListener("message", ({ data }: MessageEvent<CaseMessage>) => {
      const call = this.#calls.get(data.id);
      if ("progress" in data) return call?.onProgress?.(data.progress);
      this.#calls.delete(data.id);
      if ("error" in data) call?.reject(new Error(data.error));
      else call?.resolve(data.result as never);
    });
    worker.addEventListener("error", () => this.#end(new Error("What makes cases could not be loaded.")));
    return worker;
  }

  #end(error: Error): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const calls = this.#calls;
    this.#calls = new Map();
    for (const { reject } of calls.values()) reject(error);
  }
}

/** The page's own. */
export const caseThread = new CaseThread();
