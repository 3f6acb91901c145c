import { createBrowserEngine } from "../../notebook/run/browser/createBrowserEngine.ts";
import type { Engine } from "../../notebook/run/Engine.ts";
import { fetchFile, siteAddress } from "./siteFiles.ts";

/** Makes an engine with a sandbox of its own, whose frame opens with the first `warm` or `run`. */
export type OpenEngine = (options?: { keepSpare?: boolean }) => Engine;

/** Fetches what every sandbox runs: the worker's script and the library. */
export async function fetchSandbox(): Promise<OpenEngine> {
  const textOf = async (path: string) => (await fetchFile(path)).text();
  const [worker, library] = await Promise.all([textOf("/runtime/worker.js"), textOf("/runtime/library.js")]);
  const sandbox = { sandbox: siteAddress("/sandbox.html"), worker, modules: { "pool-leak-lab": library } };
  return (options) => createBrowserEngine({ ...sandbox, ...options });
}
