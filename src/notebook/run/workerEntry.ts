import { encodeValue } from "../value/encodeValue.ts";
import * as plot from "../value/plotRecorder.ts";
import * as checkAnswers from "./checkAnswers.ts";
import { makeDeterministic } from "./determinism.ts";
import { freezeIntrinsics } from "./freezeIntrinsics.ts";
import { lockDown } from "./lockdown.ts";
import type { ToWorker } from "./protocol.ts";
import { startRuntime, type RuntimeHost } from "./workerRuntime.ts";

/** A port as browsers and Node both have it, but for how one listens. */
interface Port {
  postMessage(message: unknown): void;
}

type Platform = Pick<RuntimeHost, "listen" | "listenForErrors" | "importText" | "nameFiles"> & { port: Port };

/** Names by which cells import what is part of the runtime. */
const modules = { "@observablehq/plot": plot, "check-answers": checkAnswers };

function start(platform: Platform): void {
  const { port } = platform;
  const post = port.postMessage.bind(port);
  const { setTimeout } = globalThis;
  const now = performance.now.bind(performance);
  Error.stackTraceLimit = 100;
  const restart = makeDeterministic(globalThis);
  lockDown(globalThis);
  freezeIntrinsics(globalThis);
  startRuntime({
    ...platform,
    post,
    encodeValue,
    modules,
    restart,
    now,
    // Two turns: Chromium tells of a promise nobody caught in a task of its own, behind a timer set before.
    nextTurn: () => new Promise((resolve) => setTimeout(() => setTimeout(resolve, 0), 0)),
  });
}

/** Starts the runtime in a browser's worker; the page's first message carries the port that everything else goes over. */
export function startInBrowser(scope: DedicatedWorkerGlobalScopeLike): void {
  const { createObjectURL, revokeObjectURL } = URL;
  const names = new Map<string, string>();
  const listenToScope = scope.addEventListener.bind(scope);
  listenToScope(
    "message",
    (event) => {
      const port = event.ports?.[0];
      if (!port) return;
      start({
        port,
        listen: (listener) => {
          port.onmessage = ({ data }) => listener(data as ToWorker);
        },
        listenForErrors: (listener) => {
          listenToScope("unhandledrejection", (rejection) => {
            rejection.preventDefault();
            listener(rejection.reason);
          });
          listenToScope("error", (failure) => {
            failure.preventDefault();
            listener(failure.error);
          });
        },
        // Safari's stacks have a module's address, not the name that its text gives itself by `sourceURL`.
        nameFiles: (stack) => stack.replace(/blob:[^\s:]+/g, (address) => names.get(address) ?? address),
        importText: async (text, name) => {
          const url = createObjectURL(new Blob([text], { type: "text/javascript" }));
          try {
            names.set(url, name);
            return (await import(/* @vite-ignore */ url)) as unknown;
          } finally {
            revokeObjectURL(url);
          }
        },
      });
    },
    { once: true },
  );
}

/** Starts the runtime in a Node worker thread, handed the thread's port and process. */
export function startInNode(parentPort: NodePort, process: NodeProcess): void {
  start({
    port: parentPort,
    nameFiles: (stack) => stack,
    listen: (listener) => void parentPort.on("message", (data) => listener(data as ToWorker)),
    listenForErrors: (listener) => {
      process.on("unhandledRejection", listener);
      process.on("uncaughtException", listener);
    },
    importText: (text) =>
      import(/* @vite-ignore */ `data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`) as Promise<unknown>,
  });
}

/** The parts of a worker's scope that the runtime uses; TypeScript's own types for it exclude those of a page. */
interface DedicatedWorkerGlobalScopeLike {
  addEventListener(type: string, listener: (event: ScopeEvent) => void, options?: { once: boolean }): void;
}

interface ScopeEvent {
  ports?: readonly MessagePort[];
  reason?: unknown;
  error?: unknown;
  preventDefault(): void;
}

interface NodePort extends Port {
  on(event: "message", listener: (data: unknown) => void): unknown;
}

interface NodeProcess {
  on(event: "unhandledRejection" | "uncaughtException", listener: (error: unknown) => void): unknown;
}
