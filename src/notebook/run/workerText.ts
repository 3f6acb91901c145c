/** The name under which the bundled runtime stands in the worker's script. */
export const runtimeName = "notebookRuntime";

/**
 * The script of a browser's worker. Start it as a **classic** worker from `blob:` (a module worker from `blob:` does not
 * start in Chromium inside a sandboxed frame) and hand it a port with the first message:
 *
 *     const { port1, port2 } = new MessageChannel();
 *     const worker = new Worker(URL.createObjectURL(new Blob([browserWorkerText(runtime)], { type: "text/javascript" })));
 *     worker.postMessage("port", [port2]);
 *     port1.onmessage = ({ data }) => events.message(data);
 *
 * Everything else goes over `port1` in the messages of `protocol.ts`: what arrives on the worker itself is not ours.
 *
 * @param runtime `workerEntry.ts` bundled as one script that declares `notebookRuntime`
 */
export function browserWorkerText(runtime: string): string {
  return `${runtime}\n${runtimeName}.startInBrowser(self);\n`;
}

/** The script of a Node worker thread, to be loaded as a module from `data:`; the runtime in it is the browser's. */
export function nodeWorkerText(runtime: string): string {
  return `import { parentPort } from "node:worker_threads";\nimport process from "node:process";\n${runtime}\n${runtimeName}.startInNode(parentPort, process);\n`;
}
